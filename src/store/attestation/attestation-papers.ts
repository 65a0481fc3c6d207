import { type Kysely, sql } from 'kysely';
import {
  type AttestationKey,
  type AttestationPapers,
  attestationRecordKey,
} from '../../app/ports/attestations.ts';
import type { AttestationEvent } from '../../core/attestation/event.ts';
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
