import { type Kysely, sql } from 'kysely';
import {
  type AttestationKey,
  type AttestationPapers,
  attestationRecordKey,
} from '../../app/ports/attestations.ts';
import type { AttestationEvent } from '../../core/attestation/event.ts';
import type { ContactField } from '../../core/contact/contact-change.ts';
import { wholeEvent } from '../../core/plain-event.ts';
import { readContract } from '../obligations/obligation-papers.ts';
import { readPeople } from '../papers.ts';

/** Papers of attestations, in the order of their keys. */
export async function readAttestationPapers(
  db: Kysely<unknown>,
  keys: readonly AttestationKey[],
): Promise<readonly AttestationPapers[]> {
  const contracts = new Map<string, Awaited<ReturnType<typeof readContract>>>();
  const papers: AttestationPapers[] = [];
  for (const key of keys) {
    const { contract, personId } = key;
    const known = contracts.get(contract) ?? (await readContract(db, contract));
    contracts.set(contract, known);
    const { contractor, oversight } = known.parties;
    papers.push({
      contractTitle: known.contractTitle,
      events: await readAttestationEvents(db, key),
      person: (await readPeople(db, contract, [personId])).get(personId),
      managers: contractor,
      parties: [...new Map([...contractor, ...oversight].map((one) => [one.personId, one])).values()],
    });
  }
  return papers;
}

async function readAttestationEvents(
  db: Kysely<unknown>,
  key: AttestationKey,
): Promise<readonly AttestationEvent[]> {
  const { contract, caseId } = attestationRecordKey(key);
  const { rows } = await sql<{ body: Readonly<Record<string, unknown>> }>`
    select body from event where contract_id = ${contract} and case_id = ${caseId} order by number`.execute(
    db,
  );
  return rows.map(({ body }) => wholeEvent(body) as unknown as AttestationEvent);
}

/** A number as it is dialled, however it is written. */
const digits = (column: 'mobile' | 'office') =>
  sql`'+' || regexp_replace(${sql.ref(column)}, '\\D', '', 'g')`;

/** Of deliveries those that went to an address or a number by which somebody who stands at a level is reached today, one each. */
export async function deliveriesToContacts(
  db: Kysely<unknown>,
  deliveries: readonly { readonly contract: string; readonly deliveryId: string }[],
): Promise<readonly (AttestationKey & { readonly deliveryId: string; readonly detail: ContactField })[]> {
  if (deliveries.length === 0) return [];
  const { rows } = await sql<{
    contract_id: string;
    person_id: string;
    delivery_id: string;
    detail: ContactField;
  }>`
    select distinct on (contract_id, person_id, detail) contract_id, person_id, delivery_id, detail
    from delivery join delivery_body using (contract_id, delivery_id) join person using (contract_id, person_id)
    join attestation using (contract_id, person_id)
    cross join lateral (select case when means = 'email' and lower(address) = lower(email) then 'email'
      when means <> 'email' and address = ${digits('mobile')} then 'mobile'
      when means <> 'email' and address = ${digits('office')} then 'office' end as detail) found
    where (contract_id, delivery_id) in (select * from unnest(
      ${deliveries.map(({ contract }) => contract)}::text[], ${deliveries.map(({ deliveryId }) => deliveryId)}::uuid[]))
      and attestation.status <> 'released' and detail is not null
    order by contract_id, person_id, detail, delivery_id`.execute(db);
  return rows.map((row) => ({
    contract: row.contract_id,
    personId: row.person_id,
    deliveryId: row.delivery_id,
    detail: row.detail,
  }));
}
