import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { revokeToken } from '../../src/app/tokens.ts';
import { withdrawRole } from '../../src/app/withdraw-role.ts';
import { formatInstant } from '../../src/core/instant.ts';
import type { HttpParts } from '../../src/http/parts.ts';
import { on } from '../build/case.ts';
import { until } from '../build/until.ts';
import { type ApiWorld, apiWorld, CONTRACT, type Person } from './api-world.ts';
import { readsOf, type StreamReader, typesOf } from './stream-reader.ts';

let api: ApiWorld;
let base: string;
beforeAll(async () => {
  api = await apiWorld({ streamsOfOneMax: 2 });
  base = await api.server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => api.close());

const reads = (who: Person, path: string, headers: Record<string, string> = {}): Promise<StreamReader> =>
  readsOf(who, path, { from: api, at: base, headers });

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
  const reader = await readsOf('dana', `${path}/stream`, { from: own, at: address });
  await own.close();
  await reader.ended;
  expect(typesOf(reader).at(-1)).toBe('end');
});

/** What ends a right of mia's to listen. */
const ENDINGS: readonly (readonly [string, (own: ApiWorld) => Promise<unknown>])[] = [
  [
    'their token is revoked',
    async ({ world, parts }) => {
      const { rows } = await sql<{ token_id: string }>`
        select token_id from api_token where name = 'mia'`.execute(world.connection.db);
      const contracts = parts.contractsFor({ kind: 'terminal' });
      return revokeToken(contracts, rows[0]!.token_id, on('Tue 09:00'));
    },
  ],
  ['their token has expired', async ({ world }) => world.setClock(on('Tue 10:00'))],
  [
    'they have lost their role',
    ({ world: { contract }, parts }) =>
      withdrawRole(parts.contractsFor({ kind: 'terminal' }), {
        ...{ contract, personId: 'mia', role: 'customerManager' },
      }),
  ],
];

async function listening(changes: Partial<HttpParts> = {}) {
  const own = await apiWorld(changes);
  await sql`update api_token set expires_at = ${formatInstant(on('Tue 09:30'))} where name = 'mia'`.execute(
    own.world.connection.db,
  );
  const at = await own.server.listen({ host: '127.0.0.1', port: 0 });
  const path = await own.opened();
  const read = (who: Person, what: string) => readsOf(who, what, { from: own, at });
  const both = [await read('mia', `${path}/stream`), await read('mia', `${CONTRACT}/events`)];
  return { own, path, both, other: await read('olga', `${path}/stream`) };
}

test.each(ENDINGS)('streams end before anything more is told where %s', async (_why, end) => {
  const { own, path, both, other } = await listening();
  await own.post('ana', `${path}/acknowledgements`);
  // That of the contract may still hear of the opening.
  const lastOf = (reader: StreamReader) => typesOf(reader).at(-1);
  await until(() => expect(both.map(lastOf)).toEqual(['Acknowledged', 'Acknowledged']));
  await end(own);
  await own.post('ana', `${path}/responses`);
  await Promise.all(both.map(({ ended }) => ended));
  expect(both.map((reader) => typesOf(reader).slice(-2))).toEqual([
    ['Acknowledged', 'end'],
    ['Acknowledged', 'end'],
  ]);
  await until(() => expect(typesOf(other)).toContain('Responded'));
  await own.close();
});

test.each(ENDINGS)(
  'streams end at the next heartbeat where %s, though nothing happens',
  async (_why, end) => {
    const { own, both, other } = await listening({ streamsBeatMs: 50 });
    await end(own);
    await Promise.all(both.map(({ ended }) => ended));
    expect([...both, other].map((reader) => typesOf(reader).at(-1))).toEqual(['end', 'end', undefined]);
    await own.close();
  },
);
