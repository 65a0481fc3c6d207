import { type Kysely, sql } from 'kysely';
import type { PersonKey } from '../../app/ports/account-book.ts';
import type { DomainProblem, DoorLine, SignUpDomain } from '../../app/ports/account-keeping.ts';
import { asInstant, formatInstant, type Instant } from '../../core/instant.ts';

export async function personAddress(
  db: Kysely<unknown>,
  { contract, personId }: PersonKey,
): Promise<{ readonly email: string | undefined; readonly contractTitle: string } | undefined> {
  const { rows } = await sql<{ email: string | null; title: string }>`
    select email, contract.title from person join contract using (contract_id)
    where contract_id = ${contract} and person_id = ${personId} and erased_at is null`.execute(db);
  return rows[0] && { email: rows[0].email ?? undefined, contractTitle: rows[0].title };
}

export async function accountOf(
  db: Kysely<unknown>,
  { contract, personId }: PersonKey,
): Promise<string | undefined> {
  const { rows } = await sql<{ account_id: string }>`
    select account_id from account_person where contract_id = ${contract} and person_id = ${personId}`.execute(
    db,
  );
  return rows[0]?.account_id;
}

interface DoorRow {
  readonly log_id: number;
  readonly at: Date;
  readonly kind: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly contract_id: string | null;
  readonly person_id: string | null;
  readonly by_name: string | null;
  readonly method: string | null;
  readonly ip_address: string | null;
  readonly user_agent: string | null;
}

/** Lines of a contract: those that name it, and those that name none, about accounts that are its people. */
export async function happened(
  db: Kysely<unknown>,
  contract: string | undefined,
  { before, max }: { readonly before: number | undefined; readonly max: number },
): Promise<readonly DoorLine[]> {
  const ofContract =
    contract === undefined
      ? sql`true`
      : sql`(line.contract_id = ${contract} or line.contract_id is null and line.account_id in (
          select account_id from account_person where contract_id = ${contract}))`;
  const older = before === undefined ? sql`true` : sql`log_id < ${before}`;
  const { rows } = await sql<DoorRow>`
    select log_id, line.at, kind, coalesce(account.name, person.name) as name, coalesce(account.email, person.email)
      as email, line.contract_id, line.person_id, keeper.name as by_name, method, ip_address, user_agent
    from sign_in_log line
      left join sign_in_account account on account.id = line.account_id
      left join sign_in_account keeper on keeper.id = line.by_account_id
      left join person on person.contract_id = line.contract_id and person.person_id = line.person_id
    where ${ofContract} and ${older} order by log_id desc limit ${max}`.execute(db);
  return rows.map((row) => ({
    lineId: row.log_id,
    at: asInstant(row.at.getTime()),
    kind: row.kind,
    name: row.name ?? undefined,
    email: row.email ?? undefined,
    contract: row.contract_id ?? undefined,
    personId: row.person_id ?? undefined,
    by: row.by_name ?? undefined,
    method: row.method ?? undefined,
    address: row.ip_address ?? undefined,
    agent: row.user_agent ?? undefined,
  }));
}

/** More domains than a contract's customers have. */
const DOMAINS_MAX = 1000;

export async function domains(db: Kysely<unknown>, contract: string): Promise<readonly SignUpDomain[]> {
  const { rows } = await sql<SignUpDomain>`
    select contract_id as contract, customer_id as "customerId", domain from customer_domain
    where contract_id = ${contract} order by domain limit ${DOMAINS_MAX}`.execute(db);
  return rows;
}

/** Asked again it changes nothing; a domain is one customer's in a contract. */
export async function allowDomain(
  db: Kysely<unknown>,
  { contract, customerId, domain }: SignUpDomain,
  at: Instant,
): Promise<DomainProblem | undefined> {
  await sql`
    insert into customer_domain (contract_id, customer_id, domain, made_at)
    select contract_id, customer_id, ${domain}, ${formatInstant(at)} from customer
    where contract_id = ${contract} and customer_id = ${customerId} on conflict do nothing`.execute(db);
  const { rows } = await sql<{ customer_id: string }>`
    select customer_id from customer_domain where contract_id = ${contract} and domain = ${domain}`.execute(
    db,
  );
  if (!rows[0]) return 'customerUnknown';
  return rows[0].customer_id === customerId ? undefined : 'taken';
}

export async function withdrawDomain(db: Kysely<unknown>, contract: string, domain: string): Promise<void> {
  await sql`
    delete from customer_domain where contract_id = ${contract} and domain = ${domain.toLowerCase()}`.execute(
    db,
  );
}
