import { type Kysely, sql } from 'kysely';
import type { Colleague } from '../../app/ports/reading.ts';

/** People of a customer, by name; one whose name was erased is nobody's colleague any more. */
export async function listColleagues(
  db: Kysely<unknown>,
  contract: string,
  customerId: string,
  max: number,
): Promise<readonly Colleague[]> {
  const { rows } = await sql<{ person_id: string; name: string }>`
    select distinct person_id, name from role join person using (contract_id, person_id)
    where contract_id = ${contract} and customer_id = ${customerId} and name is not null
    order by name, person_id limit ${max}`.execute(db);
  return rows.map((row) => ({ personId: row.person_id, name: row.name }));
}

/** The customer's person with an address. */
export async function findColleague(
  db: Kysely<unknown>,
  contract: string,
  customerId: string,
  email: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from role join person using (contract_id, person_id)
    where contract_id = ${contract} and customer_id = ${customerId} and lower(email) = lower(${email})
    order by person_id limit 1`.execute(db);
  return rows[0]?.person_id;
}
