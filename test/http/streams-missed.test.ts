import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import type { HttpParts } from '../../src/http/parts.ts';
import { httpServer } from '../../src/http/server.ts';
import { on } from '../build/case.ts';
import { until } from '../build/until.ts';
import { type ApiWorld, apiWorld, CONTRACT } from './api-world.ts';
import { readsOf, typesOf } from './stream-reader.ts';

/** More than are read at once, and than were once told at most. */
const MANY = 1200;
const ENDS = /\d+$/;

let here: ApiWorld;
let ended: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ended) await end();
  ended = [];
  await here.close();
});

const idOf = (path: string): string => ENDS.exec(path)?.[0] ?? '';

/** A case of another customer to which a great deal happens. */
async function busyCase(): Promise<string> {
  const path = await here.opened('nils');
  await sql`insert into event (contract_id, case_id, number, type, at, body, digest)
    select contract_id, case_id, 2 + more, type, at, body, digest from event, generate_series(1, ${MANY}) more
    where case_id = ${idOf(path)} and number = 2`.execute(here.world.connection.db);
  return path;
}

/** The place of a reader who has heard nothing since an instant. */
const since = (text: string) => ({ 'last-event-id': `${on(text)}-0-0` });

test('after a break a reader is told everything of theirs, however much happened to others', async () => {
  here = await apiWorld();
  const at = await here.server.listen({ host: '127.0.0.1', port: 0 });
  const busy = await busyCase();
  const mine = await here.opened('dana');
  await here.world.setClock(on('Tue 10:00'));
  await here.post('ana', `${mine}/responses`);
  const headers = since('Mon 09:00');
  const [dana, olga] = await Promise.all([
    readsOf('dana', `${CONTRACT}/events`, { from: here, at, headers }),
    readsOf('olga', `${CONTRACT}/events`, { from: here, at, headers }),
  ]);
  ended = [async () => dana.stop(), async () => olga.stop()];
  await until(() => expect(typesOf(dana)).toEqual(['CaseOpened', 'LevelContacted', 'Responded']));
  await until(() => expect(olga.told).toHaveLength(2 + MANY + 3));
  const places = olga.told.map(({ data: { caseId, number } }) => `${caseId}/${number}`);
  const all = (path: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${idOf(path)}/${index + 1}`);
  expect(places).toEqual([...all(busy, 2 + MANY), ...all(mine, 3)]);
  const again = await readsOf('olga', `${CONTRACT}/events`, {
    ...{ from: here, at },
    headers: { 'last-event-id': olga.told.at(-2)!.id },
  });
  ended.push(async () => again.stop());
  await until(() => expect(typesOf(again).at(-1)).toBe('Responded'));
});

test('of one case everything is told too', async () => {
  here = await apiWorld();
  const at = await here.server.listen({ host: '127.0.0.1', port: 0 });
  const busy = await busyCase();
  const reader = await readsOf('nils', `${busy}/stream?after=0`, { from: here, at });
  ended = [async () => reader.stop()];
  await until(() => expect(reader.told.at(-1)?.id).toBe(String(2 + MANY)));
  expect(reader.told).toHaveLength(2 + MANY);
});

const STREAMS: readonly (readonly [
  string,
  (path: string) => string,
  Record<string, string>,
  'events' | 'contractEvents',
])[] = [
  ['a contract', () => `${CONTRACT}/events`, since('Tue 08:00'), 'contractEvents'],
  ['a case', (path) => `${path}/stream?after=0`, {}, 'events'],
];

test.each(STREAMS)(
  'what happens while a reader of %s is told what it missed is told after it',
  async (...of) => {
    const [, pathOf, headers, question] = of;
    here = await apiWorld();
    const path = await here.opened();
    let isFirst = true;
    const asked = async (...values: unknown[]): Promise<unknown> => {
      const ask = here.parts.reading[question] as (...given: unknown[]) => Promise<unknown>;
      const read = await ask(...values);
      if (isFirst) {
        isFirst = false;
        await heardOf(() => here.post('ana', `${path}/responses`));
      }
      return read;
    };
    const reading = { ...here.parts.reading, [question]: asked } as HttpParts['reading'];
    const server = await httpServer({ ...here.parts, reading });
    const at = await server.listen({ host: '127.0.0.1', port: 0 });
    const reader = await readsOf('dana', pathOf(path), { from: here, at, headers });
    ended = [async () => reader.stop(), () => server.close()];
    await until(() => expect(typesOf(reader)).toEqual(['CaseOpened', 'LevelContacted', 'Responded']));
  },
);

/** Does something to a case, and waits until this node has heard of it. */
async function heardOf(happens: () => Promise<unknown>): Promise<void> {
  const numbers: number[] = [];
  const end = here.world.store.onChange((_key, number) => numbers.push(number));
  await happens();
  await until(() => expect(numbers).toContain(3));
  end();
}
