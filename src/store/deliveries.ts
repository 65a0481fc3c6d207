import { type Kysely, sql } from 'kysely';
import { replyCaseOf } from '../app/ports/attestations.ts';
import type {
  DeliverySettled,
  LevelTold,
  NewDelivery,
  Occasioned,
  TakenDelivery,
} from '../app/ports/engine.ts';
import type { CaseKey } from '../app/ports/store.ts';
import { asInstant, formatInstant, type Instant } from '../core/instant.ts';
import type { Means } from '../core/plan/revision/revision.ts';

/** Waits until no other transaction writes letters about these cases, and lets none do so until this one ends. */
export async function holdLetters(db: Kysely<unknown>, keys: readonly CaseKey[]): Promise<void> {
  const names = new Set(keys.map(({ contract, caseId }) => JSON.stringify(['letters', contract, caseId])));
  if (names.size === 0) return;
  // In one order, so that no two wait for each other.
  await sql`
    select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${[...names].sort()}::text[]) as name`.execute(
    db,
  );
}

/** Stores letters that have not been stored before, with their links; answers the ids of those that are new. */
export async function insertDeliveries(
  db: Kysely<unknown>,
  deliveries: readonly NewDelivery[],
): Promise<ReadonlySet<string>> {
  const rows = deliveries.map((one) => ({ ...one, queuedAt: formatInstant(one.queuedAt) }));
  const { rows: stored } = await sql<{ delivery_id: string }>`
    insert into delivery (contract_id, delivery_id, case_id, number, round, person_id, level, kind, means, state,
      queued_at)
    select contract, "deliveryId", "caseId", number, round, "personId", level, kind, means, 'queued', "queuedAt"
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (contract text, "deliveryId" uuid, "caseId" text,
      number integer, round integer, "personId" text, level integer, kind text, means text, "queuedAt" timestamptz)
    on conflict do nothing returning delivery_id`.execute(db);
  const fresh = new Set(stored.map((row) => row.delivery_id));
  const kept = deliveries.filter((one) => fresh.has(one.deliveryId));
  if (kept.length === 0) return fresh;
  await sql`
    insert into delivery_body (contract_id, delivery_id, address, subject, body_text, body_html, reply_to)
    select contract, "deliveryId", address, subject, text, html, "canReply"
    from json_to_recordset(${JSON.stringify(kept)}::json) as row (contract text, "deliveryId" uuid, address text,
      subject text, text text, html text, "canReply" boolean)`.execute(db);
  await insertLinks(db, kept);
  await insertKeys(db, kept);
  await insertReplyAddresses(db, kept);
  return fresh;
}

async function insertLinks(db: Kysely<unknown>, deliveries: readonly NewDelivery[]): Promise<void> {
  const rows = deliveries.flatMap(({ contract, caseId, links }) =>
    links.map((link) => ({
      ...link,
      ...{ contract, caseId },
      madeAt: formatInstant(link.madeAt),
      expiresAt: formatInstant(link.expiresAt),
    })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into action_link (contract_id, link_id, token_hash, case_id, person_id, command, level, stamp, made_at,
      expires_at)
    select contract, "linkId", decode("tokenHash", 'hex'), "caseId", "personId", command, level, stamp, "madeAt",
      "expiresAt"
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (contract text, "linkId" uuid, "tokenHash" text,
      "caseId" text, "personId" text, command text, level integer, stamp text, "madeAt" timestamptz,
      "expiresAt" timestamptz)`.execute(db);
}

async function insertKeys(db: Kysely<unknown>, deliveries: readonly NewDelivery[]): Promise<void> {
  const rows = deliveries.flatMap(({ contract, deliveryId, keys = [] }) =>
    keys.map((one) => ({ ...one, contract, deliveryId })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into answer_key (contract_id, delivery_id, key, command, level, stamp)
    select contract, "deliveryId", key, action, level, stamp
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (contract text, "deliveryId" uuid, key text,
      action text, level integer, stamp text)`.execute(db);
}

async function insertReplyAddresses(db: Kysely<unknown>, deliveries: readonly NewDelivery[]): Promise<void> {
  const rows = deliveries.flatMap(({ contract, personId, replyHash, ...letter }) =>
    replyHash === undefined ? [] : [{ contract, caseId: replyCaseOf(letter), personId, replyHash }],
  );
  if (rows.length === 0) return;
  await sql`
    insert into reply_address (contract_id, case_id, person_id, address_hash)
    select distinct contract, "caseId", "personId", decode("replyHash", 'hex')
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (contract text, "caseId" text, "personId" text,
      "replyHash" text)
    on conflict do nothing`.execute(db);
}

interface DeliveryRow {
  readonly contract_id: string;
  readonly delivery_id: string;
  readonly number: number;
  readonly round: number;
  readonly case_id: string;
  readonly person_id: string;
  readonly name: string | null;
  readonly level: number | null;
  readonly kind: string;
  readonly means: Means;
  readonly state: TakenDelivery['state'];
  readonly attempts: number;
  readonly reason: string | null;
  readonly queued_at: number;
  readonly address: string | null;
  readonly subject: string | null;
  readonly body_text: string | null;
  readonly body_html: string | null;
  readonly reply_to: boolean;
  readonly is_stopped: boolean;
}

/** What is needed to send deliveries, each with the job it was taken with; what has waited longest comes first. */
export async function readDeliveries(
  db: Kysely<unknown>,
  jobs: readonly {
    readonly id: string;
    readonly data: { readonly contract: string; readonly deliveryId: string };
  }[],
): Promise<readonly TakenDelivery[]> {
  const contracts = jobs.map((job) => job.data.contract);
  const ids = jobs.map((job) => job.data.deliveryId);
  const { rows } = await sql<DeliveryRow>`
    select contract_id, delivery_id, number, round, case_id, person_id, person.name, level, kind, means, state, attempts, reason,
      (extract(epoch from queued_at) * 1000)::int8 as queued_at, address, subject, body_text, body_html, reply_to,
      means = 'text' and exists (select from telephone_number where number = address and stopped_at is not null) as is_stopped
    from delivery join delivery_body using (contract_id, delivery_id)
      left join person using (contract_id, person_id)
    where (contract_id, delivery_id) in (select * from unnest(${contracts}::text[], ${ids}::uuid[]))`.execute(
    db,
  );
  const found = new Map(rows.map((row) => [row.delivery_id, row]));
  const all = jobs.flatMap(({ id, data }) => {
    const row = found.get(data.deliveryId);
    return row ? [taken(id, row)] : [];
  });
  return all.toSorted((one, other) => one.queuedAt - other.queuedAt);
}

const taken = (jobId: string, row: DeliveryRow): TakenDelivery => ({
  jobId,
  contract: row.contract_id,
  deliveryId: row.delivery_id,
  number: row.number,
  round: row.round,
  caseId: row.case_id,
  personId: row.person_id,
  name: row.name ?? (row.person_id || (row.address ?? '')),
  level: row.level ?? undefined,
  kind: row.kind,
  means: row.means,
  state: row.state,
  attempts: row.attempts,
  reason: row.reason ?? undefined,
  queuedAt: asInstant(row.queued_at),
  ...(row.is_stopped && { isStopped: true as const }),
  address: row.address ?? undefined,
  subject: row.subject ?? '',
  text: row.body_text ?? '',
  html: row.body_html ?? '',
  canReply: row.reply_to,
});

/** Writes what became of attempts; what was settled before stays as it is. */
export async function settleDeliveries(
  db: Kysely<unknown>,
  settled: readonly DeliverySettled[],
): Promise<void> {
  if (settled.length === 0) return;
  const rows = settled.map(({ at, ...one }) => ({
    ...one,
    carrierId: one.carrierId === undefined ? null : storable(one.carrierId),
    settledAt: one.state === 'queued' ? null : formatInstant(at),
  }));
  await sql`
    update delivery set state = row.state, reason = row.reason, carrier_id = row."carrierId",
      attempts = attempts + 1, settled_at = row."settledAt",
      handed_over_at = case when row.state = 'handedOver' then row."settledAt" else handed_over_at end
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (contract text, "deliveryId" uuid, state text,
      reason text, "carrierId" text, "settledAt" timestamptz)
    where contract_id = row.contract and delivery_id = row."deliveryId" and delivery.state = 'queued'`.execute(
    db,
  );
}

/** What another server says may hold anything; a text of the database neither half a character nor a null. */
const storable = (said: string): string => said.toWellFormed().replaceAll('\0', '');

/**
 * The event a delivery told of, how often it had been told before, and by what its person was told of it then or since.
 * Mails wait for their server for days, so that a later one that waits too is enough.
 */
export async function occasionOf(
  db: Kysely<unknown>,
  contract: string,
  deliveryId: string,
): Promise<Occasioned> {
  const { rows } = await sql<Occasioned>`
    select number, round, tried, is_told as "isTold"
    from delivery cross join lateral (select
        json_agg(distinct other.means) filter (
          where other.round = delivery.round or other.queued_at >= delivery.queued_at) as tried,
        coalesce(bool_or(other.round > delivery.round and other.means = delivery.means
          and (other.state in ('handedOver', 'delivered') or other.means = 'email' and other.state = 'queued')),
          false) as is_told
      from delivery other
      where (other.contract_id, other.case_id, other.number, other.person_id, other.kind)
        = (delivery.contract_id, delivery.case_id, delivery.number, delivery.person_id, delivery.kind)) others
    where contract_id = ${contract} and delivery_id = ${deliveryId}::uuid`.execute(db);
  if (!rows[0]) throw new Error(`no delivery ${deliveryId}`);
  return rows[0];
}

interface LevelToldRow extends Omit<LevelTold, 'at'> {
  readonly contract: string;
  readonly caseId: string;
  readonly at: number;
}

/** What people of levels were told of cases since an instant, each in the place of its key. */
export async function toldLevels(
  db: Kysely<unknown>,
  keys: readonly CaseKey[],
  since: Instant,
): Promise<readonly (readonly LevelTold[])[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<LevelToldRow>`
    select contract_id as contract, case_id as "caseId", person_id as "personId", level, number, max(round) as round,
      (extract(epoch from max(queued_at)) * 1000)::int8 as at
    from delivery
    where (contract_id, case_id) in (select * from unnest(${keys.map((key) => key.contract)}::text[],
        ${keys.map((key) => key.caseId)}::text[]))
      and kind = 'notice' and level is not null and queued_at > ${formatInstant(since)}::timestamptz
    group by contract_id, case_id, person_id, level, number`.execute(db);
  const found = Map.groupBy(rows, (row) => JSON.stringify([row.contract, row.caseId]));
  return keys.map(({ contract, caseId }) =>
    (found.get(JSON.stringify([contract, caseId])) ?? []).map(({ personId, level, number, round, at }) => ({
      ...{ personId, level, number, round },
      at: asInstant(at),
    })),
  );
}
