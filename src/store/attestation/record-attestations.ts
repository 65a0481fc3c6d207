import { type Kysely, sql } from 'kysely';
import {
  type AttestationChange,
  type AttestationKey,
  attestationRecordKey,
  type LockedAttestation,
} from '../../app/ports/attestations.ts';
import { type AttestationState, noAttestation } from '../../core/attestation/state.ts';
import { formatInstant } from '../../core/instant.ts';
import { jobsBefore, queueDeadlines, type Written, withJobs } from '../chain-deadlines.ts';
import { type ChainRow, chainColumns, lockedFrom, queueNotices } from '../chain-rows.ts';
import { forgetFailed } from '../failed-jobs.ts';
import type { Queues } from '../queues.ts';
import { insertEvents } from '../record-changes.ts';
import { milliseconds } from '../views/milliseconds.ts';

interface Row extends ChainRow<AttestationState> {
  readonly contract_id: string;
  readonly person_id: string;
}

const nameOf = ({ contract, personId }: AttestationKey): string => JSON.stringify([contract, personId]);

/** Locks attestations in the order of their names; a name without a row is one of somebody not yet taken up. */
export async function lockAttestations(
  db: Kysely<unknown>,
  keys: readonly AttestationKey[],
): Promise<readonly LockedAttestation[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<Row>`
    select contract_id, person_id, state, events, encode(head, 'hex') as head,
      ${milliseconds('next_due_at')} as next_due_at, deadline_job
    from attestation where (contract_id, person_id) in (select * from unnest(
      ${keys.map((key) => key.contract)}::text[], ${keys.map((key) => key.personId)}::text[]))
    order by contract_id, person_id for update`.execute(db);
  const found = new Map(
    rows.map((row) => [nameOf({ contract: row.contract_id, personId: row.person_id }), row]),
  );
  return keys.map((key) =>
    lockedFrom({ key, recordKey: attestationRecordKey(key), none: noAttestation }, found.get(nameOf(key))),
  );
}

/** Writes everything that decisions changed, for all attestations at once, and queues what follows. */
export async function recordAttestations(
  db: Kysely<unknown>,
  queues: Queues,
  changes: readonly AttestationChange[],
  offsetMs: number,
): Promise<void> {
  if (changes.length === 0) return;
  const written = withJobs(changes);
  await writeRows(db, written);
  await insertEvents(
    db,
    changes.map(({ before, events }) => ({ key: attestationRecordKey(before.key), events })),
  );
  await noteConfirmed(db, changes);
  await forgetDoubted(db, changes);
  await forgetFailed(db, jobsBefore(changes));
  await queueDeadlines(queues, written, nameInRecord, offsetMs);
  await queueNotices(queues, changes, nameInRecord);
}

const nameInRecord = ({ before }: AttestationChange) => attestationRecordKey(before.key);

function rowOf(written: Written<AttestationChange>): Readonly<Record<string, unknown>> {
  const { before, state } = written.change;
  return {
    contract_id: before.key.contract,
    person_id: before.key.personId,
    status: state.status,
    ...chainColumns(written),
  };
}

async function writeRows(db: Kysely<unknown>, written: readonly Written<AttestationChange>[]): Promise<void> {
  await sql`
    insert into attestation (contract_id, person_id, status, events, head, state, deadlines, next_due_at, deadline_job)
    select contract_id, person_id, status, events, decode(head, 'hex'), state::json, deadlines::json, next_due_at,
      deadline_job
    from json_to_recordset(${JSON.stringify(written.map(rowOf))}::json) as row (contract_id text, person_id text,
      status text, events integer, head text, state text, deadlines text, next_due_at timestamptz, deadline_job uuid)
    on conflict (contract_id, person_id) do update set status = excluded.status, events = excluded.events,
      head = excluded.head, state = excluded.state, deadlines = excluded.deadlines,
      next_due_at = excluded.next_due_at, deadline_job = excluded.deadline_job`.execute(db);
}

/** What reaches nobody is not confirmed any more. */
async function forgetDoubted(db: Kysely<unknown>, changes: readonly AttestationChange[]): Promise<void> {
  const rows = changes.flatMap(({ before: { key }, doubted }) => doubted.map((field) => ({ ...key, field })));
  if (rows.length === 0) return;
  await sql`
    delete from contact_means using json_to_recordset(${JSON.stringify(rows)}::json)
      as row (contract text, "personId" text, field text)
    where contract_id = contract and person_id = "personId" and contact_means.field = row.field`.execute(db);
}

/** What a contact has confirmed stands beside their numbers, where everybody looks for it. */
async function noteConfirmed(db: Kysely<unknown>, changes: readonly AttestationChange[]): Promise<void> {
  const rows = changes.flatMap(({ before: { key }, confirmed }) =>
    confirmed.map(({ field, at }) => ({ ...key, field, at: formatInstant(at) })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into contact_means (contract_id, person_id, field, confirmed_at)
    select distinct on (contract, "personId", field) contract, "personId", field, at
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as row (contract text, "personId" text, field text, at timestamptz)
    order by contract, "personId", field, at desc
    on conflict (contract_id, person_id, field) do update
      set confirmed_at = greatest(contact_means.confirmed_at, excluded.confirmed_at)`.execute(db);
}
