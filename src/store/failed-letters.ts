import { type Kysely, sql } from 'kysely';
import type { FailedNotice } from '../app/ports/engine.ts';
import { asInstant, formatInstant } from '../core/instant.ts';
import type { Queues } from './queues.ts';

/** Puts off a job whose letters cannot be written; one that another node has taken meanwhile is left to it. */
export async function putOffNotice(
  db: Kysely<unknown>,
  queues: Queues,
  { id, notice, error, at, againAfterMs }: FailedNotice,
  offsetMs: number,
): Promise<void> {
  const { contract, caseId } = notice;
  const { rows } = await sql<{ times: number }>`
    select times from failed_letter where contract_id = ${contract} and job_id = ${id}::uuid for update`.execute(
    db,
  );
  const times = (rows[0]?.times ?? 0) + 1;
  const again = asInstant(at + againAfterMs(times));
  if (!(await queues.putOffNotice(id, again - offsetMs))) return;
  await sql`
    insert into failed_letter (contract_id, job_id, case_id, since, times, next_at, error)
    values (${contract}, ${id}::uuid, ${caseId}, ${formatInstant(at)}, ${times}, ${formatInstant(again)}, ${error})
    on conflict (contract_id, job_id) do update
      set times = excluded.times, next_at = excluded.next_at, error = excluded.error`.execute(db);
}

/** What has been written is on no list of what cannot be. */
export async function forgetFailed(db: Kysely<unknown>, jobIds: readonly string[]): Promise<void> {
  await sql`delete from failed_letter where job_id = any(${jobIds}::uuid[])`.execute(db);
}

/** Has all of them tried again at once. */
export async function retryNotices(db: Kysely<unknown>, queues: Queues, at: number): Promise<void> {
  const { rows } = await sql<{ job_id: string }>`
    update failed_letter set next_at = ${formatInstant(asInstant(at))} returning job_id`.execute(db);
  await queues.startNotices(rows.map((row) => row.job_id));
}
