import { type Kysely, sql } from 'kysely';
import type { CaseKey } from '../../../src/app/ports/store.ts';
import type { Place } from './place.ts';

const BATCH = 500;

/**
 * The rows that firing writes, by SQL alone and set by set: the case and its state, its event, its old job away, a
 * job for its next deadline and one for its letters. Nothing is read to be decided, and nothing is decided.
 */
export async function bareSeconds(
  place: Place,
  keys: readonly CaseKey[],
  connections: number,
): Promise<number> {
  const { db } = place.connection;
  const { contract } = place.revision;
  const batches: string[][] = [];
  for (let from = 0; from < keys.length; from += BATCH) {
    batches.push(keys.slice(from, from + BATCH).map((key) => key.caseId));
  }
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let ids = batches.pop(); ids; ids = batches.pop()) {
        const batch = ids;
        await db.transaction().execute((trx) => writeBatch(trx as Kysely<unknown>, contract, batch));
      }
    }),
  );
  return (performance.now() - begin) / 1000;
}

async function writeBatch(db: Kysely<unknown>, contract: string, ids: readonly string[]): Promise<void> {
  const chosen = sql`contract_id = ${contract} and case_id = any(${ids}::text[])`;
  const { rows } = await sql<{ deadline_job: string }>`
    select deadline_job from "case" where ${chosen} order by contract_id, case_id for update`.execute(db);
  const old = rows.map((row) => row.deadline_job);
  await sql`
    insert into event (contract_id, case_id, number, type, at, body, digest)
    select c.contract_id, c.case_id, c.events + 1, 'StepFellDue', c.changed_at, pattern.body, c.head
    from "case" c, (select body from event where contract_id = ${contract} and type = 'StepFellDue' limit 1) pattern
    where c.contract_id = ${contract} and c.case_id = any(${ids}::text[])`.execute(db);
  await sql`
    update "case" set revision = revision, track = track, status = status, level = level, waiting_kind = 'move',
      waiting_party = 'customer', changed_at = changed_at, next_due_at = next_due_at + interval '5 hours',
      deadline_job = gen_random_uuid(), events = events + 1, said = said + 1, head = head, state = state::text::json,
      deadlines = deadlines::text::json
    where ${chosen}`.execute(db);
  await sql`
    insert into jobs.job select made.* from "case" c join jobs.job j on j.id = any(${old}::uuid[])
        and j.name = 'deadline' and j.data->>'caseId' = c.case_id,
      jsonb_populate_record(j, jsonb_build_object('id', c.deadline_job,
        'start_after', j.start_after + interval '5 hours')) made
    where c.contract_id = ${contract} and c.case_id = any(${ids}::text[])`.execute(db);
  await sql`
    insert into jobs.job select made.* from jobs.job j,
      jsonb_populate_record(j, jsonb_build_object('id', gen_random_uuid(), 'name', 'notice',
        'data', j.data || '{"from": 9, "to": 9, "round": 0}')) made
    where j.name = 'deadline' and j.id = any(${old}::uuid[])`.execute(db);
  await sql`delete from jobs.job where name = 'deadline' and id = any(${old}::uuid[])`.execute(db);
}
