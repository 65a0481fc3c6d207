import { type Kysely, sql } from 'kysely';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { recordRights } from '../contracts/rights-rows.ts';

interface Proved {
  readonly email: string;
  readonly name: string | undefined;
  readonly newAccountId: string;
  readonly keepsInstallation: boolean;
  /** By the machine's clock. */
  readonly at: Instant;
}

/** The account of an address that was proved, made where there is none. */
export async function provedAccount(
  db: Kysely<unknown>,
  { email, name, newAccountId, keepsInstallation, at }: Proved,
): Promise<string> {
  const time = formatInstant(at);
  const { rows } = await sql<{ id: string }>`
    insert into sign_in_account (id, name, email, email_verified, created_at, updated_at, keeps_installation)
    values (${newAccountId}, coalesce(${name ?? null}, (select name from person where lower(email) = ${email}
      and erased_at is null and name is not null order by contract_id, person_id limit 1), ${email}), ${email}, true,
      ${time}, ${time}, ${keepsInstallation})
    on conflict (email) do update set updated_at = excluded.updated_at,
      keeps_installation = sign_in_account.keeps_installation or excluded.keeps_installation
    returning id`.execute(db);
  return rows[0]!.id;
}

/**
 * Joins to an account everybody whose recorded address it has proved, contract by contract; who they are from now on.
 *
 * Where several people of a contract who have a role share the address, nobody is joined there: a mailbox does not
 * say which of them reads it, and they may stand on different sides.
 */
export async function joinPeople(
  db: Kysely<unknown>,
  accountId: string,
  email: string,
  at: Instant,
): Promise<readonly { readonly contract: string; readonly personId: string }[]> {
  await sql`
    delete from account_person mine using person
    where account_id = ${accountId} and mine.contract_id = person.contract_id and mine.person_id = person.person_id
      and mine.address is not null and lower(person.email) is distinct from mine.address`.execute(db);
  const { rows } = await sql<{ contract: string; personId: string }>`
    with known as (
      select contract_id, person_id, exists (select from role where role.contract_id = person.contract_id
        and role.person_id = person.person_id) as has_role
      from person where lower(email) = ${email} and erased_at is null),
    chosen as (
      select distinct on (contract_id) contract_id, person_id from known one
      where not exists (select from known other where other.contract_id = one.contract_id
        and other.person_id <> one.person_id and other.has_role and one.has_role)
      order by contract_id, has_role desc, person_id)
    insert into account_person (contract_id, person_id, account_id, address, proved_at)
    select contract_id, person_id, ${accountId}, ${email}, ${formatInstant(at)} from chosen
    where not exists (select from account_person other where other.contract_id = chosen.contract_id
      and other.account_id = ${accountId} and other.person_id <> chosen.person_id)
    on conflict (contract_id, person_id) do update
      set account_id = excluded.account_id, address = excluded.address, proved_at = excluded.proved_at,
        by_domain = account_person.by_domain and account_person.account_id = excluded.account_id
    returning contract_id as contract, person_id as "personId"`.execute(db);
  return rows;
}

interface NewColleague {
  readonly email: string;
  readonly name: string;
  readonly personId: string;
  readonly accountId: string;
  readonly at: Instant;
}

/** Makes whoever came by a customer's domain a person of that customer, in each contract that names the domain. */
export async function joinByDomain(
  db: Kysely<unknown>,
  { email, name, personId, accountId, at }: NewColleague,
  recordedAt: Instant,
): Promise<readonly { readonly contract: string; readonly personId: string }[]> {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  const { rows } = await sql<{ contract: string; personId: string; customerId: string }>`
    with named as (
      select contract_id, customer_id from customer_domain where domain = ${domain}
        and not exists (select from person where person.contract_id = customer_domain.contract_id
          and lower(person.email) = ${email})),
    made as (
      insert into person (contract_id, person_id, name, email)
      select contract_id, ${personId}, ${name}, ${email} from named on conflict do nothing
      returning contract_id, person_id),
    granted as (
      insert into role (contract_id, person_id, role, customer_id)
      select contract_id, person_id, 'customer', customer_id from made join named using (contract_id)),
    joined as (
      insert into account_person (contract_id, person_id, account_id, address, proved_at, by_domain)
      select contract_id, person_id, ${accountId}, ${email}, ${formatInstant(at)}, true from made
      on conflict do nothing returning contract_id, person_id)
    select contract_id as contract, person_id as "personId", customer_id as "customerId"
    from joined join named using (contract_id)`.execute(db);
  const by = { kind: 'account', accountId } as const;
  const changes = rows.map((one) => ({ ...one, kind: 'joinedByDomain', domain }) as const);
  await recordRights(db, by, recordedAt, changes);
  return rows.map(({ contract, personId: joined }) => ({ contract, personId: joined }));
}
