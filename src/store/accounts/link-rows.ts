import { type Kysely, sql } from 'kysely';
import type { KeptLink, KnownAddress, LinkPurpose, NewSignInLink } from '../../app/ports/account-book.ts';
import { asInstant, formatInstant, type Instant } from '../../core/instant.ts';

interface KnownRow {
  readonly is: KnownAddress['is'];
  readonly contract: string | null;
  readonly contractTitle: string | null;
  readonly personId: string | null;
  readonly customerId: string | null;
  readonly customerName: string | null;
}

/**
 * What is known of an address: a person of a contract, an account that is nobody of one, or the domain of a customer,
 * in this order.
 */
export async function knownAddress(db: Kysely<unknown>, email: string): Promise<KnownAddress | undefined> {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  const { rows } = await sql<KnownRow>`
    (select 'person' as is, contract_id as contract, contract.title as "contractTitle", person_id as "personId",
        null as "customerId", null as "customerName"
      from person join contract using (contract_id)
      where lower(person.email) = ${email} and erased_at is null order by contract_id, person_id limit 1)
    union all
    (select 'account', null, null, null, null, null from sign_in_account where email = ${email})
    union all
    (select 'domain', contract_id, contract.title, null, customer_id, customer.name
      from customer_domain join contract using (contract_id) join customer using (contract_id, customer_id)
      where domain = ${domain} order by contract_id limit 1)
    limit 1`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  return {
    is: row.is,
    contract: row.contract ?? undefined,
    contractTitle: row.contractTitle ?? undefined,
    personId: row.personId ?? undefined,
    customerId: row.customerId ?? undefined,
    customerName: row.customerName ?? undefined,
  };
}

export async function liveLinks(db: Kysely<unknown>, email: string, at: Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from sign_in_link
    where email = ${email} and expires_at > ${formatInstant(at)} and used_at is null and purpose <> 'invitation'`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

export async function insertLink(db: Kysely<unknown>, link: NewSignInLink): Promise<void> {
  const { linkId, tokenHash, purpose, email = null, contract = null, customerId = null, goOn } = link;
  await sql`
    insert into sign_in_link (link_id, token_hash, purpose, email, contract_id, customer_id, go_on, made_at, expires_at)
    values (${linkId}, decode(${tokenHash}, 'hex'), ${purpose}, ${email ?? null}, ${contract ?? null},
      ${customerId ?? null}, ${goOn}, ${formatInstant(link.madeAt)}, ${formatInstant(link.expiresAt)})`.execute(
    db,
  );
}

/** Links that make an administrator and were not used end. */
export async function endAdministratorLinks(db: Kysely<unknown>, at: Instant): Promise<void> {
  await sql`
    update sign_in_link set expires_at = ${formatInstant(at)}
    where purpose = 'administrator' and used_at is null and expires_at > ${formatInstant(at)}`.execute(db);
}

interface LinkRow {
  readonly link_id: string;
  readonly purpose: LinkPurpose;
  readonly email: string | null;
  readonly contract_id: string | null;
  readonly title: string | null;
  readonly customer_name: string | null;
  readonly go_on: string;
  readonly expires_at: Date;
  readonly used_at: Date | null;
}

export async function keptLink(
  db: Kysely<unknown>,
  tokenHash: string,
  at: Instant,
): Promise<(KeptLink & { readonly isOver: boolean }) | undefined> {
  const { rows } = await sql<LinkRow>`
    select link_id, purpose, email, contract_id, contract.title, customer.name as customer_name, go_on, expires_at,
      used_at
    from sign_in_link left join contract using (contract_id) left join customer using (contract_id, customer_id)
    where token_hash = decode(${tokenHash}, 'hex')`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  return {
    linkId: row.link_id,
    purpose: row.purpose,
    email: row.email ?? undefined,
    contract: row.contract_id ?? undefined,
    contractTitle: row.title ?? undefined,
    customerName: row.customer_name ?? undefined,
    goOn: row.go_on,
    expiresAt: asInstant(row.expires_at.getTime()),
    usedAt: row.used_at === null ? undefined : asInstant(row.used_at.getTime()),
    isOver: row.used_at !== null || row.expires_at.getTime() <= at,
  };
}

/** Spends a link, once: whoever comes second, or too late, gets undefined. */
export async function spendLink(
  db: Kysely<unknown>,
  tokenHash: string,
  at: Instant,
): Promise<
  { readonly purpose: LinkPurpose; readonly email: string | null; readonly goOn: string } | undefined
> {
  const time = formatInstant(at);
  const { rows } = await sql<{ purpose: LinkPurpose; email: string | null; goOn: string }>`
    update sign_in_link set used_at = ${time}
    where token_hash = decode(${tokenHash}, 'hex') and used_at is null and expires_at > ${time}
    returning purpose, email, go_on as "goOn"`.execute(db);
  return rows[0];
}
