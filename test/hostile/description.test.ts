import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../build/until.ts';
import { type ApiWorld, apiWorld, type Person } from '../http/api-world.ts';
import { type Described, describedOperations } from './described.ts';
import { heapUsed, LEFT_BYTES_MAX } from './heap-used.ts';
import { type Attack, attack } from './mutated.ts';
import { beginningOf } from './stream-beginning.ts';

const RUNS = Number(process.env.LADDER_LONG ? 20_000 : 600);
/** Of the requests; what is in use from then on is compared with what is in use at the end. */
const SETTLED_AFTER = 300;
const LONG_MS_MAX = 20 * 60_000;
const WHO: readonly Person[] = ['dana', 'ana', 'olga', 'desk', 'root', 'reader'];
/** Whoever asks first starts the run's PostgreSQL. */
const START_MS_MAX = 60_000;

let api: ApiWorld;
let base: string;
let operations: readonly Described[];
let victim: string;
let sentinel: string;
const bugs: unknown[] = [];

beforeAll(async () => {
  const error = (code: string, thrown: unknown): void => {
    bugs.push(`${code} ${thrown instanceof Error ? thrown.stack : thrown}`);
  };
  api = await apiWorld({
    log: { info: () => undefined, warn: () => undefined, error },
    ratePerMinute: 10_000_000,
  });
  operations = await describedOperations(api.server);
  base = await api.server.listen({ host: '127.0.0.1', port: 0 });
  victim = await api.opened();
  sentinel = await api.opened();
}, START_MS_MAX);
afterAll(() => api.close());

/** The answer; of a stream its beginning, at which whoever asked hangs up. */
async function answerTo({ operation, url, headers, payload }: Attack, who: Person) {
  const all = { authorization: `Bearer ${api.token(who)}`, ...headers };
  if (operation.isStream) return beginningOf(base + url, all);
  const { method } = operation;
  const reply = await api.server.inject({
    method,
    url,
    headers: all,
    ...(payload !== undefined && { payload }),
  });
  return { status: reply.statusCode, type: String(reply.headers['content-type']), body: reply.body };
}

/** What is sent is answered with a yes or a problem; which. */
async function attacked(sent: Attack, who: Person): Promise<number> {
  const { status, type, body } = await answerTo(sent, who);
  expect(status, body).toBeLessThan(500);
  if (status >= 400) {
    expect(type).toContain('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status, code: expect.stringMatching(/^[a-z-]+$/) });
  }
  return status;
}

const known = (path: string) => ({
  contract: 'sample',
  caseId: path.split('/').at(-1) ?? '',
  number: '1',
  revision: '1',
});

test(
  'whatever is sent, the answer is a yes or a problem with a code, never a fault of ours',
  async () => {
    let [count, before] = [0, Number.NaN];
    await fc.assert(
      fc.asyncProperty(attack(operations, known(victim)), fc.constantFrom(...WHO), async (sent, who) => {
        await attacked(sent, who);
        count += 1;
        // By then everything has been loaded and laid out that is asked for again and again.
        if (count === SETTLED_AFTER) before = heapUsed();
      }),
      { numRuns: RUNS },
    );
    expect(bugs).toEqual([]);
    const left = heapUsed() - before;
    process.stderr.write(`hostile: ${count} requests, ${(left / 1024 / 1024).toFixed(1)} MiB more in use\n`);
    expect(left).toBeLessThan(LEFT_BYTES_MAX);
  },
  LONG_MS_MAX,
);

test.each([
  ['streams, which are left at once,', (one: Described) => one.isStream, 200],
  ['files of any bytes', (one: Described) => one.takesBytes, 201],
] as const)(
  '%s are answered so too, and some with a yes',
  async (_what, isMeant, yes) => {
    const statuses: number[] = [];
    const meant = attack(operations.filter(isMeant), known(await api.opened()));
    await fc.assert(
      fc.asyncProperty(meant, fc.constantFrom(...WHO), async (sent, who) => {
        statuses.push(await attacked(sent, who));
      }),
      { numRuns: RUNS / 3 },
    );
    expect(statuses).toContain(yes);
    expect(bugs).toEqual([]);
  },
  LONG_MS_MAX,
);

test('nobody’s stream goes on that was left', async () => {
  // As many as one may have at once.
  const headers = { authorization: `Bearer ${api.token('dana')}` };
  await until(async () => {
    const begun = await Promise.all(
      Array.from({ length: 20 }, () => beginningOf(`${base}${sentinel}/stream`, headers)),
    );
    expect(new Set(begun.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

test('each operation was meant: what its description shows is understood', () => {
  expect(operations.length).toBeGreaterThan(20);
  expect(
    operations.filter((one) => one.method === 'POST').every((one) => one.example || one.takesBytes),
  ).toBe(true);
});

test('nobody has become anybody else, and a case beside it all goes on', async () => {
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  const { status } = await api.post('ana', `${sentinel}/responses`, { text: 'We are on it.' });
  expect(status).toBe(201);
  const { body } = await api.get('dana', sentinel);
  expect(body).toMatchObject({ status: 'open' });
  expect((await api.get('dana', victim)).status).toBe(200);
});
