import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { PlanNews } from '../../app/ports/subscriptions.ts';
import type {
  ClaimedDelivery,
  EventTypes,
  RepeatSince,
  Webhook,
  WebhookDelivery,
  WebhookKey,
  WebhookOff,
  WebhookSettled,
} from '../../app/ports/webhooks.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { instantOf } from './row-values.ts';

interface WebhookRow {
  readonly contract_id: string;
  readonly webhook_id: string;
  readonly url: string;
  readonly types: readonly string[];
  readonly secret_id: string;
  readonly old_secret_id: string | null;
  readonly old_until: Date | null;
  readonly made_at: Date;
  readonly made_by: string;
  readonly owner_id: string | null;
  readonly off_because: WebhookOff | null;
  readonly off_at: Date | null;
}

const webhookFrom = (row: WebhookRow): Webhook => ({
  contract: row.contract_id,
  webhookId: row.webhook_id,
  url: row.url,
  types: row.types,
  secretId: row.secret_id,
  old:
    row.old_secret_id === null
      ? undefined
      : { secretId: row.old_secret_id, until: instantOf(row.old_until)! },
  madeAt: instantOf(row.made_at)!,
  madeBy: row.made_by,
  ownerId: row.owner_id ?? undefined,
  off: row.off_because === null ? undefined : { because: row.off_because, at: instantOf(row.off_at)! },
});

export async function webhooks(db: Kysely<unknown>, contract: string): Promise<readonly Webhook[]> {
  const { rows } = await sql<WebhookRow>`
    select * from webhook where contract_id = ${contract} order by made_at, webhook_id`.execute(db);
  return rows.map(webhookFrom);
}

const isOne = ({ contract, webhookId }: WebhookKey): RawBuilder<unknown> =>
  sql`contract_id = ${contract} and webhook_id = ${webhookId}::uuid`;

export async function webhook(db: Kysely<unknown>, key: WebhookKey): Promise<Webhook | undefined> {
  const { rows } = await sql<WebhookRow>`select * from webhook where ${isOne(key)} for update`.execute(db);
  return rows[0] && webhookFrom(rows[0]);
}

export async function addWebhook(
  db: Kysely<unknown>,
  { contract, webhookId, url, types, secretId, madeAt, madeBy, ownerId }: Omit<Webhook, 'old' | 'off'>,
): Promise<void> {
  await sql`
    insert into webhook (contract_id, webhook_id, url, types, secret_id, made_at, made_by, owner_id, since)
    values (${contract}, ${webhookId}::uuid, ${url}, ${[...types]}::text[], ${secretId}::uuid, ${formatInstant(madeAt)},
      ${madeBy}, ${ownerId ?? null}, ${formatInstant(madeAt)})`.execute(db);
}

export async function renewSecret(
  db: Kysely<unknown>,
  key: WebhookKey,
  secretId: string,
  until: Instant,
): Promise<void> {
  await sql`
    update webhook set old_secret_id = secret_id, old_until = ${formatInstant(until)}, secret_id = ${secretId}::uuid
    where ${isOne(key)}`.execute(db);
}

export async function turnWebhook(
  db: Kysely<unknown>,
  key: WebhookKey,
  off: WebhookOff | undefined,
  at: Instant,
): Promise<void> {
  const offAt = off === undefined ? null : formatInstant(at);
  await sql`
    update webhook set off_because = ${off ?? null}, off_at = ${offAt}::timestamptz,
      since = ${off === undefined ? sql`${formatInstant(at)}::timestamptz` : sql`since`}
    where ${isOne(key)}`.execute(db);
}

export async function endWebhook(db: Kysely<unknown>, key: WebhookKey): Promise<void> {
  await sql`delete from webhook_delivery where ${isOne(key)}`.execute(db);
  await sql`delete from webhook where ${isOne(key)}`.execute(db);
}

/** Whether it is the contract's own, or whose it is still has a role there. */
const IS_KEPT = sql`(webhook.owner_id is null or exists (
  select from role join person using (contract_id, person_id)
  where role.contract_id = webhook.contract_id and role.person_id = webhook.owner_id and erased_at is null))`;

/** Whoever has left the contract is told nothing more of it. */
async function endAbandoned(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ contract_id: string; webhook_id: string }>`
    select contract_id, webhook_id from webhook where owner_id is not null and not ${IS_KEPT} limit 100`.execute(
    db,
  );
  for (const row of rows) await endWebhook(db, { contract: row.contract_id, webhookId: row.webhook_id });
}

interface DeliveryRow {
  readonly contract_id: string;
  readonly delivery_id: string;
  readonly webhook_id: string;
  readonly event_id: string;
  readonly type: string;
  readonly case_id: string;
  readonly number: number;
  readonly at: Date;
  readonly queued_at: Date;
  readonly state: WebhookDelivery['state'];
  readonly attempts: number;
  readonly next_at: Date | null;
  readonly reason: string | null;
  readonly settled_at: Date | null;
}

const deliveryFrom = (row: DeliveryRow): WebhookDelivery => ({
  contract: row.contract_id,
  webhookId: row.webhook_id,
  deliveryId: row.delivery_id,
  eventId: row.event_id,
  type: row.type,
  caseId: row.case_id,
  number: row.number,
  at: instantOf(row.at)!,
  queuedAt: instantOf(row.queued_at)!,
  state: row.state,
  attempts: row.attempts,
  nextAt: instantOf(row.next_at),
  reason: row.reason ?? undefined,
  settledAt: instantOf(row.settled_at),
});

export async function webhookDeliveries(
  db: Kysely<unknown>,
  key: WebhookKey,
  max: number,
): Promise<readonly WebhookDelivery[]> {
  const { rows } = await sql<DeliveryRow>`
    select * from webhook_delivery where ${isOne(key)} order by queued_at desc, delivery_id desc limit ${max}`.execute(
    db,
  );
  return rows.map(deliveryFrom);
}

export async function webhookDelivery(
  db: Kysely<unknown>,
  key: WebhookKey,
  deliveryId: string,
): Promise<WebhookDelivery | undefined> {
  const { rows } = await sql<DeliveryRow>`
    select * from webhook_delivery where ${isOne(key)} and delivery_id = ${deliveryId}::uuid`.execute(db);
  return rows[0] && deliveryFrom(rows[0]);
}

interface ClaimedRow extends DeliveryRow {
  readonly webhook: Omit<WebhookRow, 'made_at' | 'old_until' | 'off_at'> & {
    readonly made_at: string;
    readonly old_until: string | null;
    readonly off_at: string | null;
  };
  readonly body: Readonly<Record<string, unknown>> | null;
  readonly news: {
    readonly revision: number | null;
    readonly seat: string | null;
    readonly person: string | null;
  } | null;
}

/** A delivery with its webhook and what it tells of. */
const WHOLE = sql`
  sent.*, to_json(webhook) as webhook,
  (select body from event where event.contract_id = sent.contract_id and event.case_id = sent.case_id
    and event.number = sent.number) as body,
  (select json_build_object('revision', revision, 'seat', seat_id, 'person', (select person_id from seat
      where seat.contract_id = plan_news.contract_id and seat.seat_id = plan_news.seat_id))
    from plan_news where sent.case_id = '' and plan_news.contract_id = sent.contract_id
      and plan_news.number = sent.number) as news`;

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

function claimedFrom(row: ClaimedRow): ClaimedDelivery {
  const { webhook: of, body, news } = row;
  return {
    ...deliveryFrom(row),
    webhook: webhookFrom({
      ...of,
      made_at: new Date(of.made_at),
      old_until: dateOf(of.old_until),
      off_at: dateOf(of.off_at),
    }),
    body: body ?? undefined,
    news: news
      ? {
          revision: news.revision ?? undefined,
          seat: news.seat ?? undefined,
          person: news.person ?? undefined,
        }
      : undefined,
  };
}

export async function newestDeliveries(
  db: Kysely<unknown>,
  max: number,
): Promise<readonly ClaimedDelivery[]> {
  const { rows } = await sql<ClaimedRow>`
    select ${WHOLE} from webhook_delivery sent join webhook using (contract_id, webhook_id)
    order by queued_at desc, delivery_id desc limit ${max}`.execute(db);
  return rows.map(claimedFrom);
}

export async function repeatWebhookDelivery(
  db: Kysely<unknown>,
  { contract, deliveryId }: WebhookDelivery,
  newId: string,
  at: Instant,
): Promise<void> {
  await sql`
    insert into webhook_delivery (contract_id, delivery_id, webhook_id, event_id, type, case_id, number, at, round,
      queued_at, state, next_at)
    select contract_id, ${newId}::uuid, webhook_id, event_id, type, case_id, number, at, 1, ${formatInstant(at)},
      'waiting', ${formatInstant(at)}
    from webhook_delivery where contract_id = ${contract} and delivery_id = ${deliveryId}::uuid`.execute(db);
}

/** The types that events of cases are told by. */
const toldBy = (types: EventTypes): RawBuilder<unknown> => {
  const rows = Object.entries(types).map(([event, told]) => ({ event, told }));
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as catalogue (event text, told text)`;
};
const CASE_EVENT_ID = sql`'case-' || happened.contract_id || '-' || happened.case_id || '-' || happened.number`;

/** How long after it happened something is still told by itself, and how long what is settled is remembered. */
const TOLD_WITHIN_DAYS = 7;
const REMEMBERED_DAYS = 30;

/**
 * Events are new by the transaction that wrote them, as checkpoints find them: by instants or numbers one that commits
 * late would be passed over. One node at a time does it.
 */
export async function feedWebhooks(db: Kysely<unknown>, types: EventTypes, at: Instant): Promise<void> {
  await sql`select from webhook_progress for update`.execute(db);
  await endAbandoned(db);
  const now = sql`${formatInstant(at)}::timestamptz`;
  await sql`
    with last as (select seen, pg_snapshot_xmin(seen)::text::bigint as oldest from webhook_progress),
    advanced as (update webhook_progress set seen = pg_current_snapshot())
    insert into webhook_delivery (contract_id, delivery_id, webhook_id, event_id, type, case_id, number, at, round,
      queued_at, state, next_at)
    select happened.contract_id, gen_random_uuid(), webhook_id, ${CASE_EVENT_ID}, told, happened.case_id,
      happened.number, happened.at, 0, ${now}, 'waiting', ${now}
    from event happened
      join webhook on webhook.contract_id = happened.contract_id and off_at is null
      join ${toldBy(types)} on catalogue.event = happened.type
    where exists (select from webhook where off_at is null)
      and written_in >= (select oldest from last)
      and not pg_visible_in_snapshot(written_in::text::xid8, (select seen from last))
      and strpos(happened.case_id, ':') = 0
      and (types = '{}' or told = any(types))
      and happened.at >= greatest(since, ${now} - make_interval(days => ${TOLD_WITHIN_DAYS}))
    on conflict (contract_id, webhook_id, event_id) where round = 0 do nothing`.execute(db);
  await sql`
    delete from webhook_delivery where settled_at < ${now} - make_interval(days => ${REMEMBERED_DAYS})`.execute(
    db,
  );
}

/** What has happened to a plan is queued with it. */
export async function queuePlanWebhooks(
  db: Kysely<unknown>,
  contract: string,
  news: PlanNews,
  at: Instant,
): Promise<void> {
  const type = news.kind === 'published' ? 'plan.published' : 'plan.seat-filled';
  await sql`
    insert into webhook_delivery (contract_id, delivery_id, webhook_id, event_id, type, case_id, number, at, round,
      queued_at, state, next_at)
    select contract_id, gen_random_uuid(), webhook_id, 'plan-' || contract_id || '-' || number, ${type}, '', number, at,
      0, ${formatInstant(at)}::timestamptz, 'waiting', ${formatInstant(at)}::timestamptz
    from webhook join (select contract_id, number, at from plan_news where contract_id = ${contract}
      order by number desc limit 1) news using (contract_id)
    where off_at is null and (types = '{}' or ${type} = any(types)) and ${IS_KEPT}
    on conflict do nothing`.execute(db);
}

export async function repeatSince(
  db: Kysely<unknown>,
  { contract, webhookId, types }: Webhook,
  { types: all, since, at, max }: RepeatSince,
): Promise<number> {
  const from = sql`${formatInstant(since)}::timestamptz`;
  const wanted = sql`(${types.length === 0} or told = any(${[...types]}::text[]))`;
  const { numAffectedRows } = await sql`
    insert into webhook_delivery (contract_id, delivery_id, webhook_id, event_id, type, case_id, number, at, round,
      queued_at, state, next_at)
    select ${contract}, gen_random_uuid(), ${webhookId}::uuid, event_id, told, case_id, number, at, 1,
      ${formatInstant(at)}::timestamptz, 'waiting', ${formatInstant(at)}::timestamptz
    from (
      select ${CASE_EVENT_ID} as event_id, told, happened.case_id, happened.number, happened.at
      from "case" join event happened using (contract_id, case_id) join ${toldBy(all)} on catalogue.event = happened.type
      where "case".contract_id = ${contract} and changed_at >= ${from} and happened.at >= ${from} and ${wanted}
      union all
      select 'plan-' || contract_id || '-' || number, told, '', number, at
      from (select *, case when revision is null then 'plan.seat-filled' else 'plan.published' end as told
        from plan_news where contract_id = ${contract} and at >= ${from}) news
      where ${wanted}
    ) found order by at, case_id, number limit ${max}`.execute(db);
  return Number(numAffectedRows ?? 0);
}

export async function claimDeliveries(
  db: Kysely<unknown>,
  at: Instant,
  until: Instant,
  max: number,
): Promise<readonly ClaimedDelivery[]> {
  const { rows } = await sql<ClaimedRow>`
    with due as (
      select contract_id, delivery_id from webhook_delivery join webhook using (contract_id, webhook_id)
      where next_at <= ${formatInstant(at)}::timestamptz and off_at is null and ${IS_KEPT}
      order by next_at, at, number limit ${max} for update of webhook_delivery skip locked
    ), sent as (
      update webhook_delivery set next_at = ${formatInstant(until)}::timestamptz, attempts = attempts + 1
      from due where webhook_delivery.contract_id = due.contract_id and webhook_delivery.delivery_id = due.delivery_id
      returning webhook_delivery.*
    )
    select ${WHOLE} from sent join webhook using (contract_id, webhook_id) order by at, number`.execute(db);
  return rows.map(claimedFrom);
}

export async function settleWebhook(
  db: Kysely<unknown>,
  { contract, deliveryId, state, nextAt, reason }: WebhookSettled,
  at: Instant,
): Promise<void> {
  await sql`
    update webhook_delivery set state = ${state}, reason = ${reason ?? null},
      next_at = ${nextAt === undefined ? null : formatInstant(nextAt)}::timestamptz,
      settled_at = ${state === 'waiting' ? null : formatInstant(at)}::timestamptz
    where contract_id = ${contract} and delivery_id = ${deliveryId}::uuid and state = 'waiting'`.execute(db);
}

export async function hasReached(db: Kysely<unknown>, key: WebhookKey, since: Instant): Promise<boolean> {
  const { rows } = await sql`
    select from webhook_delivery where ${isOne(key)} and state = 'delivered'
      and settled_at >= ${formatInstant(since)}::timestamptz limit 1`.execute(db);
  return rows.length > 0;
}
