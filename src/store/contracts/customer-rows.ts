import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Customer, Page } from '../../app/ports/contracts.ts';

export async function customer(
  db: Kysely<unknown>,
  contract: string,
  customerId: string,
): Promise<Customer | undefined> {
  const [found] = await customersWhere(db, sql`contract_id = ${contract} and customer_id = ${customerId}`, 1);
  return found;
}

export const customersPage = (
  db: Kysely<unknown>,
  contract: string,
  { after, max }: Page,
): Promise<readonly Customer[]> =>
  customersWhere(db, sql`contract_id = ${contract} and customer_id > ${after}`, max);

async function customersWhere(
  db: Kysely<unknown>,
  condition: RawBuilder<unknown>,
  max: number,
): Promise<readonly Customer[]> {
  const { rows } = await sql<Customer>`
    select contract_id as contract, customer_id as "customerId", name,
      (select coalesce(json_object_agg(seat_id, person_id), '{}') from account
        where account.contract_id = customer.contract_id
          and account.customer_id = customer.customer_id) as accounts
    from customer where ${condition} order by customer_id limit ${max}`.execute(db);
  return rows;
}

export async function addCustomer(
  db: Kysely<unknown>,
  { contract, customerId, name }: Pick<Customer, 'contract' | 'customerId' | 'name'>,
): Promise<void> {
  await sql`
    insert into customer (contract_id, customer_id, name)
    values (${contract}, ${customerId}, ${name})`.execute(db);
}

export async function renameCustomer(
  db: Kysely<unknown>,
  contract: string,
  customerId: string,
  name: string,
): Promise<void> {
  await sql`
    update customer set name = ${name}
    where contract_id = ${contract} and customer_id = ${customerId}`.execute(db);
}

export async function customersKept(
  db: Kysely<unknown>,
  contract: string,
  personId: string,
  max: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ customer_id: string }>`
    select distinct customer_id from account where contract_id = ${contract} and person_id = ${personId}
    order by customer_id limit ${max}`.execute(db);
  return rows.map((row) => row.customer_id);
}

export async function setAccount(
  db: Kysely<unknown>,
  contract: string,
  customerId: string,
  seat: string,
  personId: string,
): Promise<void> {
  await sql`
    insert into account (contract_id, customer_id, seat_id, person_id)
    values (${contract}, ${customerId}, ${seat}, ${personId})
    on conflict (contract_id, customer_id, seat_id) do update set person_id = excluded.person_id`.execute(db);
}
