import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HeldUp } from '../../src/app/contract-by-contract.ts';
import { undertakePublished } from '../../src/app/obligation/undertake.ts';
import { asInstant, type Instant } from '../../src/core/instant.ts';
import { startEngine } from '../../src/engine/engine.ts';
import { fireDeadlines } from '../../src/engine/fire-deadlines.ts';
import { watch } from '../../src/engine/watch.ts';
import { readHeld } from '../../src/store/meter-readings.ts';
import { textOf } from '../build/case-page-world.ts';
import { engineParts, fakeLog } from '../build/engine-parts.ts';
import { FRIDAY, type PlanWorld, planWorld } from '../build/plan-world.ts';

const MINUTE_MS = 60_000;
const ILL = 'obligation:plan-agreed';

let here: PlanWorld;
let now: Instant;
beforeEach(async () => {
  here = await planWorld({ isDemonstration: true, now: FRIDAY });
  await undertakePublished(here.store);
  await here.settle();
});
afterEach(() => here.close());

const at = async (instant: Instant): Promise<void> => {
  now = instant;
  await here.setClock(instant);
};
const later = (minutes: number): Promise<void> => at(asInstant(now + minutes * MINUTE_MS));

/** Makes a state on which nothing can be decided; answers what mends it. */
async function poison(table: 'obligation' | 'drill', name: string | number): Promise<() => Promise<void>> {
  const id = sql.ref(table === 'obligation' ? 'obligation_id' : 'drill');
  const { rows } = await sql<{ state: object }>`
    select state from ${sql.table(table)} where ${id} = ${name}`.execute(here.db);
  const set = (state: object) =>
    sql`update ${sql.table(table)} set state = ${JSON.stringify(state)}::json where ${id} = ${name}`.execute(
      here.db,
    );
  await set({ status: 'owed', lastAt: 0 });
  return async () => void (await set(rows[0]!.state));
}

const dueOf = async (obligation: string): Promise<Instant> => {
  const [row] = await here.ask(
    `select (extract(epoch from next_due_at) * 1000)::int8 as due from obligation where obligation_id = $1`,
    [obligation],
  );
  return asInstant(Number(row?.due));
};
const fire = async (parts = engineParts(here.store)) => {
  for (let turns = 0; turns < 5; turns++) await fireDeadlines(parts);
  return parts;
};
const failed = async () => {
  const rows = await here.ask(
    `select case_id as id, times, (extract(epoch from next_at) * 1000)::int8 as next from failed_letter`,
  );
  return rows.map(({ id, times, next }) => [id, times, (Number(next) - now) / MINUTE_MS]);
};

test('a deadline of an obligation that a bug keeps from being decided waits longer each time, and holds up no other', async () => {
  const mend = await poison('obligation', 'plan-agreed');
  await at(await dueOf('plan-agreed'));
  const parts = await fire();
  expect(await failed()).toEqual([[ILL, 1, 1]]);
  expect(parts.log.lines.filter((line) => line.startsWith('chain-not-decided'))).toHaveLength(1);
  for (const [minutes, times, next] of [
    [1, 2, 2],
    [2, 3, 4],
    [4, 4, 8],
  ] as const) {
    await later(minutes);
    await fire(parts);
    expect(await failed()).toEqual([[ILL, times, next]]);
  }
  // The watch leaves it where it waits, and nothing is logged again.
  expect(await watch(parts)).toMatchObject({ requeued: 0, latenessMs: 0 });
  expect(parts.log.lines.filter((line) => line.startsWith('deadline-without-job'))).toEqual([]);
  expect(await readHeld(here.db)).toMatchObject({ failedDeadlines: 1, failedLetters: 0 });
  const [overdue] = await here.ask(
    `select count(*)::int as late from obligation where next_due_at <= $1 and obligation_id <> 'plan-agreed'`,
    [new Date(now).toISOString()],
  );
  expect(overdue).toEqual({ late: 0 });
  await mend();
  await later(8);
  await fire(parts);
  expect(await failed()).toEqual([]);
  expect(await dueOf('plan-agreed')).toBeGreaterThan(now);
});

test('operators see it with its error, have it tried again at once, and the heartbeat waits until they have seen it', async () => {
  const mend = await poison('obligation', 'plan-agreed');
  await at(await dueOf('plan-agreed'));
  await fire();
  const { store } = here;
  expect(await store.unseenLateness(asInstant(now + 2 * MINUTE_MS))).toBe(2 * MINUTE_MS);
  const problems = async () => textOf((await here.get(undefined, '/problems', { host: 'localhost' })).body);
  const page = await problems();
  expect(page).toContain('Obligations and confirmations that cannot be decided');
  expect(page).toContain(ILL);
  expect(page).toMatch(/TypeError/);
  expect(page).not.toContain('Try these letters again now');
  await mend();
  await fire();
  expect(await failed()).toHaveLength(1);
  const pressed = await here.post(undefined, '/problems/deadlines', {});
  expect([pressed.statusCode, pressed.headers.location]).toEqual([303, '/problems']);
  await fire();
  expect(await failed()).toEqual([]);
  expect(await problems()).not.toContain('Try these deadlines again now');
});

test('a start tries it at once, so that a release with the repair goes on', async () => {
  const mend = await poison('obligation', 'plan-agreed');
  await at(await dueOf('plan-agreed'));
  await fire();
  await mend();
  const engine = startEngine(engineParts(here.store));
  await expect.poll(failed).toEqual([]);
  await engine.stop();
});

test('somebody’s command that goes through takes it off the list, as does a job of its own that is gone', async () => {
  const mend = await poison('obligation', 'plan-agreed');
  await at(await dueOf('plan-agreed'));
  await fire();
  await sql`delete from jobs.job where name = 'deadline' and data->>'caseId' = ${ILL}`.execute(here.db);
  expect(await watch(engineParts(here.store))).toMatchObject({ requeued: 1 });
  expect(await failed()).toMatchObject([[ILL, 1, 1]]);
  await mend();
  await fire();
  expect(await failed()).toEqual([]);
});

test('a drill is off the list too once its end is decided', async () => {
  const asked = { level: '3', when: 'now', within: '60', sure: 'yes' };
  const held = await here.post('solutions-architect', `/contracts/${here.contract}/drills`, asked);
  expect(held.statusCode).toBe(303);
  const mend = await poison('drill', 1);
  await at(asInstant(FRIDAY + 61 * MINUTE_MS));
  const parts = await fire();
  expect(await failed()).toEqual([['drill:1', 1, 1]]);
  await mend();
  await later(1);
  await fire(parts);
  expect(await failed()).toEqual([]);
  expect(await here.ask('select status from drill')).toEqual([{ status: 'ended' }]);
});

test('a contract whose obligations cannot be taken up holds up no other, and is tried again later', async () => {
  const log = fakeLog();
  const held = new HeldUp(log);
  const mend = await poison('obligation', 'plan-agreed');
  await here.ask('delete from obligation_plan');
  await at(FRIDAY);
  await undertakePublished(here.store, held);
  const left = await here.ask('select contract_id from obligation_plan');
  expect(left.map(({ contract_id }) => contract_id)).not.toContain(here.contract);
  expect(log.lines.filter((line) => line.startsWith('contract-held-up'))).toHaveLength(1);
  await mend();
  await undertakePublished(here.store, held);
  expect(await here.ask('select contract_id from obligation_plan')).toEqual(left);
  await later(1);
  await undertakePublished(here.store, held);
  const taken = await here.ask('select contract_id from obligation_plan');
  expect(taken.map(({ contract_id }) => contract_id)).toContain(here.contract);
});
