import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CaseNarrowing, CaseOrder, LinesPage, Turn } from '../../src/app/ports/lists.ts';
import type { Sight } from '../../src/app/ports/reading.ts';
import { postgresLists } from '../../src/store/views/lists.ts';
import { on } from '../build/case.ts';
import { type World, world } from '../build/world.ts';

let here: World;
beforeEach(async () => {
  here = await world(on('Tue 09:00'));
});
afterEach(() => here.close());

const ALL: Sight = { all: true, customers: [], own: [], accounts: false, person: 'olga' };

const lists = () =>
  postgresLists({
    db: here.connection.db,
    revisions: here.store.revisions,
    now: async () => on('Tue 09:00'),
  });

interface Asked {
  readonly narrowing?: CaseNarrowing;
  readonly order?: CaseOrder;
  readonly turn?: Turn | undefined;
  readonly max?: number;
  readonly sight?: Sight;
}

const page = ({
  narrowing = {},
  order = 'opened',
  turn,
  max = 100,
  sight = ALL,
}: Asked): Promise<LinesPage> =>
  lists().cases({
    contract: here.contract,
    sight,
    narrowing,
    order,
    turn,
    max,
  });
const idsOf = ({ lines }: LinesPage): readonly string[] => lines.map(({ key }) => key.caseId);
const found = async (asked: Asked): Promise<readonly string[]> => idsOf(await page(asked));

async function opened(count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let at = 0; at < count; at++) {
    await here.setClock(on(`Tue 09:${String(at).padStart(2, '0')}`));
    ids.push((await here.open()).caseId);
  }
  return ids.reverse();
}

const does = (
  caseId: string,
  type: 'acknowledge' | 'satisfied' | 'ask',
  by: string,
  actor: 'contractor' | 'customer',
) =>
  here.send({
    key: { contract: here.contract, caseId },
    caller: undefined,
    actor,
    command: { type, by },
  });

describe('pages', () => {
  test('follow one another without a gap or a repeat while cases are opened and change', async () => {
    const all = await opened(7);
    const seen: string[] = [];
    let turn: Turn | undefined;
    for (let pages = 0; pages < 10; pages++) {
      const { lines, hasAfter } = await page({ max: 3, turn });
      seen.push(...idsOf({ lines, hasBefore: false, hasAfter }));
      await here.open();
      await does(all.at(-1)!, 'ask', 'dana', 'customer');
      await does(all[2]!, 'satisfied', 'dana', 'customer');
      if (!hasAfter) break;
      turn = { way: 'after', place: lines.at(-1)!.place };
    }
    expect(seen).toEqual(all);
  });

  test.each(['opened', 'changed', 'due'] as const)(
    'sorted by %s lead back the way they came',
    async (order) => {
      await opened(7);
      const whole = await found({ order });
      const first = await page({ order, max: 3 });
      const second = await page({ order, max: 3, turn: { way: 'after', place: first.lines.at(-1)!.place } });
      const back = await page({ order, max: 3, turn: { way: 'before', place: second.lines[0]!.place } });
      expect([...idsOf(first), ...idsOf(second)]).toEqual(whole.slice(0, 6));
      expect(idsOf(back)).toEqual(idsOf(first));
      expect([first.hasBefore, first.hasAfter]).toEqual([false, true]);
      expect([second.hasBefore, second.hasAfter]).toEqual([true, true]);
      expect([back.hasBefore, back.hasAfter]).toEqual([false, true]);
    },
  );
});

describe('the order', () => {
  test('by what is due has what is due first at the top, what is closed nowhere, and what stands still last', async () => {
    const [third, second, first, closed] = await opened(4);
    await does(closed!, 'satisfied', 'dana', 'customer');
    expect(await found({ order: 'due' })).toEqual([first, second, third]);
    await sql`update "case" set owed_at = 'infinity' where case_id = ${first}`.execute(here.connection.db);
    const last = await page({ order: 'due', max: 2 });
    expect(idsOf(last)).toEqual([second, third]);
    const end = await page({ order: 'due', max: 2, turn: { way: 'after', place: last.lines[1]!.place } });
    expect(idsOf(end)).toEqual([first]);
    expect(end.lines[0]!.place.at).toBeUndefined();
    const back = await page({ order: 'due', max: 2, turn: { way: 'before', place: end.lines[0]!.place } });
    expect(idsOf(back)).toEqual([second, third]);
  });

  test('by change has the case that changed last at the top', async () => {
    const [third, second, first] = await opened(3);
    await here.setClock(on('Tue 10:00'));
    await does(first!, 'acknowledge', 'ana', 'contractor');
    expect(await found({ order: 'changed' })).toEqual([first, third, second]);
  });
});

describe('searching', () => {
  test('finds a case by the beginning of its number, exactly, and no other', async () => {
    const [second, first] = await opened(2);
    expect(await found({ narrowing: { text: first } })).toEqual([first]);
    expect(await found({ narrowing: { text: first!.slice(0, 4) } })).toEqual([second, first]);
    expect(await found({ narrowing: { text: first!.slice(1) } })).toEqual([]);
  });

  test('finds a reference by its beginning, capitals or not, signs of patterns taken as they are', async () => {
    const plain = (await here.open({ references: ['INC-77', 'x'] })).caseId;
    const odd = (await here.open({ references: ['50%_Ünit\\'] })).caseId;
    await here.open();
    for (const text of ['inc-7', 'INC-77', 'X'])
      expect(await found({ narrowing: { text } })).toEqual([plain]);
    for (const text of ['50%', '50%_ünit\\']) expect(await found({ narrowing: { text } })).toEqual([odd]);
    for (const text of ['%', '_', '77', 'NC-', "'"]) expect(await found({ narrowing: { text } })).toEqual([]);
  });

  test('finds a customer by any part of its name', async () => {
    const { caseId } = await here.open();
    expect(await found({ narrowing: { text: 'AGENC' } })).toEqual([caseId]);
    expect(await found({ narrowing: { text: 'harbor' } })).toEqual([]);
  });

  test('of what very many cases share looks at each in its turn', async () => {
    const [second, first] = await opened(2);
    const { db } = here.connection;
    await sql`insert into case_reference select ${here.contract}, 'many-' || n, 'elsewhere-' || n
      from generate_series(1, 1001) n`.execute(db);
    await sql`insert into case_reference values (${here.contract}, 'MANY-x', ${first!})`.execute(db);
    expect(await found({ narrowing: { text: 'many' } })).toEqual([first]);
    expect(await found({ narrowing: { text: 'MANY', customer: 'nobody' } })).toEqual([]);
    expect(second).toBeDefined();
  });

  test('shows nothing that is out of sight', async () => {
    const { caseId } = await here.open({ references: ['INC-77'] });
    const sight: Sight = { ...ALL, all: false, own: ['agency'], person: 'dora' };
    for (const text of [caseId, 'INC', 'agency'])
      expect(await found({ narrowing: { text }, sight })).toEqual([]);
  });
});

test('a list is narrowed by each of what it can be narrowed by, and by all at once', async () => {
  const closed = (await here.open()).caseId;
  const billing = (await here.open({ track: 'billing', practice: true })).caseId;
  const open = (await here.open()).caseId;
  await does(closed, 'satisfied', 'dana', 'customer');
  expect(await found({ narrowing: { status: 'open' } })).toEqual([open, billing]);
  expect(await found({ narrowing: { status: 'closed' } })).toEqual([closed]);
  expect(await found({ narrowing: { track: 'billing' } })).toEqual([billing]);
  expect(await found({ narrowing: { practice: false } })).toEqual([open, closed]);
  expect(await found({ narrowing: { party: 'contractor' } })).toEqual([open, billing]);
  expect(await found({ narrowing: { level: 2 } })).toEqual([]);
  expect(
    await found({ narrowing: { customer: 'agency', level: 1, status: 'open', practice: true } }),
  ).toEqual([billing]);
  expect(await found({ narrowing: { openedFrom: on('Tue 09:01') } })).toEqual([]);
  expect(await found({ narrowing: { openedUntil: on('Tue 09:01') } })).toHaveLength(3);
});

test('a line has everything a reader needs of its case', async () => {
  const { caseId } = await here.open({ references: ['b', 'a'] });
  const [line] = (await page({})).lines;
  expect(line).toMatchObject({
    key: { contract: here.contract, caseId },
    customerName: 'An agency',
    references: ['a', 'b'],
    isSetAside: false,
    state: { status: 'open', revision: { number: here.revision.number } },
    place: { at: on('Tue 09:00'), caseId },
  });
});
