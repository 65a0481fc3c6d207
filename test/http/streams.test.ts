import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../build/until.ts';
import { type ApiWorld, apiWorld, CONTRACT, type Person } from './api-world.ts';

let api: ApiWorld;
let base: string;
beforeAll(async () => {
  api = await apiWorld({ streamsOfOneMax: 2 });
  base = await api.server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => api.close());

interface Told {
  readonly id: string;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** One reader of a stream: what it was told so far. */
interface Reader {
  readonly reply: Response;
  readonly told: Told[];
  readonly ended: Promise<void>;
  stop(): void;
}

async function reads(who: Person, path: string, headers: Record<string, string> = {}): Promise<Reader> {
  const stopped = new AbortController();
  const authorization = `Bearer ${api.token(who)}`;
  const reply = await fetch(base + path, { headers: { authorization, ...headers }, signal: stopped.signal });
  const told: Told[] = [];
  return { reply, told, ended: follow(reply, told), stop: () => stopped.abort() };
}

async function follow(reply: Response, told: Told[]): Promise<void> {
  let text = '';
  try {
    for await (const piece of reply.body!.pipeThrough(new TextDecoderStream())) {
      text += piece;
      const whole = text.split('\n\n');
      text = whole.pop() ?? '';
      for (const one of whole) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(one)?.[1];
        const data = field('data');
        if (data) told.push({ id: field('id') ?? '', event: field('event') ?? '', data: JSON.parse(data) });
      }
    }
  } catch {
    // The test stopped reading.
  }
}

test('a case tells what happens as it happens, and goes on where a reader left', async () => {
  const path = await api.opened();
  const first = await reads('dana', `${path}/stream`);
  expect(first.reply.headers.get('content-type')).toContain('text/event-stream');
  await api.post('ana', `${path}/acknowledgements`);
  await until(() => expect(first.told).toHaveLength(1));
  expect(first.told[0]).toMatchObject({ id: '3', event: 'Acknowledged', data: { number: 3, by: 'ana' } });
  first.stop();
  await api.post('ana', `${path}/responses`);
  await api.post('ana', `${path}/notes`, { text: 'Ours.', audience: 'contractor' });
  await api.post('dana', `${path}/asks`);
  const second = await reads('dana', `${path}/stream`, { 'last-event-id': '3' });
  await until(() => expect(second.told.map(({ id }) => id)).toEqual(['4', '6']));
  second.stop();
});

test('a contract tells of the cases in sight, each event once', async () => {
  const seen = await reads('dana', `${CONTRACT}/events`);
  const all = await reads('olga', `${CONTRACT}/events`);
  const mine = await api.opened('dana');
  const other = await api.opened('dora');
  await api.post('ana', `${mine}/responses`);
  await until(() => expect(all.told).toHaveLength(5));
  await until(() => expect(seen.told).toHaveLength(3));
  const idOf = (path: string): string => path.split('/').at(-1) ?? '';
  expect(new Set(seen.told.map(({ data }) => data.caseId))).toEqual(new Set([idOf(mine)]));
  expect(new Set(all.told.map(({ data }) => data.caseId))).toEqual(new Set([idOf(mine), idOf(other)]));
  all.stop();
  const last = all.told.find(({ data }) => data.caseId === idOf(other) && data.number === 2)?.id ?? '';
  await api.post('ana', `${other}/responses`);
  const again = await reads('olga', `${CONTRACT}/events`, { 'last-event-id': last });
  await until(() =>
    expect(again.told.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ caseId: idOf(other), number: 3 }),
    ),
  );
  seen.stop();
  again.stop();
});

test('a case out of sight has no stream, and a token has only so many', async () => {
  const path = await api.opened();
  expect((await reads('dora', `${path}/stream`)).reply.status).toBe(404);
  const open = [await reads('mia', `${path}/stream`), await reads('mia', `${path}/stream`)];
  const third = await reads('mia', `${path}/stream`);
  expect(third.reply.status).toBe(429);
  for (const one of open) one.stop();
  await until(async () => {
    const next = await reads('mia', `${path}/stream`);
    next.stop();
    expect(next.reply.status).toBe(200);
  });
});

test('a server that is being stopped ends its streams', async () => {
  const own = await apiWorld();
  const address = await own.server.listen({ host: '127.0.0.1', port: 0 });
  const path = await own.opened();
  const headers = { authorization: `Bearer ${own.token('dana')}` };
  const reply = await fetch(`${address}${path}/stream`, { headers });
  const told: Told[] = [];
  const ended = follow(reply, told);
  await own.close();
  await ended;
  expect(told.at(-1)).toMatchObject({ event: 'end' });
});
