import { type Kysely, sql } from 'kysely';
import type { CaseKey } from '../../../src/app/ports/store.ts';
import type { Place } from './place.ts';

const BATCH = 500;
/** As the store queues them. */
const NOTICES_TOGETHER = 20;

/** What is written of one batch: contents as long as those that firing writes, made before the time is taken. */
interface Contents {
  /** JSON. */
  readonly cases: string;
  readonly events: string;
  readonly jobs: readonly string[];
}

/**
 * The rows that firing writes, by SQL alone and set by set: the case with its state, its event, its job moved to the
 * next deadline, and a job for the letters of every few cases. Contents are at hand: nothing is read to be decided,
 * and nothing is decided.
 */
export async function bareSeconds(
  place: Place,
  keys: readonly CaseKey[],
  connections: number,
): Promise<number> {
  const { db } = place.connection;
  const { contract } = place.revision;
  const batches: Contents[] = [];
  for (let from = 0; from < keys.length; from += BATCH) {
    const ids = keys.slice(from, from + BATCH).map((key) => key.caseId);
    batches.push(await readContents(db, contract, ids));
  }
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let batch = batches.pop(); batch; batch = batches.pop()) {
        const contents = batch;
        await db.transaction().execute((trx) => writeBatch(trx as Kysely<unknown>, contract, contents));
      }
    }),
  );
  return (performance.now() - begin) / 1000;
}

async function readContents(
  db: Kysely<unknown>,
  contract: string,
  ids: readonly string[],
): Promise<Contents> {
  const chosen = sql`contract_id = ${contract} and case_id = any(${ids}::text[])`;
  const { rows: cases } = await sql<{ job: string }>`
    select case_id as id, deadline_job as job, events + 1 as number, encode(head, 'hex') as head, state::text as state,
      deadlines::text as deadlines, changed_at as at from "case" where ${chosen} order by case_id`.execute(
    db,
  );
  const { rows: events } = await sql`
    select case_id as id, events + 1 as number, encode(head, 'hex') as head, pattern.body::text as body,
      changed_at as at
    from "case", (select body from event where contract_id = ${contract} and type = 'StepFellDue' limit 1) pattern
    where ${chosen} order by case_id`.execute(db);
  return { cases: JSON.stringify(cases), events: JSON.stringify(events), jobs: cases.map(({ job }) => job) };
}

async function writeBatch(
  db: Kysely<unknown>,
  contract: string,
  { cases, events, jobs }: Contents,
): Promise<void> {
  await sql`
    insert into event (contract_id, case_id, number, type, at, body, digest)
    select ${contract}, id, number, 'StepFellDue', at, body::json, decode(head, 'hex')
    from json_to_recordset(${events}::json)
      as row (id text, number integer, head text, body text, at timestamptz)`.execute(db);
  await sql`
    update "case" set waiting_kind = 'move', waiting_party = 'customer', changed_at = row.at,
      next_due_at = next_due_at + interval '5 hours', deadline_job = row.job, events = row.number, said = row.number,
      head = decode(row.head, 'hex'), state = row.state::json, deadlines = row.deadlines::json
    from json_to_recordset(${cases}::json) as row (id text, job uuid, number integer, head text, state text,
      deadlines text, at timestamptz)
    where contract_id = ${contract} and case_id = row.id`.execute(db);
  await sql`
    update jobs.job set start_after = start_after + interval '5 hours', keep_until = keep_until + interval '5 hours'
    where name = 'deadline' and id = any(${jobs}::uuid[])`.execute(db);
  await sql`
    insert into jobs.job select made.* from jobs.job j,
      jsonb_populate_record(j, jsonb_build_object('id', gen_random_uuid(), 'name', 'notice',
        'data', jsonb_build_object('notices', (select jsonb_agg(one) from (select j.data as one from generate_series(1, ${NOTICES_TOGETHER}::int)) ones)))) made
    where j.name = 'deadline' and j.id = any(${jobs.slice(0, jobs.length / NOTICES_TOGETHER)}::uuid[])`.execute(
    db,
  );
}
