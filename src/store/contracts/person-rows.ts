import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { NewPerson, Page, Person, RoleHeld } from '../../app/ports/contracts.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { type Language, languageOf } from '../../core/message/catalogue.ts';
import { instantOf, present } from './row-values.ts';

interface PersonRow {
  readonly contract_id: string;
  readonly person_id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly office: string | null;
  readonly mobile: string | null;
  readonly title: string | null;
  readonly language: string | null;
  readonly erased_at: Date | null;
  readonly roles: readonly { readonly role: string; readonly customerId: string | null }[];
}

export const people = (
  db: Kysely<unknown>,
  contract: string,
  ids: readonly string[],
): Promise<readonly Person[]> =>
  peopleWhere(db, sql`contract_id = ${contract} and person_id = any(${[...ids]}::text[])`, ids.length);

export const peoplePage = (
  db: Kysely<unknown>,
  contract: string,
  { after, max }: Page,
): Promise<readonly Person[]> =>
  peopleWhere(db, sql`contract_id = ${contract} and person_id > ${after}`, max);

async function peopleWhere(
  db: Kysely<unknown>,
  condition: RawBuilder<unknown>,
  max: number,
): Promise<readonly Person[]> {
  const { rows } = await sql<PersonRow>`
    select contract_id, person_id, name, email, office, mobile, title, language, erased_at,
      (select coalesce(json_agg(json_build_object('role', role, 'customerId', customer_id) order by role), '[]')
        from role where role.contract_id = person.contract_id and role.person_id = person.person_id) as roles
    from person where ${condition} order by person_id limit ${max}`.execute(db);
  return rows.map(personFrom);
}

function personFrom(row: PersonRow): Person {
  const { contract_id: contract, person_id: personId, language, erased_at, roles, ...values } = row;
  return {
    contract,
    personId,
    ...present(values),
    roles: roles.map(({ role, customerId }) => ({ role, customerId: customerId ?? undefined })),
    language: languageOf(language ?? undefined),
    erasedAt: instantOf(erased_at),
  };
}

export async function addPerson(db: Kysely<unknown>, person: NewPerson): Promise<void> {
  const { contract, personId, name = null, email = null, office = null, mobile = null } = person;
  const { title = null, shown = null, language = null } = person;
  await sql`
    insert into person (contract_id, person_id, name, email, office, mobile, title, shown, language)
    values (${contract}, ${personId}, ${name}, ${email}, ${office}, ${mobile}, ${title},
      coalesce(${shown}::text, 'customers'), ${language})`.execute(db);
}

export const peopleAt = (
  db: Kysely<unknown>,
  contract: string,
  email: string,
  max: number,
): Promise<readonly Person[]> =>
  peopleWhere(db, sql`contract_id = ${contract} and lower(email) = ${email} and erased_at is null`, max);

/** Who was erased is nobody's to keep. */
export const peopleHolding = (
  db: Kysely<unknown>,
  contract: string,
  held: readonly RoleHeld[],
  { after, max }: Page,
): Promise<readonly Person[]> =>
  peopleWhere(
    db,
    sql`contract_id = ${contract} and person_id > ${after} and erased_at is null and exists (select from role
      join json_to_recordset(${JSON.stringify(held)}::json) as held (role text, "customerId" text)
        on role.role = held.role and (held."customerId" is null or role.customer_id = held."customerId")
      where role.contract_id = person.contract_id and role.person_id = person.person_id)`,
    max,
  );

export async function peopleWhoCame(
  db: Kysely<unknown>,
  contract: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from account_person join person using (contract_id, person_id)
    where contract_id = ${contract} and person_id = any(${[...ids]}::text[])
      and (address is null or address = lower(email))`.execute(db);
  return new Set(rows.map((row) => row.person_id));
}

export async function setLanguage(
  db: Kysely<unknown>,
  contract: string,
  personId: string,
  language: Language | undefined,
): Promise<void> {
  await sql`
    update person set language = ${language ?? null}
    where contract_id = ${contract} and person_id = ${personId} and erased_at is null`.execute(db);
}

export async function grant(
  db: Kysely<unknown>,
  contract: string,
  personId: string,
  { role, customerId = undefined }: RoleHeld,
): Promise<void> {
  await sql`
    insert into role (contract_id, person_id, role, customer_id)
    values (${contract}, ${personId}, ${role}, ${customerId ?? null})`.execute(db);
}

export async function withdraw(
  db: Kysely<unknown>,
  contract: string,
  personId: string,
  role: string,
): Promise<void> {
  await sql`
    delete from role where contract_id = ${contract} and person_id = ${personId} and role = ${role}`.execute(
    db,
  );
}

/** Who was erased holds a role in name alone. */
export async function holders(
  db: Kysely<unknown>,
  contract: string,
  role: string,
  max: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from role join person using (contract_id, person_id)
    where contract_id = ${contract} and role = ${role} and erased_at is null
    order by person_id limit ${max}`.execute(db);
  return rows.map((row) => row.person_id);
}

export async function renamePerson(
  db: Kysely<unknown>,
  contract: string,
  personId: string,
  { name = undefined, title = undefined }: Pick<Person, 'name' | 'title'>,
): Promise<void> {
  await sql`
    update person set name = ${name ?? null}, title = ${title ?? null}
    where contract_id = ${contract} and person_id = ${personId} and erased_at is null`.execute(db);
}

export async function seats(db: Kysely<unknown>, contract: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ seat_id: string; person_id: string }>`
    select seat_id, person_id from seat where contract_id = ${contract} and person_id is not null`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.seat_id, row.person_id]));
}

export async function vacantSeats(db: Kysely<unknown>, contract: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ seat_id: string }>`
    select seat_id from seat where contract_id = ${contract} and person_id is null`.execute(db);
  return new Set(rows.map((row) => row.seat_id));
}

/** In the place of whoever fills it; undefined: nobody. */
export async function putSeat(
  db: Kysely<unknown>,
  contract: string,
  seat: string,
  personId: string | undefined,
  since: Instant,
): Promise<void> {
  await sql`
    insert into seat (contract_id, seat_id, person_id, since)
    values (${contract}, ${seat}, ${personId ?? null}, ${formatInstant(since)})
    on conflict (contract_id, seat_id) do update set person_id = excluded.person_id, since = excluded.since`.execute(
    db,
  );
}
