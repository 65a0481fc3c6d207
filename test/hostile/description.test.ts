import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiWorld, apiWorld, type Person } from '../http/api-world.ts';
import { type Described, describedOperations } from './described.ts';
import { heapUsed, LEFT_BYTES_MAX } from './heap-used.ts';
import { attack } from './mutated.ts';

const RUNS = Number(process.env.LADDER_LONG ? 20_000 : 600);
/** Of the requests; what is in use from then on is compared with what is in use at the end. */
const SETTLED_AFTER = 300;
const LONG_MS_MAX = 20 * 60_000;
const WHO: readonly Person[] = ['dana', 'ana', 'olga', 'desk', 'root', 'reader'];
/** Whoever asks first starts the run's PostgreSQL. */
const START_MS_MAX = 60_000;

let api: ApiWorld;
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
  operations = (await describedOperations(api.server)).filter((one) => !one.isStream);
  victim = await api.opened();
  sentinel = await api.opened();
}, START_MS_MAX);
afterAll(() => api.close());

test(
  'whatever is sent, the answer is a yes or a problem with a code, never a fault of ours',
  async () => {
    let [count, before] = [0, Number.NaN];
    const known = { contract: 'sample', caseId: victim.split('/').at(-1) ?? '', number: '1', revision: '1' };
    await fc.assert(
      fc.asyncProperty(
        attack(operations, known),
        fc.constantFrom(...WHO),
        async ({ operation, url, headers, payload }, who) => {
          const reply = await api.server.inject({
            method: operation.method,
            url,
            headers: { authorization: `Bearer ${api.token(who)}`, ...headers },
            ...(payload === undefined ? {} : { payload }),
          });
          expect(reply.statusCode, reply.body).toBeLessThan(500);
          if (reply.statusCode >= 400) {
            expect(reply.headers['content-type']).toContain('application/problem+json');
            expect(reply.json()).toMatchObject({
              status: reply.statusCode,
              code: expect.stringMatching(/^[a-z-]+$/),
            });
          }
          count += 1;
          // By then everything has been loaded and laid out that is asked for again and again.
          if (count === SETTLED_AFTER) before = heapUsed();
        },
      ),
      { numRuns: RUNS },
    );
    expect(bugs).toEqual([]);
    const left = heapUsed() - before;
    process.stderr.write(`hostile: ${count} requests, ${(left / 1024 / 1024).toFixed(1)} MiB more in use\n`);
    expect(left).toBeLessThan(LEFT_BYTES_MAX);
  },
  LONG_MS_MAX,
);

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
