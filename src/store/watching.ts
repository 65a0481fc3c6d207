import { randomUUIDv7 } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Missing } from '../app/ports/engine.ts';
import type { CaseKey } from '../app/ports/store.ts';
import { asInstant, formatInstant, type Instant } from '../core/instant.ts';
import type { Queues } from './queues.ts';
import { CHAINS, HAS_FAILED } from './watch-chains.ts';

interface KeyRow {
  readonly contract_id: string;
  readonly case_id: string;
}

const keyOf = (row: KeyRow): CaseKey => ({ contract: row.contract_id, caseId: row.case_id });

/** Open cases with a deadline before `until` that no waiting job will act on in time, locked; others' locks are left. */
export async function missingJobs(
  db: Kysely<unknown>,
  until: Instant,
  offsetMs: number,
  max: number,
): Promise<readonly Missing[]> {
  const { rows } = await sql<KeyRow & { due_at: number }>`
    select c.contract_id, c.case_id, (extract(epoch from c.next_due_at) * 1000)::int8 as due_at
    from "case" c left join jobs.job j on j.name = 'deadline' and j.id = c.deadline_job
    where c.next_due_at < ${formatInstant(until)}::timestamptz and c.set_aside_at is null
      and (j.id is null or j.state <> 'created'
        or j.start_after > c.next_due_at - ${offsetMs} * interval '1 millisecond' + interval '1 second')
    order by c.next_due_at limit ${max} for update of c skip locked`.execute(db);
  return rows.map((row) => ({ key: keyOf(row), dueAt: asInstant(row.due_at) }));
}

/** Gives each case a new job; one that was only late in starting is replaced. */
export async function requeue(
  db: Kysely<unknown>,
  queues: Queues,
  missing: readonly Missing[],
  offsetMs: number,
): Promise<void> {
  if (missing.length === 0) return;
  const jobs = missing.map(({ key, dueAt }) => ({
    id: randomUUIDv7() as string,
    key,
    startAt: dueAt - offsetMs,
  }));
  const rows = jobs.map(({ id, key }) => ({ id, ...key }));
  const { rows: old } = await sql<{ old: string }>`
    with row as (select * from json_to_recordset(${JSON.stringify(rows)}::json)
      as row (id uuid, contract text, "caseId" text)),
    before as (select contract_id, case_id, deadline_job from "case"
      join row on contract_id = contract and case_id = "caseId"),
    changed as (update "case" set deadline_job = row.id from row
      where contract_id = contract and case_id = "caseId" returning 1)
    select deadline_job as old from before, (select count(*) from changed) as all_changed
    where deadline_job is not null`.execute(db);
  await queues.dropDeadlines(old.map((row) => row.old));
  await queues.addDeadlines(jobs);
}

/** By how much the earliest deadline nobody has acted on is past, in milliseconds; 0 where none is. */
export async function latestness(db: Kysely<unknown>, now: Instant): Promise<number> {
  const chains = CHAINS.map(
    ({ table }) => sql`(select min(next_due_at) from ${sql.table(table)} o
      where next_due_at is not null and not ${HAS_FAILED})`,
  );
  const { rows } = await sql<{ due_at: number | null }>`
    select (extract(epoch from least(
      (select min(next_due_at) from "case" where next_due_at is not null and set_aside_at is null),
      ${sql.join(chains)})) * 1000)::int8 as due_at`.execute(db);
  const dueAt = rows[0]?.due_at ?? null;
  return dueAt === null ? 0 : Math.max(0, now - dueAt);
}

/**
 * Its state stays as it was; its deadline waits until it is tried again, and has no job meanwhile. Answers whether it
 * was acted on until now.
 */
export async function setAside(
  db: Kysely<unknown>,
  queues: Queues,
  { contract, caseId }: CaseKey,
  { at, error, by }: { readonly at: Instant; readonly error: string; readonly by: string },
): Promise<boolean> {
  const { rows } = await sql<{ job: string | null; is_new: boolean }>`
    with before as (select deadline_job, set_aside_at from "case"
      where contract_id = ${contract} and case_id = ${caseId} for update)
    update "case" set set_aside_at = coalesce("case".set_aside_at, ${formatInstant(at)}::timestamptz),
      set_aside_error = ${error}, set_aside_by = ${by}, deadline_job = null
    from before where contract_id = ${contract} and case_id = ${caseId}
    returning before.deadline_job as job, before.set_aside_at is null as is_new`.execute(db);
  const [row] = rows;
  if (row?.job) await queues.dropDeadlines([row.job]);
  return row?.is_new ?? false;
}

/**
 * Cases that an earlier start of a node set aside, or tried again last, locked. Earlier and not just another: of two nodes
 * that start together each would go on taking up what the other has put down.
 */
export async function takeSetAside(
  db: Kysely<unknown>,
  version: string,
  max: number,
): Promise<readonly CaseKey[]> {
  const { rows } = await sql<KeyRow>`
    select contract_id, case_id from "case" where set_aside_at is not null and set_aside_by < ${version} collate "C"
    order by set_aside_at limit ${max} for update skip locked`.execute(db);
  return rows.map(keyOf);
}
