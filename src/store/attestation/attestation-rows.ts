import { type Kysely, sql } from 'kysely';
import {
  type AttestationChange,
  type AttestationKey,
  attestationRecordKey,
} from '../../app/ports/attestations.ts';
import { type LiveAttestation, noAttestation } from '../../core/attestation/state.ts';
import { formatInstant } from '../../core/instant.ts';
import { chainTable } from '../chain-table.ts';

export const ATTESTATIONS = chainTable({
  name: 'attestation',
  key: { contract_id: 'text', person_id: 'text' },
  keyRow: ({ contract, personId }: AttestationKey) => ({ contract_id: contract, person_id: personId }),
  own: { status: 'text' },
  ownRow: ({ status }: LiveAttestation) => ({ status }),
  recordKey: attestationRecordKey,
  none: noAttestation,
});

/** What a contact has confirmed, and what has turned out to reach nobody, is known beside their numbers too. */
export async function keepConfirmed(
  db: Kysely<unknown>,
  changes: readonly AttestationChange[],
): Promise<void> {
  await noteConfirmed(db, changes);
  await forgetDoubted(db, changes);
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
