import { type Kysely, sql } from 'kysely';
import { chainStart } from '../../app/ports/chain-start.ts';
import {
  type LockedObligation,
  type ObligationChange,
  type ObligationKey,
  recordKeyOf,
} from '../../app/ports/obligations.ts';
import { asInstant, formatInstant } from '../../core/instant.ts';
import { dueAtOf } from '../../core/obligation/deadlines.ts';
import { partiesToMove } from '../../core/obligation/standing.ts';
import { noObligation, type ObligationState } from '../../core/obligation/state.ts';
import { queueDeadlines, type Written, withJobs } from '../chain-deadlines.ts';
import type { Queues } from '../queues.ts';
import { insertEvents } from '../record-changes.ts';

interface Row {
  readonly contract_id: string;
  readonly obligation_id: string;
  readonly state: ObligationState;
  readonly events: number;
  readonly head: string;
  readonly next_due_at: number | null;
  readonly deadline_job: string | null;
}

const nameOf = ({ contract, obligationId }: ObligationKey): string =>
  JSON.stringify([contract, obligationId]);

/** Locks obligations in the order of their names; a name without a row is one not yet undertaken. */
export async function lockObligations(
  db: Kysely<unknown>,
  keys: readonly ObligationKey[],
): Promise<readonly LockedObligation[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<Row>`
    select contract_id, obligation_id, state, events, encode(head, 'hex') as head,
      (extract(epoch from next_due_at) * 1000)::int8 as next_due_at, deadline_job
    from obligation where (contract_id, obligation_id) in (select * from unnest(
      ${keys.map((key) => key.contract)}::text[], ${keys.map((key) => key.obligationId)}::text[]))
    order by contract_id, obligation_id for update`.execute(db);
  const found = new Map(
    rows.map((row) => [nameOf({ contract: row.contract_id, obligationId: row.obligation_id }), row]),
  );
  return keys.map((key) => lockedFrom(key, found.get(nameOf(key))));
}

const lockedFrom = (key: ObligationKey, row: Row | undefined): LockedObligation => ({
  key,
  state: row?.state ?? noObligation,
  events: row?.events ?? 0,
  head: row?.head ?? chainStart(recordKeyOf(key)),
  nextDueAt: row?.next_due_at == null ? undefined : asInstant(row.next_due_at),
  deadlineJob: row?.deadline_job ?? undefined,
});

/** Writes everything that decisions changed, for all obligations at once, and queues what follows. */
export async function recordObligations(
  db: Kysely<unknown>,
  queues: Queues,
  changes: readonly ObligationChange[],
  offsetMs: number,
): Promise<void> {
  if (changes.length === 0) return;
  const written = withJobs(changes);
  await writeRows(db, written);
  await insertEvents(
    db,
    changes.map(({ before, events }) => ({ key: recordKeyOf(before.key), events })),
  );
  await queueDeadlines(queues, written, ({ before }) => recordKeyOf(before.key), offsetMs);
  await queues.addNotices(
    changes
      .filter(({ tells }) => tells)
      .map(({ before, events }) => ({
        ...recordKeyOf(before.key),
        from: before.events + 1,
        to: before.events + events.length,
        round: 0,
      })),
  );
}

function rowOf({ change, job }: Written<ObligationChange>): Readonly<Record<string, unknown>> {
  const { before, state, events, deadlines, nextDueAt } = change;
  return {
    contract_id: before.key.contract,
    obligation_id: before.key.obligationId,
    obligation: state.obligation,
    revision: state.revisionNumber,
    kind: state.terms.kind,
    owner: state.terms.owner,
    accepted_by: state.terms.acceptedBy,
    status: state.status,
    due_on: state.dueOn,
    due_at: formatInstant(dueAtOf(state)),
    waiting: partiesToMove(state),
    changed_at: formatInstant(state.lastAt),
    events: before.events + events.length,
    head: events.at(-1)?.digest ?? before.head,
    state: JSON.stringify(state),
    deadlines: JSON.stringify(deadlines),
    next_due_at: nextDueAt === undefined ? null : formatInstant(nextDueAt),
    deadline_job: job,
  };
}

async function writeRows(db: Kysely<unknown>, written: readonly Written<ObligationChange>[]): Promise<void> {
  await sql`
    insert into obligation (contract_id, obligation_id, obligation, revision, kind, owner, accepted_by, status, due_on,
      due_at, waiting, changed_at, events, head, state, deadlines, next_due_at, deadline_job)
    select contract_id, obligation_id, obligation, revision, kind, owner, accepted_by, status, due_on, due_at, waiting,
      changed_at, events, decode(head, 'hex'), state::json, deadlines::json, next_due_at, deadline_job
    from json_to_recordset(${JSON.stringify(written.map(rowOf))}::json) as row (contract_id text, obligation_id text,
      obligation text, revision integer, kind text, owner text, accepted_by text, status text, due_on date,
      due_at timestamptz, waiting text[], changed_at timestamptz, events integer, head text, state text,
      deadlines text, next_due_at timestamptz, deadline_job uuid)
    on conflict (contract_id, obligation_id) do update set revision = excluded.revision, kind = excluded.kind,
      owner = excluded.owner, accepted_by = excluded.accepted_by, status = excluded.status, due_on = excluded.due_on,
      due_at = excluded.due_at, waiting = excluded.waiting, changed_at = excluded.changed_at,
      events = excluded.events, head = excluded.head, state = excluded.state, deadlines = excluded.deadlines,
      next_due_at = excluded.next_due_at, deadline_job = excluded.deadline_job`.execute(db);
}
