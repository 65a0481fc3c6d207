import { type Kysely, sql } from 'kysely';
import type { CasePapers, Overseer, Person } from '../app/ports/engine.ts';
import type { CaseKey } from '../app/ports/store.ts';
import type { CaseEvent } from '../core/case/event.ts';
import { eventFromJson } from '../core/case/event-json.ts';
import { languageOf } from '../core/message/catalogue.ts';
import { dialled } from '../core/plan/asked/telephone.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import type { NoticeRules } from '../core/reach/notice-rules.ts';
import type { Revisions } from './revisions.ts';

interface EventRow {
  readonly contract_id: string;
  readonly case_id: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string | null;
}

/** Every event of a case in order, with what was typed where it has not been erased. */
export const readEvents = (
  db: Kysely<unknown>,
  revisions: Revisions,
  key: CaseKey,
): Promise<readonly CaseEvent[]> =>
  readEventsOfAll(db, revisions, [key]).then((all) => all.get(nameOf(key)) ?? []);

const nameOf = ({ contract, caseId }: CaseKey): string => `${contract}/${caseId}`;
const nameOfRow = (row: { contract_id: string; case_id: string }): string =>
  nameOf({ contract: row.contract_id, caseId: row.case_id });

const among = (keys: readonly CaseKey[]) => sql`(contract_id, case_id) in (
  select * from unnest(${keys.map((key) => key.contract)}::text[], ${keys.map((key) => key.caseId)}::text[]))`;

async function readEventsOfAll(
  db: Kysely<unknown>,
  revisions: Revisions,
  keys: readonly CaseKey[],
): Promise<ReadonlyMap<string, readonly CaseEvent[]>> {
  const { rows } = await sql<EventRow>`
    select contract_id, case_id, body, text from event left join event_text using (contract_id, case_id, number)
    where ${among(keys)} order by contract_id, case_id, number`.execute(db);
  const rules = new Map<string, Revision>();
  const events = new Map<string, CaseEvent[]>();
  for (const row of rows) {
    const { textDigest, ...body } = row.body;
    const number = (body.revision as { number: number } | undefined)?.number;
    const contract = row.contract_id;
    if (number !== undefined && !rules.has(`${contract}/${number}`))
      rules.set(`${contract}/${number}`, await revisions.need(db, contract, number));
    const event = eventFromJson(
      row.text === null ? body : { ...body, text: row.text },
      (wanted) => rules.get(`${contract}/${wanted}`)!,
    );
    const name = nameOfRow(row);
    const known = events.get(name);
    if (known) known.push(event);
    else events.set(name, [event]);
  }
  return events;
}

interface CaseNames {
  readonly contract_id: string;
  readonly case_id: string;
  readonly title: string;
  readonly name: string;
  readonly customer_id: string;
  readonly revision: number;
}

/** Papers of cases, in the order of their keys: the events, and the people whom the rules' seats and the events name. */
export async function readPapers(
  db: Kysely<unknown>,
  revisions: Revisions,
  keys: readonly CaseKey[],
  seatsOf: (revision: Revision) => readonly string[],
): Promise<readonly CasePapers[]> {
  const { rows } = await sql<CaseNames>`
    select contract_id, case_id, contract.title, customer.name, "case".customer_id, "case".revision from "case"
    join contract using (contract_id) join customer using (contract_id, customer_id)
    where ${among(keys)}`.execute(db);
  const events = await readEventsOfAll(db, revisions, keys);
  const papers = new Map<string, CasePapers>();
  for (const [contract, cases] of Map.groupBy(rows, (row) => row.contract_id)) {
    const found = await papersOfContract(db, revisions, contract, cases, events, seatsOf);
    for (const [name, one] of found) papers.set(name, one);
  }
  return keys.map((key) => papers.get(nameOf(key)) ?? noPapers(key));
}

const noPapers = ({ contract }: CaseKey): CasePapers => ({
  ...{ contractTitle: contract, customerName: '', events: [], seated: {}, people: new Map() },
});

/** What cases of one contract share is asked once: who fills which seat, and who these people are. */
async function papersOfContract(
  db: Kysely<unknown>,
  revisions: Revisions,
  contract: string,
  cases: readonly CaseNames[],
  eventsOf: ReadonlyMap<string, readonly CaseEvent[]>,
  seatsOf: (revision: Revision) => readonly string[],
): Promise<ReadonlyMap<string, CasePapers>> {
  const seats = new Map<number, readonly string[]>();
  for (const number of new Set(cases.map((one) => one.revision)))
    seats.set(number, seatsOf(await revisions.need(db, contract, number)));
  const all = [...new Set([...seats.values()].flat())];
  const filled = await holders(db, contract, [...new Set(cases.map((one) => one.customer_id))], all);
  const wanted = new Map(
    cases.map((one) => {
      const events = eventsOf.get(nameOfRow(one)) ?? [];
      const ours = seats.get(one.revision) ?? [];
      const seated = seatedFor(filled, one.customer_id, ours);
      const people = new Set([...ours, ...Object.values(seated), ...events.flatMap(peopleIn)]);
      return [nameOfRow(one), { names: one, events, seated, people }] as const;
    }),
  );
  const everybody = new Set([...wanted.values()].flatMap(({ people }) => [...people]));
  const known = await readPeople(db, contract, [...everybody]);
  const replaced = await replacedIn(
    db,
    contract,
    [...wanted.values()].flatMap((one) => one.events),
    known,
  );
  return new Map(
    [...wanted].map(([name, { names, events, seated, people }]) => [
      name,
      {
        contractTitle: names.title,
        customerName: names.name,
        events,
        seated,
        people: new Map([...known].filter(([id]) => people.has(id))),
        replaced,
      },
    ]),
  );
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Which deliveries that were refused for good went to an address or a number that is not their person's today. */
async function replacedIn(
  db: Kysely<unknown>,
  contract: string,
  events: readonly CaseEvent[],
  people: ReadonlyMap<string, Person>,
): Promise<ReadonlySet<string>> {
  const ids = events.flatMap((event) =>
    event.type === 'DeliveryRecorded' && event.result === 'failed' && event.why === undefined
      ? [event.delivery].filter((id) => UUID.test(id))
      : [],
  );
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string; person: string; means: string; address: string }>`
    select delivery_id as id, person_id as person, means, address
    from delivery join delivery_body using (contract_id, delivery_id)
    where contract_id = ${contract} and delivery_id = any(${ids}::uuid[]) and address is not null`.execute(
    db,
  );
  const isReplaced = ({ person, means, address }: (typeof rows)[number]): boolean => {
    const known = people.get(person);
    const now = means === 'email' ? known?.email : (known?.mobile ?? known?.office);
    if (now === undefined) return false;
    return means === 'email' ? now !== address : dialled(now) !== dialled(address);
  };
  return new Set(rows.filter(isReplaced).map(({ id }) => id));
}

function peopleIn(event: CaseEvent): readonly string[] {
  const opened =
    event.type === 'CaseOpened' ? [event.reporter ?? event.by, ...Object.values(event.directory)] : [];
  const contacted = event.type === 'LevelContacted' ? event.contacts : [];
  const owner = event.type === 'HandedOver' ? [event.to] : [];
  const shared = 'person' in event ? [event.person] : [];
  return [event.by, ...opened, ...contacted, ...owner, ...shared];
}

interface Holder {
  readonly seat_id: string;
  readonly person_id: string;
  /** Whose account it is; null where the seat is filled for everybody. */
  readonly customer_id: string | null;
}

const seatedFor = (
  filled: readonly Holder[],
  customer: string,
  seats: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    filled
      .filter((one) => seats.includes(one.seat_id) && (one.customer_id ?? customer) === customer)
      .map((one) => [one.seat_id, one.person_id]),
  );

/** Who fills the seats; a customer's own account comes after whoever fills the seat for everybody, and outdoes them. */
async function holders(
  db: Kysely<unknown>,
  contract: string,
  customers: readonly string[],
  seats: readonly string[],
): Promise<readonly Holder[]> {
  const { rows } = await sql<Holder>`
    select seat_id, coalesce(person_id, '') as person_id, null as customer_id from seat
    where contract_id = ${contract} and seat_id = any(${seats}::text[])
    union all
    select seat_id, person_id, customer_id from account
    where contract_id = ${contract} and customer_id = any(${customers}::text[])
      and seat_id = any(${seats}::text[])`.execute(db);
  return rows;
}

interface PersonRow {
  readonly person_id: string;
  readonly name: string | null;
  readonly title: string | null;
  readonly email: string | null;
  readonly office: string | null;
  readonly mobile: string | null;
  readonly time_zone: string | null;
  readonly language: string;
  readonly shown: Person['shown'];
  readonly is_doubted: boolean;
  readonly is_texted_no_more?: boolean;
  readonly rules: NoticeRules | null;
}

/** What somebody chose at their own account, which goes before what is recorded of the person. */
const OWN_CHOICE = sql`left join lateral (
    select account.language, account.time_zone
    from account_person mine join sign_in_account account on account.id = mine.account_id
    where mine.contract_id = person.contract_id and mine.person_id = person.person_id
      and (mine.address is null or mine.address = lower(person.email))) own on true`;
const CHOSEN = sql`coalesce(own.time_zone, person.time_zone) as time_zone,
  coalesce(own.language, person.language,
    (select contract.language from contract where contract.contract_id = person.contract_id)) as language`;

/** People by id; one whose values were erased has its id for a name. */
export async function readPeople(
  db: Kysely<unknown>,
  contract: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const { rows } = await sql<PersonRow>`
    select person_id, name, title, email, office, mobile, shown, ${CHOSEN},
      exists (select from attestation where attestation.contract_id = person.contract_id
        and attestation.person_id = person.person_id and state -> 'doubted' -> 'email' is not null) as is_doubted,
      exists (select from telephone_number where number = '+' || regexp_replace(mobile, '\\D', '', 'g')
        and stopped_at is not null) as is_texted_no_more,
      (select state -> 'rules' from notice_rules where notice_rules.contract_id = person.contract_id
        and notice_rules.person_id = person.person_id and status = 'set') as rules
    from person ${OWN_CHOICE}
    where contract_id = ${contract} and person_id = any(${ids}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.person_id, personFrom(row)]));
}

const personFrom = (row: PersonRow): Person => ({
  personId: row.person_id,
  name: row.name ?? row.person_id,
  title: row.title ?? undefined,
  email: row.email ?? undefined,
  ...(row.rules && { rules: row.rules }),
  ...(row.is_doubted && { isDoubted: true as const }),
  ...(row.is_texted_no_more && { lost: ['text'] as const }),
  office: row.office ?? undefined,
  mobile: row.mobile ?? undefined,
  timeZone: row.time_zone ?? undefined,
  language: languageOf(row.language) ?? 'en',
  shown: row.shown,
});

/** So many people of a role are told of what is no case. */
const TOLD_MAX = 20;

/** People who hold a role. */
export async function readPeopleHolding(
  db: Kysely<unknown>,
  contract: string,
  role: string,
): Promise<readonly Person[]> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct person_id from role where contract_id = ${contract} and role = ${role}
    order by person_id limit ${TOLD_MAX}`.execute(db);
  const people = await readPeople(
    db,
    contract,
    rows.map(({ person_id }) => person_id),
  );
  return [...people.values()];
}

/** Everybody of oversight, contract by contract. */
export async function readOverseers(db: Kysely<unknown>): Promise<readonly Overseer[]> {
  const { rows } = await sql<PersonRow & { contract_id: string; contract_title: string }>`
    select contract_id, contract.title as contract_title, person_id, name, person.title, email, office, mobile,
      shown, ${CHOSEN}
    from role join person using (contract_id, person_id) join contract using (contract_id) ${OWN_CHOICE}
    where role = 'oversight' order by contract_id, person_id`.execute(db);
  return rows.map((row) => ({
    contract: row.contract_id,
    contractTitle: row.contract_title,
    person: personFrom(row),
  }));
}
