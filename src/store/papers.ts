import { type Kysely, sql } from 'kysely';
import type { CasePapers, Overseer, Person } from '../app/ports/engine.ts';
import type { CaseKey } from '../app/ports/store.ts';
import type { CaseEvent } from '../core/case/event.ts';
import { eventFromJson } from '../core/case/event-json.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import type { Revisions } from './revisions.ts';

interface EventRow {
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string | null;
}

/** Every event of a case in order, with what was typed where it has not been erased. */
export async function readEvents(
  db: Kysely<unknown>,
  revisions: Revisions,
  { contract, caseId }: CaseKey,
): Promise<readonly CaseEvent[]> {
  const { rows } = await sql<EventRow>`
    select body, text from event left join event_text using (contract_id, case_id, number)
    where contract_id = ${contract} and case_id = ${caseId} order by number`.execute(db);
  const rules = new Map<number, Revision>();
  for (const { body } of rows) {
    const number = (body.revision as { number: number } | undefined)?.number;
    if (number !== undefined) rules.set(number, await revisions.need(db, contract, number));
  }
  return rows.map(({ body: { textDigest, ...body }, text }) =>
    eventFromJson(text === null ? body : { ...body, text }, (number) => rules.get(number)!),
  );
}

interface CaseNames {
  readonly title: string;
  readonly name: string;
  readonly customer_id: string;
  readonly revision: number;
}

/** A case's papers: its events, and the people whom its rules' seats and its events name. */
export async function readPapers(
  db: Kysely<unknown>,
  revisions: Revisions,
  key: CaseKey,
  seatsOf: (revision: Revision) => readonly string[],
): Promise<CasePapers> {
  const { contract, caseId } = key;
  const { rows } = await sql<CaseNames>`
    select contract.title, customer.name, "case".customer_id, "case".revision from "case"
    join contract using (contract_id) join customer using (contract_id, customer_id)
    where contract_id = ${contract} and case_id = ${caseId}`.execute(db);
  const [names] = rows;
  if (!names) return { contractTitle: contract, customerName: '', events: [], seated: {}, people: new Map() };
  const seats = seatsOf(await revisions.need(db, contract, names.revision));
  const events = await readEvents(db, revisions, key);
  const seated = await holders(db, contract, names.customer_id, seats);
  const wanted = new Set([...seats, ...Object.values(seated), ...events.flatMap(peopleIn)]);
  return {
    contractTitle: names.title,
    customerName: names.name,
    events,
    seated,
    people: await readPeople(db, contract, [...wanted]),
  };
}

function peopleIn(event: CaseEvent): readonly string[] {
  const opened =
    event.type === 'CaseOpened' ? [event.reporter ?? event.by, ...Object.values(event.directory)] : [];
  const contacted = event.type === 'LevelContacted' ? event.contacts : [];
  const owner = event.type === 'HandedOver' ? [event.to] : [];
  return [event.by, ...opened, ...contacted, ...owner];
}

/** Seat → person: the customer's own account where it has one, else whoever fills the seat. */
async function holders(
  db: Kysely<unknown>,
  contract: string,
  customer: string,
  seats: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ seat_id: string; person_id: string }>`
    select seat_id, person_id from seat where contract_id = ${contract} and seat_id = any(${seats}::text[])
    union all
    select seat_id, person_id from account where contract_id = ${contract} and customer_id = ${customer}
      and seat_id = any(${seats}::text[])`.execute(db);
  return Object.fromEntries(rows.map((row) => [row.seat_id, row.person_id]));
}

interface PersonRow {
  readonly person_id: string;
  readonly name: string | null;
  readonly title: string | null;
  readonly email: string | null;
  readonly office: string | null;
  readonly mobile: string | null;
  readonly time_zone: string | null;
  readonly shown: Person['shown'];
}

/** People by id; one whose values were erased has its id for a name. */
export async function readPeople(
  db: Kysely<unknown>,
  contract: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const { rows } = await sql<PersonRow>`
    select person_id, name, title, email, office, mobile, time_zone, shown from person
    where contract_id = ${contract} and person_id = any(${ids}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.person_id, personFrom(row)]));
}

const personFrom = (row: PersonRow): Person => ({
  personId: row.person_id,
  name: row.name ?? row.person_id,
  title: row.title ?? undefined,
  email: row.email ?? undefined,
  office: row.office ?? undefined,
  mobile: row.mobile ?? undefined,
  timeZone: row.time_zone ?? undefined,
  shown: row.shown,
});

/** Everybody of oversight, contract by contract. */
export async function readOverseers(db: Kysely<unknown>): Promise<readonly Overseer[]> {
  const { rows } = await sql<PersonRow & { contract_id: string; contract_title: string }>`
    select contract_id, contract.title as contract_title, person_id, name, person.title, email, office, mobile,
      person.time_zone, shown
    from role join person using (contract_id, person_id) join contract using (contract_id)
    where role = 'oversight' order by contract_id, person_id`.execute(db);
  return rows.map((row) => ({
    contract: row.contract_id,
    contractTitle: row.contract_title,
    person: personFrom(row),
  }));
}
