import { sql } from 'kysely';
import { handle, type Request } from '../../../src/app/handle.ts';
import type { CaseKey } from '../../../src/app/ports/store.ts';
import { asInstant, type Instant } from '../../../src/core/instant.ts';
import type { Place } from './place.ts';

const HOUR_MS = 3_600_000;
/** On the sample's service track level 2 may be contacted after so long. */
const STEP_MS = 4 * HOUR_MS;
const BATCH = 500;
const COPIED_AT_ONCE = 50_000;

/**
 * Real cases whose step to level 2 falls due at the given instants, with everything before it done: opened,
 * promises missed, warnings given.
 */
export async function dueCases(place: Place, dueAt: readonly Instant[]): Promise<readonly CaseKey[]> {
  const keys: CaseKey[] = [];
  for (let from = 0; from < dueAt.length; from += BATCH) {
    const batch = dueAt.slice(from, from + BATCH);
    const [first, last] = [batch[0]!, batch.at(-1)!];
    const ids = await Promise.all(batch.map(() => place.store.transaction((tx) => tx.newCaseId())));
    place.time.standingAt = asInstant(last - STEP_MS);
    await handle(
      place.store,
      batch.map((due, index) => opening(place, ids[index]!, asInstant(due - STEP_MS))),
    );
    place.time.standingAt = asInstant(first - 1);
    await handle(
      place.store,
      ids.map((id) => timeHasCome(place, id)),
    );
    keys.push(...ids.map((caseId) => ({ contract: place.revision.contract, caseId })));
  }
  place.time.standingAt = undefined;
  // What those openings would tell is no part of what is measured.
  await sql`delete from jobs.job where name = 'notice'`.execute(place.connection.db);
  return keys;
}

function opening({ revision }: Place, caseId: string, occurredAt: Instant): Request {
  return {
    key: { contract: revision.contract, caseId },
    caller: undefined,
    actor: 'customer',
    command: {
      ...{
        type: 'open',
        by: 'dana',
        caseId,
        revision,
        track: 'service-impacting',
        customer: 'agency',
        occurredAt,
      },
    },
  };
}

const timeHasCome = ({ revision }: Place, caseId: string): Request => ({
  key: { contract: revision.contract, caseId },
  caller: undefined,
  actor: 'contractor',
  command: { type: 'deadlineDue', by: 'ladder' },
});

/** Fills the database up to so many open cases that wait for next year: copies of one, each with events and a job. */
export async function fill(
  place: Place,
  count: number,
  already: number,
  told: (done: number) => void,
): Promise<void> {
  const { db } = place.connection;
  const { contract } = place.revision;
  const [pattern] = await dueCases(place, [asInstant(Date.UTC(2027, 5, 1))]);
  for (let done = already; done < count; done += COPIED_AT_ONCE) {
    const until = Math.min(done + COPIED_AT_ONCE, count);
    await sql`
      with fresh as materialized (
        select (1000000000 + n)::text as fresh_id, uuidv7() as job_id, n * interval '1 second' as later
        from generate_series(${done + 1}::int, ${until}::int) n),
      jobs as (
        insert into jobs.job select made.* from jobs.job j, fresh,
          jsonb_populate_record(j, jsonb_build_object('id', job_id, 'start_after', j.start_after + later,
            'keep_until', j.keep_until + later,
            'data', jsonb_build_object('contract', ${contract}::text, 'caseId', fresh_id))) made
        where j.name = 'deadline' and j.data->>'caseId' = ${pattern!.caseId}),
      events as (
        insert into event (contract_id, case_id, number, type, at, body, digest)
        select e.contract_id, fresh_id, e.number, e.type, e.at, e.body, e.digest from event e, fresh
        where e.contract_id = ${contract} and e.case_id = ${pattern!.caseId})
      insert into "case" select made.* from "case" c, fresh,
        jsonb_populate_record(c, jsonb_build_object('case_id', fresh_id, 'deadline_job', job_id,
          'next_due_at', c.next_due_at + later)) made
      where c.contract_id = ${contract} and c.case_id = ${pattern!.caseId}`.execute(db);
    told(until);
  }
  await sql`vacuum (analyze)`.execute(db);
}

/** Lets the cases' deadlines come: their first instant is `inMs` from now, on a clock that is moved there. */
export async function startTheClock(
  place: Place,
  keys: readonly CaseKey[],
  first: Instant,
  inMs: number,
): Promise<void> {
  const { db } = place.connection;
  const { rows } = await sql<{ real: number }>`
    select floor(extract(epoch from clock_timestamp()) * 1000)::int8 as real`.execute(db);
  const before = place.time.offsetMs;
  place.time.offsetMs = first - (rows[0]!.real + inMs);
  await sql`
    update jobs.job set start_after = start_after - ${place.time.offsetMs - before} * interval '1 millisecond'
    from "case" c where c.deadline_job = jobs.job.id and jobs.job.name = 'deadline'
      and c.contract_id = ${place.revision.contract}
      and c.case_id = any(${keys.map((key) => key.caseId)}::text[])`.execute(db);
}

/** Takes cases away again, with the letters about them: a clock that goes on does not come to what they still wait for. */
export async function forget(
  { connection: { db }, revision }: Place,
  keys: readonly CaseKey[],
): Promise<void> {
  const ids = keys.map((key) => key.caseId);
  await sql`
    delete from jobs.job where name in ('notice', 'delivery')
      or (name = 'deadline' and data->>'caseId' = any(${ids}::text[]))`.execute(db);
  await sql`
    update "case" set next_due_at = null, deadline_job = null
    where contract_id = ${revision.contract} and case_id = any(${ids}::text[])`.execute(db);
}
