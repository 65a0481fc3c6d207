import { type Kysely, type RawBuilder, sql } from 'kysely';
import type {
  AskedSubscription,
  PlanNews,
  Subscription,
  SubscriptionKey,
  WaitingNews,
} from '../../app/ports/subscriptions.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { type Language, languageOf } from '../../core/message/catalogue.ts';
import { instantOf } from './row-values.ts';

export async function askSubscription(
  db: Kysely<unknown>,
  asked: AskedSubscription,
): Promise<string | undefined> {
  const { contract, subscriptionId, address, language, proofHash, endHash } = asked;
  const { rows } = await sql<{ subscription_id: string }>`
    insert into plan_subscription as kept (contract_id, subscription_id, address, language, asked_at, proof_hash,
      expires_at, end_hash)
    values (${contract}, ${subscriptionId}::uuid, ${address}, ${language}, ${formatInstant(asked.askedAt)},
      decode(${proofHash}, 'hex'), ${formatInstant(asked.expiresAt)}, decode(${endHash}, 'hex'))
    on conflict (contract_id, address) where address is not null do update
      set language = excluded.language, asked_at = excluded.asked_at, proof_hash = excluded.proof_hash,
        expires_at = excluded.expires_at
      where kept.proved_at is null and kept.asked_at <= ${formatInstant(asked.notSince)}::timestamptz
    returning subscription_id`.execute(db);
  return rows[0]?.subscription_id;
}

export async function askedSubscriptions(
  db: Kysely<unknown>,
  contract: string,
  since: Instant,
): Promise<number> {
  const { rows } = await sql<{ asked: number }>`
    select count(*) as asked from plan_subscription
    where contract_id = ${contract} and proved_at is null and asked_at > ${formatInstant(since)}::timestamptz`.execute(
    db,
  );
  return rows[0]?.asked ?? 0;
}

export async function subscribePerson(
  db: Kysely<unknown>,
  {
    contract,
    subscriptionId,
    personId,
    endHash,
  }: SubscriptionKey & { readonly personId: string; readonly endHash: string },
  at: Instant,
): Promise<void> {
  await sql`
    insert into plan_subscription (contract_id, subscription_id, person_id, asked_at, proved_at, end_hash)
    values (${contract}, ${subscriptionId}::uuid, ${personId}, ${formatInstant(at)}, ${formatInstant(at)},
      decode(${endHash}, 'hex'))
    on conflict (contract_id, person_id) where person_id is not null do nothing`.execute(db);
}

interface SubscriptionRow {
  readonly contract_id: string;
  readonly subscription_id: string;
  readonly person_id: string | null;
  readonly address: string | null;
  readonly language: string | null;
  readonly proved_at: Date | null;
  readonly expires_at: Date | null;
}

async function subscriptionsWhere(
  db: Kysely<unknown>,
  condition: RawBuilder<unknown>,
  max: number,
): Promise<readonly Subscription[]> {
  const { rows } = await sql<SubscriptionRow>`
    select contract_id, subscription_id, person_id, address, language, proved_at, expires_at from plan_subscription
    where ${condition} order by subscription_id limit ${max}`.execute(db);
  return rows.map(({ contract_id: contract, subscription_id: subscriptionId, ...row }) => ({
    ...{ contract, subscriptionId },
    subscriber:
      row.person_id === null
        ? { is: 'address', address: row.address ?? '', language: languageOf(row.language ?? '') as Language }
        : { is: 'person', personId: row.person_id },
    provedAt: instantOf(row.proved_at),
    expiresAt: instantOf(row.expires_at),
  }));
}

export async function subscriptionOf(
  db: Kysely<unknown>,
  contract: string,
  personId: string,
): Promise<Subscription | undefined> {
  const [found] = await subscriptionsWhere(db, sql`contract_id = ${contract} and person_id = ${personId}`, 1);
  return found;
}

export async function subscriptionBy(
  db: Kysely<unknown>,
  link: 'proof' | 'end',
  hash: string,
): Promise<Subscription | undefined> {
  const column = sql.ref(link === 'proof' ? 'proof_hash' : 'end_hash');
  const [found] = await subscriptionsWhere(db, sql`${column} = decode(${hash}, 'hex')`, 1);
  return found;
}

export async function proveSubscription(
  db: Kysely<unknown>,
  { contract, subscriptionId }: SubscriptionKey,
  at: Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update plan_subscription set proved_at = ${formatInstant(at)}, proof_hash = null, expires_at = null
    where contract_id = ${contract} and subscription_id = ${subscriptionId}::uuid and proved_at is null`.execute(
    db,
  );
  return numAffectedRows === 1n;
}

/**
 * Those who are told no more are forgotten: their rows, and in the letters to them the address and what they say. One
 * that is still under way goes nowhere.
 */
async function endSubscriptions(db: Kysely<unknown>, which: RawBuilder<unknown>, at: Instant): Promise<void> {
  await sql`
    with gone as (delete from plan_subscription where ${which} returning contract_id, subscription_id)
    update delivery_body set address = null, subject = null, body_text = null, body_html = null,
      erased_at = ${formatInstant(at)}
    where erased_at is null and (contract_id, delivery_id) in (
      select delivery.contract_id, delivery_id from gone join delivery
        on delivery.contract_id = gone.contract_id and case_id = 'subscription:' || subscription_id)`.execute(
    db,
  );
}

export const endSubscription = (
  db: Kysely<unknown>,
  { contract, subscriptionId }: SubscriptionKey,
  at: Instant,
): Promise<void> =>
  endSubscriptions(db, sql`contract_id = ${contract} and subscription_id = ${subscriptionId}::uuid`, at);

/** Whoever a letter did not reach is told no more; an address that is not proved yet is remembered as asked. */
export const endBounced = (
  db: Kysely<unknown>,
  keys: readonly SubscriptionKey[],
  at: Instant,
): Promise<void> =>
  endSubscriptions(
    db,
    sql`proved_at is not null and (contract_id, subscription_id) in (select * from unnest(
      ${keys.map(({ contract }) => contract)}::text[], ${keys.map((key) => key.subscriptionId)}::uuid[]))`,
    at,
  );

export const forgetUnproved = (db: Kysely<unknown>, at: Instant): Promise<void> =>
  endSubscriptions(db, sql`expires_at <= ${formatInstant(at)}::timestamptz`, at);

export async function subscribers(db: Kysely<unknown>, contract: string): Promise<number> {
  const { rows } = await sql<{ told: number }>`
    select count(*) as told from plan_subscription
    where contract_id = ${contract} and proved_at is not null`.execute(db);
  return rows[0]?.told ?? 0;
}

export async function addPlanNews(
  db: Kysely<unknown>,
  contract: string,
  news: PlanNews,
  at: Instant,
): Promise<void> {
  const revision = news.kind === 'published' ? news.revision : null;
  const seat = news.kind === 'seatFilled' ? news.seat : null;
  await sql`
    insert into plan_news (contract_id, number, at, revision, seat_id)
    select ${contract}, coalesce(max(number), 0) + 1, ${formatInstant(at)}::timestamptz, ${revision}::integer,
      ${seat}::text
    from plan_news where contract_id = ${contract}`.execute(db);
}

interface NewsRow {
  readonly contract_id: string;
  readonly number: number;
  readonly at: Date;
  readonly revision: number | null;
  readonly seat_id: string | null;
  readonly told_after: string | null;
  readonly is_overtaken: boolean;
}

export async function waitingNews(db: Kysely<unknown>, at: Instant): Promise<WaitingNews | undefined> {
  const { rows } = await sql<NewsRow>`
    select contract_id, number, at, revision, seat_id, told_after,
      exists (select from plan_news later where later.contract_id = news.contract_id
        and later.seat_id = news.seat_id and later.number > news.number) as is_overtaken
    from plan_news news
    where told_at is null and (again_at is null or again_at <= ${formatInstant(at)}::timestamptz)
    order by at, contract_id, number limit 1 for update of news skip locked`.execute(db);
  const [row] = rows;
  return (
    row && {
      ...{ contract: row.contract_id, number: row.number, at: instantOf(row.at)! },
      news:
        row.revision === null
          ? { kind: 'seatFilled', seat: row.seat_id ?? '' }
          : { kind: 'published', revision: row.revision },
      toldAfter: row.told_after ?? undefined,
      isOvertaken: row.is_overtaken,
    }
  );
}

export const subscribersToTell = (
  db: Kysely<unknown>,
  { contract, at, toldAfter }: WaitingNews,
  max: number,
): Promise<readonly Subscription[]> =>
  subscriptionsWhere(
    db,
    sql`contract_id = ${contract} and proved_at <= ${formatInstant(at)}::timestamptz
      and (${toldAfter ?? null}::uuid is null or subscription_id > ${toldAfter ?? null}::uuid)`,
    max,
  );

export async function toldNews(
  db: Kysely<unknown>,
  { contract, number }: WaitingNews,
  after: string | undefined,
  at: Instant,
): Promise<void> {
  await sql`
    update plan_news set told_after = coalesce(${after ?? null}::uuid, told_after),
      told_at = ${after === undefined ? formatInstant(at) : null}::timestamptz
    where contract_id = ${contract} and number = ${number}`.execute(db);
}

export async function putOffNews(
  db: Kysely<unknown>,
  { contract, number }: Pick<WaitingNews, 'contract' | 'number'>,
  again: Instant,
): Promise<void> {
  await sql`
    update plan_news set again_at = ${formatInstant(again)}
    where contract_id = ${contract} and number = ${number} and told_at is null`.execute(db);
}
