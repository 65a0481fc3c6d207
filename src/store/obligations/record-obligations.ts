import { type Kysely, sql } from 'kysely';
import {
  type LockedObligation,
  type ObligationChange,
  type ObligationKey,
  recordKeyOf,
} from '../../app/ports/obligations.ts';
import { formatInstant } from '../../core/instant.ts';
import { dueAtOf } from '../../core/obligation/deadlines.ts';
import { partiesToMove } from '../../core/obligation/standing.ts';
import { noObligation, type ObligationState } from '../../core/obligation/state.ts';
import { jobsBefore, queueDeadlines, type Written, withJobs } from '../chain-deadlines.ts';
import { type ChainRow, chainColumns, lockedFrom, queueNotices } from '../chain-rows.ts';
import { forgetFailed } from '../failed-jobs.ts';
import type { Queues } from '../queues.ts';
import { insertEvents } from '../record-changes.ts';
import { milliseconds } from '../views/milliseconds.ts';

interface Row extends ChainRow<ObligationState> {
  readonly contract_id: string;
  readonly obligation_id: string;
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
      ${milliseconds('next_due_at')} as next_due_at, deadline_job
    from obligation where (contract_id, obligation_id) in (select * from unnest(
      ${keys.map((key) => key.contract)}::text[], ${keys.map((key) => key.obligationId)}::text[]))
    order by contract_id, obligation_id for update`.execute(db);
  const found = new Map(
    rows.map((row) => [nameOf({ contract: row.contract_id, obligationId: row.obligation_id }), row]),
  );
  return keys.map((key) =>
    lockedFrom({ key, recordKey: recordKeyOf(key), none: noObligation }, found.get(nameOf(key))),
  );
}

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
  await forgetFailed(db, jobsBefore(changes));
  await queueDeadlines(queues, written, nameInRecord, offsetMs);
  await queueNotices(queues, changes, nameInRecord);
}

const nameInRecord = ({ before }: ObligationChange) => recordKeyOf(before.key);

function rowOf(written: Written<ObligationChange>): Readonly<Record<string, unknown>> {
  const { before, state } = written.change;
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
    ...chainColumns(written),
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
