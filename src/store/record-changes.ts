import { randomUUIDv7 } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { CaseChange, CaseKey, Recorded } from '../app/ports/store.ts';
import { highestLevel, type OpenState } from '../core/case/state.ts';
import { waitingFor } from '../core/case/waiting-for.ts';
import { formatInstant } from '../core/instant.ts';
import { recordAnswerTimes } from './answer-times.ts';
import { writeCasePeople } from './case-people.ts';
import { insertPromiseEnds, listColumns } from './list-columns.ts';
import type { Queues } from './queues.ts';
import { stateJson } from './state-json.ts';

/** A change, and the job that will act on the case's next deadline from now on. */
interface Written {
  readonly change: CaseChange;
  readonly job: string | null;
}

/** Writes everything that decisions changed, table by table for all cases at once, and queues what follows. */
export async function recordChanges(
  db: Kysely<unknown>,
  queues: Queues,
  changes: readonly CaseChange[],
  offsetMs: number,
): Promise<void> {
  if (changes.length === 0) return;
  const written = changes.map((change) => ({ change, job: jobOf(change) }));
  const fresh = written.filter(({ change }) => change.before.events === 0);
  const known = written.filter(({ change }) => change.before.events > 0);
  if (fresh.length > 0) await insertCases(db, fresh);
  if (known.length > 0) await updateCases(db, known);
  await insertEvents(
    db,
    changes.map(({ before: { key }, events }) => ({ key, events })),
  );
  await writeCasePeople(db, changes);
  await insertPromiseEnds(db, changes);
  await recordAnswerTimes(db, changes);
  await queueDeadlines(queues, written, offsetMs);
  await queueNotices(queues, changes);
  await announce(db, changes);
}

/** A job's name begins with the time: those of cases opened together lie together in its index, and fall due so. */
const jobOf = ({ before, nextDueAt }: CaseChange): string | null =>
  nextDueAt === undefined ? null : (before.deadlineJob ?? randomUUIDv7());

const iso = (instant: number | undefined): string | null =>
  instant === undefined ? null : formatInstant(instant as Parameters<typeof formatInstant>[0]);

function caseRow({ change, job }: Written): Readonly<Record<string, unknown>> {
  const { before, state, events, deadlines, nextDueAt } = change;
  const { contract, caseId } = before.key;
  const open: OpenState = state.status === 'closed' ? state.last : state;
  const waiting = waitingFor(state);
  return {
    contract_id: contract,
    case_id: caseId,
    customer_id: open.customer,
    revision: open.revision.number,
    track: open.track.id,
    status: state.status,
    level: highestLevel(open),
    waiting_kind: waiting.kind,
    waiting_party: waiting.party ?? null,
    practice: open.practice,
    opened_by: open.reporter,
    opened_at: iso(open.openedAt),
    changed_at: iso(state.lastAt),
    closed_at: state.status === 'closed' ? iso(state.closedAt) : null,
    next_due_at: iso(nextDueAt),
    deadline_job: job,
    events: before.events + events.length,
    said: saidOf(change),
    head: events.at(-1)?.digest ?? before.head,
    state: JSON.stringify(stateJson(state)),
    deadlines: JSON.stringify(deadlines),
    ...listColumns(state),
  };
}

function saidOf({ before, events }: CaseChange): number {
  const last = events.findLast(({ event }) => event.type !== 'DeliveryRecorded');
  return last?.number ?? before.said;
}

const COLUMNS = sql`contract_id text, case_id text, customer_id text, revision integer, track text, status text,
  level integer, waiting_kind text, waiting_party text, practice boolean, opened_by text, opened_at timestamptz,
  changed_at timestamptz, closed_at timestamptz, next_due_at timestamptz, deadline_job uuid, events integer, said integer,
  head text, state text, deadlines text, owed_at timestamptz, owes_word boolean, owner text, oversight_work text[],
  oversight_at timestamptz, oversight_step_at timestamptz`;

async function insertCases(db: Kysely<unknown>, fresh: readonly Written[]): Promise<void> {
  await sql`
    insert into "case" (contract_id, case_id, customer_id, revision, track, status, level, waiting_kind,
      waiting_party, practice, opened_by, opened_at, changed_at, closed_at, next_due_at, deadline_job, events, said,
      head, state, deadlines, ${LIST_COLUMNS})
    select contract_id, case_id, customer_id, revision, track, status, level, waiting_kind,
      waiting_party, practice, opened_by, opened_at, changed_at, closed_at, next_due_at, deadline_job, events, said,
      decode(head, 'hex'), state::json, deadlines::json, ${LIST_COLUMNS}
    from json_to_recordset(${JSON.stringify(fresh.map(caseRow))}::json) as row (${COLUMNS})`.execute(db);
  const references = fresh.flatMap(({ change }) =>
    [...new Set(referencesOf(change))].map((reference) => ({ ...change.before.key, reference })),
  );
  if (references.length === 0) return;
  await sql`
    insert into case_reference (contract_id, reference, case_id)
    select contract, reference, "caseId" from json_to_recordset(${JSON.stringify(references)}::json)
      as row (contract text, reference text, "caseId" text)`.execute(db);
}

const referencesOf = ({ events }: CaseChange): readonly string[] =>
  events.flatMap(({ event }) => (event.type === 'CaseOpened' ? event.references : []));

/** What never changes of a case is not sent again. */
function changedRow(written: Written): Readonly<Record<string, unknown>> {
  const { customer_id, practice, opened_by, opened_at, ...row } = caseRow(written);
  return row;
}

const CHANGED_COLUMNS = sql`contract_id text, case_id text, revision integer, track text, status text,
  level integer, waiting_kind text, waiting_party text, changed_at timestamptz, closed_at timestamptz,
  next_due_at timestamptz, deadline_job uuid, events integer, said integer, head text, state text, deadlines text,
  owed_at timestamptz, owes_word boolean, owner text, oversight_work text[], oversight_at timestamptz,
  oversight_step_at timestamptz`;

const LIST_COLUMNS = sql`owed_at, owes_word, owner, oversight_work, oversight_at, oversight_step_at`;

async function updateCases(db: Kysely<unknown>, known: readonly Written[]): Promise<void> {
  await sql`
    update "case" set revision = row.revision, track = row.track, status = row.status, level = row.level,
      waiting_kind = row.waiting_kind, waiting_party = row.waiting_party, changed_at = row.changed_at,
      closed_at = row.closed_at, next_due_at = row.next_due_at, deadline_job = row.deadline_job,
      events = row.events, said = row.said, head = decode(row.head, 'hex'), state = row.state::json,
      deadlines = row.deadlines::json, owed_at = row.owed_at, owes_word = row.owes_word, owner = row.owner,
      oversight_work = row.oversight_work, oversight_at = row.oversight_at,
      oversight_step_at = row.oversight_step_at,
      set_aside_at = null, set_aside_error = null, set_aside_by = null
    from json_to_recordset(${JSON.stringify(known.map(changedRow))}::json) as row (${CHANGED_COLUMNS})
    where "case".contract_id = row.contract_id and "case".case_id = row.case_id`.execute(db);
}

/** New events of one name in the record. */
interface EventsOf {
  readonly key: CaseKey;
  readonly events: readonly Recorded<{ readonly type: string }>[];
}

/** Writes events into the record, and what was typed beside them. */
export async function insertEvents(db: Kysely<unknown>, changes: readonly EventsOf[]): Promise<void> {
  const rows = changes.flatMap(({ key, events }) =>
    events.map(({ number, event, body, digest }) => ({
      c: key.contract,
      i: key.caseId,
      n: number,
      t: event.type,
      a: body.at,
      b: JSON.stringify(body),
      d: digest,
    })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into event (contract_id, case_id, number, type, at, body, digest)
    select c, i, n, t, a, b::json, decode(d, 'hex') from json_to_recordset(${JSON.stringify(rows)}::json)
      as row (c text, i text, n integer, t text, a timestamptz, b text, d text)`.execute(db);
  const texts = changes.flatMap(({ key, events }) =>
    events.flatMap(({ number, text }) =>
      text ? [{ c: key.contract, i: key.caseId, n: number, ...text }] : [],
    ),
  );
  if (texts.length === 0) return;
  await sql`
    insert into event_text (contract_id, case_id, number, salt, text)
    select c, i, n, decode(salt, 'hex'), text from json_to_recordset(${JSON.stringify(texts)}::json)
      as row (c text, i text, n integer, salt text, text text)`.execute(db);
}

async function queueDeadlines(queues: Queues, written: readonly Written[], offsetMs: number): Promise<void> {
  const jobs = (chosen: (change: CaseChange) => boolean) =>
    written.flatMap(({ change, job }) =>
      job !== null && change.nextDueAt !== undefined && chosen(change)
        ? [{ id: job, key: change.before.key, startAt: change.nextDueAt - offsetMs }]
        : [],
    );
  const hadOne = ({ before }: CaseChange): boolean => before.deadlineJob !== undefined;
  await queues.dropDeadlines(
    written.flatMap(({ change, job }) => (job === null ? (change.before.deadlineJob ?? []) : [])),
  );
  await queues.addDeadlines(jobs((change) => !hadOne(change)));
  await queues.moveDeadlines(jobs((change) => hadOne(change) && change.renewJob));
}

async function queueNotices(queues: Queues, changes: readonly CaseChange[]): Promise<void> {
  await queues.addNotices(
    changes
      .filter((change) => change.tells)
      .map(({ before, events }) => ({
        ...before.key,
        from: before.events + 1,
        to: before.events + events.length,
        round: 0,
      })),
  );
}

/** A notification may carry 8,000 bytes. */
const ANNOUNCED_MAX = 100;

/** Tells every node which cases have changed, once the transaction has committed. */
async function announce(db: Kysely<unknown>, changes: readonly CaseChange[]): Promise<void> {
  const changed = changes.filter(({ events }) => events.length > 0);
  // A burst is not announced case by case: nobody can follow it, and each name would cost every listener.
  if (changed.length === 0 || changed.length > ANNOUNCED_MAX) return;
  const payloads = changed.map(({ before, events }) => {
    const { contract, caseId } = before.key;
    return JSON.stringify([contract, caseId, before.events + events.length]);
  });
  await sql`
    select pg_notify('ladder_changed', payload) from unnest(${payloads}::text[]) as row (payload)`.execute(
    db,
  );
}
