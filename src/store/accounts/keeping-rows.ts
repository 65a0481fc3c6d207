import { type Kysely, sql } from 'kysely';
import type { PersonKey } from '../../app/ports/account-book.ts';
import type {
  AllowedDomain,
  DomainProblem,
  DoorLine,
  SignUpDomain,
} from '../../app/ports/account-keeping.ts';
import type { ChangedBy } from '../../app/ports/contracts.ts';
import { asInstant, formatInstant, type Instant } from '../../core/instant.ts';
import { recordRights } from '../contracts/rights-rows.ts';
import { milliseconds } from '../views/milliseconds.ts';

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
  readonly detail: string | null;
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
      as email, line.contract_id, line.person_id, keeper.name as by_name, method, detail, ip_address, user_agent
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
    times: row.detail !== null && /^\d{1,9}$/.test(row.detail) ? Number(row.detail) : undefined,
    address: row.ip_address ?? undefined,
    agent: row.user_agent ?? undefined,
  }));
}

/** More domains than a contract's customers have. */
const DOMAINS_MAX = 1000;

interface DomainRow extends SignUpDomain {
  readonly since: number;
  readonly by_kind: ChangedBy['kind'] | null;
  readonly by_name: string | null;
}

/** With whoever allowed each, where that was recorded. */
export async function domains(db: Kysely<unknown>, contract: string): Promise<readonly AllowedDomain[]> {
  const { rows } = await sql<DomainRow>`
    select contract_id as contract, customer_id as "customerId", domain, ${milliseconds('made_at')} as since,
      allowed.by_kind, allowed.by_name
    from customer_domain own left join lateral (
      select by_kind, coalesce(doer.name, by_id) as by_name
      from rights_change change left join person doer on by_kind = 'person'
        and doer.contract_id = change.contract_id and doer.person_id = change.by_id
      where change.contract_id = own.contract_id and kind = 'domainAllowed' and change.domain = own.domain
      order by change_id desc limit 1) allowed on true
    where contract_id = ${contract} order by domain limit ${DOMAINS_MAX}`.execute(db);
  return rows.map(({ since, by_kind, by_name, ...one }) => ({
    ...one,
    since: asInstant(since),
    by: by_kind === null ? undefined : { kind: by_kind, name: by_name ?? '' },
  }));
}

/** Asked again it changes nothing; a domain is one customer's in a contract. */
export async function allowDomain(
  db: Kysely<unknown>,
  { contract, customerId, domain }: SignUpDomain,
  by: ChangedBy,
  at: Instant,
): Promise<DomainProblem | undefined> {
  const { rows: made } = await sql`
    insert into customer_domain (contract_id, customer_id, domain, made_at)
    select contract_id, customer_id, ${domain}, ${formatInstant(at)} from customer
    where contract_id = ${contract} and customer_id = ${customerId} on conflict do nothing
    returning domain`.execute(db);
  if (made.length > 0) {
    await recordRights(db, by, at, [{ contract, kind: 'domainAllowed', customerId, domain }]);
    return undefined;
  }
  const { rows } = await sql<{ customer_id: string }>`
    select customer_id from customer_domain where contract_id = ${contract} and domain = ${domain}`.execute(
    db,
  );
  if (!rows[0]) return 'customerUnknown';
  return rows[0].customer_id === customerId ? undefined : 'taken';
}

export async function withdrawDomain(
  db: Kysely<unknown>,
  contract: string,
  domain: string,
  by: ChangedBy,
  at: Instant,
): Promise<void> {
  const { rows } = await sql<{ customerId: string; domain: string }>`
    delete from customer_domain where contract_id = ${contract} and domain = ${domain.toLowerCase()}
    returning customer_id as "customerId", domain`.execute(db);
  const changes = rows.map((gone) => ({ contract, kind: 'domainWithdrawn', ...gone }) as const);
  await recordRights(db, by, at, changes);
}

/** Links by which somebody invited to a contract has not come yet; from now on nobody comes by them. */
export async function endInvitations(
  db: Kysely<unknown>,
  { contract, personId }: PersonKey,
  at: Instant,
): Promise<void> {
  await sql`
    update sign_in_link set expires_at = ${formatInstant(at)}
    where purpose = 'invitation' and used_at is null and expires_at > ${formatInstant(at)}
      and contract_id = ${contract} and email = (select lower(email) from person
        where contract_id = ${contract} and person_id = ${personId})`.execute(db);
}
