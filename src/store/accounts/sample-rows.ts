import { type Kysely, sql } from 'kysely';
import type { SamplePerson, SteppedInto } from '../../app/ports/account-book.ts';
import { formatInstant } from '../../core/instant.ts';

interface SampleRow {
  readonly contract: string;
  readonly personId: string;
  readonly name: string;
  readonly title: string | null;
  readonly contractTitle: string;
  readonly grants: readonly { readonly role: string; readonly customerName: string | null }[];
}

/** More than a demonstration has. */
const SAMPLES_MAX = 200;

/** People of a demonstration who have a role, in the order of their names. */
export async function samplePeople(db: Kysely<unknown>): Promise<readonly SamplePerson[]> {
  const { rows } = await sql<SampleRow>`
    select person.contract_id as contract, person_id as "personId", person.name, person.title,
      contract.title as "contractTitle",
      (select coalesce(json_agg(json_build_object('role', role, 'customerName', customer.name) order by role), '[]')
        from role left join customer using (contract_id, customer_id)
        where role.contract_id = person.contract_id and role.person_id = person.person_id) as grants
    from person join contract using (contract_id)
    where person.name is not null and exists (select from role
      where role.contract_id = person.contract_id and role.person_id = person.person_id)
    order by contract.title, person.name, person_id limit ${SAMPLES_MAX}`.execute(db);
  return rows.map(({ title, grants, ...row }) => ({
    ...row,
    title: title ?? undefined,
    grants: grants.map(({ role, customerName }) => ({ role, customerName: customerName ?? undefined })),
  }));
}

/**
 * The account of a person of a demonstration, made where there is none; two at once get the same. It has the person's
 * own address where nobody else of the contract has that, so that a link by mail leads to the same account.
 */
export async function stepInto(
  db: Kysely<unknown>,
  { contract, personId, accountId, email, name, at }: SteppedInto,
): Promise<{ readonly accountId: string }> {
  const time = sql`${formatInstant(at)}::timestamptz`;
  await sql`
    with made as (
      insert into sign_in_account (id, name, email, email_verified, created_at, updated_at, keeps_installation)
      select ${accountId}, ${name}, coalesce(
          (select lower(one.email) from person one where contract_id = ${contract} and person_id = ${personId}
            and not exists (select from person other where other.contract_id = one.contract_id
              and other.person_id <> one.person_id and lower(other.email) = lower(one.email))), ${email}),
        true, ${time}, ${time},
        exists (select from role where contract_id = ${contract} and person_id = ${personId}
          and role = 'administrator')
      where not exists (select from account_person where contract_id = ${contract} and person_id = ${personId})
      on conflict (email) do update set updated_at = excluded.updated_at
      returning id)
    insert into account_person (contract_id, person_id, account_id, proved_at)
    select ${contract}, ${personId}, id, ${time} from made on conflict (contract_id, person_id) do nothing`.execute(
    db,
  );
  const { rows } = await sql<{ account_id: string }>`
    select account_id from account_person where contract_id = ${contract} and person_id = ${personId}`.execute(
    db,
  );
  return { accountId: rows[0]!.account_id };
}
