import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { FailedDeadline, FailedNotice } from '../app/ports/engine.ts';
import type { CaseKey } from '../app/ports/store.ts';
import { asInstant, formatInstant, type Instant } from '../core/instant.ts';
import type { Queues } from './queues.ts';

// The table `failed_letter` keeps every job that a bug of ours keeps from being done and that is tried again: notices of
// which no letters can be written, and deadlines of what has a chain beside the cases that cannot be decided. A job’s queue
// says which it is.

/** Whether a row of `failed_letter`, called so, is a deadline and no letter. */
export const IS_DEADLINE: RawBuilder<boolean> = sql`exists (
  select from jobs.job where job.name = 'deadline' and job.id = failed_letter.job_id)`;

interface Failed {
  readonly id: string;
  readonly key: CaseKey;
  readonly error: string;
  readonly at: Instant;
  readonly againAfterMs: (times: number) => number;
}

/** Puts off a job that has failed; one that another node has taken meanwhile is left to it. */
async function putOff(
  db: Kysely<unknown>,
  { id, key: { contract, caseId }, error, at, againAfterMs }: Failed,
  lets: (again: Instant) => Promise<boolean>,
): Promise<void> {
  const { rows } = await sql<{ times: number }>`
    select times from failed_letter where contract_id = ${contract} and job_id = ${id}::uuid for update`.execute(
    db,
  );
  const times = (rows[0]?.times ?? 0) + 1;
  const again = asInstant(at + againAfterMs(times));
  if (!(await lets(again))) return;
  await sql`
    insert into failed_letter (contract_id, job_id, case_id, since, times, next_at, error)
    values (${contract}, ${id}::uuid, ${caseId}, ${formatInstant(at)}, ${times}, ${formatInstant(again)}, ${error})
    on conflict (contract_id, job_id) do update
      set times = excluded.times, next_at = excluded.next_at, error = excluded.error`.execute(db);
}

/** Puts off a notice whose letters cannot be written. */
export const putOffNotice = (
  db: Kysely<unknown>,
  queues: Queues,
  { notice: key, ...failed }: FailedNotice,
  offsetMs: number,
): Promise<void> =>
  putOff(db, { ...failed, key }, (again) => queues.putOffNotice(failed.id, again - offsetMs));

/** Puts off a deadline that cannot be decided. */
export const putOffDeadline = (
  db: Kysely<unknown>,
  queues: Queues,
  { job: { id, key }, ...failed }: FailedDeadline,
  offsetMs: number,
): Promise<void> =>
  putOff(db, { ...failed, id, key }, (again) => queues.putOffDeadline(id, again - offsetMs));

/** What has been done is on no list of what cannot be. */
export async function forgetFailed(db: Kysely<unknown>, jobIds: readonly string[]): Promise<void> {
  if (jobIds.length === 0) return;
  await sql`delete from failed_letter where job_id = any(${jobIds}::uuid[])`.execute(db);
}

/** Has all notices that were put off tried again at once. */
export async function retryNotices(db: Kysely<unknown>, queues: Queues, at: Instant): Promise<void> {
  await queues.startNotices(await startingAgain(db, sql`not ${IS_DEADLINE}`, at));
}

/** Has all deadlines that were put off tried again at once. */
export async function retryDeadlines(db: Kysely<unknown>, queues: Queues, at: Instant): Promise<void> {
  await queues.startDeadlines(await startingAgain(db, IS_DEADLINE, at));
}

async function startingAgain(
  db: Kysely<unknown>,
  which: RawBuilder<unknown>,
  at: Instant,
): Promise<readonly string[]> {
  const { rows } = await sql<{ job_id: string }>`
    update failed_letter set next_at = ${formatInstant(at)} where ${which} returning job_id`.execute(db);
  return rows.map((row) => row.job_id);
}
