import { type Kysely, sql } from 'kysely';
import type { ClockStep, MovableClock } from '../../app/ports/movable-clock.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import { shiftJobs } from '../move-clock.ts';
import type { PostgresStore } from '../open-store.ts';

/** The offset that a demonstration's database keeps, moved together with the jobs that wait by it. */
export const movableClock = (store: Pick<PostgresStore, 'transaction'>): MovableClock => ({
  isDemonstration: () =>
    store.transaction(async ({ db }) => {
      const { rows } = await sql<{ kind: string }>`select kind from installation`.execute(db);
      return rows[0]?.kind === 'demonstration';
    }),
  now: () => store.transaction((tx) => tx.now()),
  stepTowards: (target) =>
    store.transaction(async (tx) => {
      await sql`select from installation for update`.execute(tx.db);
      // Who decided while the clock was moved last has queued its deadline by the clock before.
      await tx.requeue(await tx.missingJobs(target, REQUEUED_MAX));
      return stepTowards(tx.db, target);
    }),
});

const REQUEUED_MAX = 1_000;

interface Due {
  readonly real: number;
  readonly offset: number;
  readonly next: number | null;
  readonly under_way: number;
}

/** The row of the installation is locked: two who move the clock wait for each other. */
async function stepTowards(db: Kysely<unknown>, target: Instant): Promise<ClockStep> {
  const { rows } = await sql<Due>`
    select floor(extract(epoch from clock_timestamp()) * 1000)::int8 as real, clock_offset_ms as offset,
      (select ceil(extract(epoch from min(start_after)) * 1000)::int8 from jobs.job
        where name in ('deadline', 'notice', 'delivery') and state < 'active' and not blocked) as next,
      (select count(*)::int from jobs.job
        where name in ('deadline', 'notice', 'delivery') and state = 'active') as under_way
    from installation`.execute(db);
  const { real, offset, next, under_way: underWay } = rows[0]!;
  const now = asInstant(real + offset);
  if (now >= target && underWay === 0 && (next === null || next > real)) return { now, step: 'arrived' };
  if (underWay > 0 || (next !== null && next <= real)) return { now, step: 'waits' };
  const to = Math.min(target, next === null ? target : next + offset);
  const by = to - now;
  await sql`update installation set clock_offset_ms = clock_offset_ms + ${by}`.execute(db);
  await shiftJobs(db, by);
  for (const channel of ['ladder_due', 'ladder_notice', 'ladder_delivery']) {
    await sql`select pg_notify(${channel}, '0')`.execute(db);
  }
  return { now: asInstant(to), step: 'moved' };
}
