import { type Kysely, sql } from 'kysely';
import type { ListedContract, ListedCustomer, ReachedPerson } from '../../app/ports/reading.ts';
import { type ReachedRow, reachedFrom } from './reached-row.ts';

interface ContractRow {
  readonly contract_id: string;
  readonly title: string;
  readonly time_zone: string;
  readonly published: number | null;
}

/** The contracts of the installation, or only one. */
export async function listContracts(
  db: Kysely<unknown>,
  only: string | undefined,
): Promise<readonly ListedContract[]> {
  const { rows } = await sql<ContractRow>`
    select contract_id, title, time_zone, (select max(number) from revision
      where revision.contract_id = contract.contract_id and state = 'published') as published
    from contract where ${only ?? null}::text is null or contract_id = ${only ?? null}
    order by contract_id limit 1000`.execute(db);
  return rows.map((row) => ({
    contract: row.contract_id,
    title: row.title,
    timeZone: row.time_zone,
    published: row.published ?? undefined,
  }));
}

interface CustomerRow {
  readonly customer_id: string;
  readonly name: string;
  readonly accounts: Readonly<Record<string, string>> | null;
}

const ACCOUNTS = sql`(select json_object_agg(seat_id, person_id) from account
  where account.contract_id = customer.contract_id and account.customer_id = customer.customer_id)`;

const customerOf = (row: CustomerRow): ListedCustomer => ({
  customerId: row.customer_id,
  name: row.name,
  accounts: row.accounts ?? {},
});

/** Every customer of a contract: a few hundred agencies at most buy under one. */
export async function listCustomers(
  db: Kysely<unknown>,
  contract: string,
): Promise<readonly ListedCustomer[]> {
  const { rows } = await sql<CustomerRow>`
    select customer_id, name, ${ACCOUNTS} as accounts from customer where contract_id = ${contract}
    order by customer_id limit 10000`.execute(db);
  return rows.map(customerOf);
}

export async function findCustomer(
  db: Kysely<unknown>,
  contract: string,
  customerId: string,
): Promise<ListedCustomer | undefined> {
  const { rows } = await sql<CustomerRow>`
    select customer_id, name, ${ACCOUNTS} as accounts from customer
    where contract_id = ${contract} and customer_id = ${customerId}`.execute(db);
  return rows[0] && customerOf(rows[0]);
}

/** Whether a person holds a role of this customer. */
export async function isOfCustomer(
  db: Kysely<unknown>,
  contract: string,
  customerId: string,
  personId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from role where contract_id = ${contract} and person_id = ${personId}
      and customer_id = ${customerId} limit 1`.execute(db);
  return rows.length > 0;
}

interface AskedRow extends ReachedRow {
  readonly asked: string;
}

/** What these people are called themselves; an id that is nobody's own stands for who fills the seat of that name. */
export async function namesOfPeople(
  db: Kysely<unknown>,
  contract: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ readonly asked: string; readonly name: string }>`
    select asked, coalesce(own.name, holder.name) as name
    from unnest(${[...new Set(ids)]}::text[]) as asked
    left join person own on own.contract_id = ${contract} and own.person_id = asked
    left join seat on own.person_id is null and seat.contract_id = ${contract} and seat.seat_id = asked
    left join person holder on holder.contract_id = ${contract} and holder.person_id = seat.person_id
    where coalesce(own.name, holder.name) is not null`.execute(db);
  return new Map(rows.map(({ asked, name }) => [asked, name]));
}

/**
 * Who fills each of these seats today, an id that is no seat being a person's own; or these people themselves, whose ids
 * may be those of seats that others fill by now.
 */
export async function reachedPeople(
  db: Kysely<unknown>,
  contract: string,
  ids: readonly string[],
  as: 'seats' | 'people',
): Promise<ReadonlyMap<string, ReachedPerson>> {
  const { rows } = await sql<AskedRow>`
    select asked, person.person_id, name, title, office, mobile, email
    from unnest(${[...ids]}::text[]) as asked
    left join seat on ${as === 'seats'} and seat.contract_id = ${contract} and seat.seat_id = asked
    join person on person.contract_id = ${contract} and person.person_id = case when seat.seat_id is null then asked else seat.person_id end`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.asked, reachedFrom(row)]));
}
