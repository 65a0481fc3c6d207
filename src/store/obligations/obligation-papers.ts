import { type Kysely, sql } from 'kysely';
import type { ObligationPapers, Person } from '../../app/ports/engine.ts';
import { type ObligationKey, recordKeyOf } from '../../app/ports/obligations.ts';
import type { ObligationEvent } from '../../core/obligation/event.ts';
import { wholeEvent } from '../../core/plain-event.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import { readPeople } from '../papers.ts';

/** Who speaks for a party about what it owes: the role that holds it, for those who have it today. */
const SPEAKING: Readonly<Record<string, Party>> = {
  programManager: 'contractor',
  oversight: 'oversight',
  customerManager: 'customer',
};
/** A party of more people than this has a desk that tells them. */
const SPEAKERS_MAX = 50;

/** Papers of obligations, in the order of their keys. */
export async function readObligationPapers(
  db: Kysely<unknown>,
  keys: readonly ObligationKey[],
): Promise<readonly ObligationPapers[]> {
  const papers: ObligationPapers[] = [];
  const contracts = new Map<string, Pick<ObligationPapers, 'contractTitle' | 'parties'>>();
  for (const key of keys) {
    const known = contracts.get(key.contract) ?? (await readContract(db, key.contract));
    contracts.set(key.contract, known);
    const events = await readObligationEvents(db, key);
    const people = await readPeople(db, key.contract, [...new Set(events.map(({ by }) => by))]);
    papers.push({ ...known, events, people });
  }
  return papers;
}

/** The title of a contract, and who speaks for each of its parties today. */
export async function readContract(
  db: Kysely<unknown>,
  contract: string,
): Promise<Pick<ObligationPapers, 'contractTitle' | 'parties'>> {
  const { rows } = await sql<{ title: string; person_id: string | null; role: string | null }>`
    select title, person_id, role from contract left join lateral (
      select person_id, role from role where role.contract_id = contract.contract_id
        and role = any(${Object.keys(SPEAKING)}::text[])
      order by role, person_id limit ${SPEAKERS_MAX * 3}) speaking on true
    where contract_id = ${contract}`.execute(db);
  const ids = rows.flatMap(({ person_id }) => person_id ?? []);
  const people = await readPeople(db, contract, ids);
  const parties: Record<Party, Person[]> = { customer: [], contractor: [], oversight: [] };
  for (const { person_id, role } of rows) {
    const party = role === null ? undefined : SPEAKING[role];
    const person = person_id === null ? undefined : people.get(person_id);
    if (party && person && parties[party].length < SPEAKERS_MAX) parties[party].push(person);
  }
  return { contractTitle: rows[0]?.title ?? contract, parties };
}

/** Every event of an obligation in order, with what was typed where it has not been erased. */
async function readObligationEvents(
  db: Kysely<unknown>,
  key: ObligationKey,
): Promise<readonly ObligationEvent[]> {
  const { contract, caseId } = recordKeyOf(key);
  const { rows } = await sql<{ body: Readonly<Record<string, unknown>>; text: string | null }>`
    select body, text from event left join event_text using (contract_id, case_id, number)
    where contract_id = ${contract} and case_id = ${caseId} order by number`.execute(db);
  return rows.map(({ body: { textDigest, ...body }, text }) => {
    const whole = text === null ? body : { ...body, text };
    return wholeEvent(whole) as unknown as ObligationEvent;
  });
}
