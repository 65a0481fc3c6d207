import { type Kysely, type RawBuilder, sql } from 'kysely';
import type {
  ConversationPart,
  DeliveryFate,
  EventPart,
  KeptEvent,
  ListedDelivery,
  Sight,
  ToldEvent,
} from '../../app/ports/reading.ts';
import type { CaseKey } from '../../app/ports/store.ts';
import { asInstant, formatInstant, type Instant } from '../../core/instant.ts';
import { inSight } from './cases.ts';
import { instantOr, milliseconds } from './milliseconds.ts';

interface EventRow {
  readonly case_id: string;
  readonly number: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly digest: string;
  readonly text: string | null;
  readonly has_text: boolean;
}

const EVENT = sql`event.case_id, event.number, event.body, encode(event.digest, 'hex') as digest, typed.text,
  typed.number is not null as has_text
  from event left join event_text typed on typed.contract_id = event.contract_id
    and typed.case_id = event.case_id and typed.number = event.number`;

const keptOf = (row: EventRow): KeptEvent => ({
  caseId: row.case_id,
  number: row.number,
  body: row.body,
  digest: row.digest,
  text: row.text ?? undefined,
  textErased: row.has_text && row.text === null,
});

/** Events of one case after a number, in their order. */
export async function listEvents(
  db: Kysely<unknown>,
  { contract, caseId }: CaseKey,
  after: number,
  max: number,
): Promise<readonly KeptEvent[]> {
  const { rows } = await sql<EventRow>`
    select ${EVENT} where event.contract_id = ${contract} and event.case_id = ${caseId}
      and event.number > ${after}
    order by event.number limit ${max}`.execute(db);
  return rows.map(keptOf);
}

interface ToldRow extends EventRow {
  readonly fates:
    | readonly (Pick<DeliveryFate, 'means' | 'state' | 'times'> & {
        readonly person_id: string;
        readonly level: number | null;
      } & InstantsRow)[]
    | null;
}

/** People and means that are named beside one event, at most. */
const FATES_MAX = 50;

/** When each thing became of a delivery. */
const INSTANTS = sql`${milliseconds('queued_at')} as queued, ${milliseconds('handed_over_at')} as handed_over,
  ${milliseconds('delivered_at')} as delivered, ${milliseconds('answered_at')} as answered,
  case when state = 'failed' then ${milliseconds('settled_at')} end as failed`;

/** Of each person and means the last notice of an event, and how many there were. */
const FATES = sql`(select json_agg(fate) from (
  select distinct on (person_id, means) person_id, level, means,
    case when state = 'failed' and reason = 'overtaken' then 'overtaken' else state end as state, ${INSTANTS},
    count(*) over (partition by person_id, means) as times
  from delivery where delivery.contract_id = event.contract_id and delivery.case_id = event.case_id
    and delivery.number = event.number and kind = 'notice'
  order by person_id, means, round desc limit ${sql.lit(FATES_MAX)}) as fate) as fates`;

/** That nobody of a level or a party could be told: an event without anybody's delivery, it stands for all of them. */
const NOBODY_TOLD = sql`(event.body->>'contact' = 'level-' || (event.body->>'level')
  or event.body->>'contact' in ('customer', 'contractor', 'oversight') and event.body->>'level' is null)
  and event.body->>'result' = 'failed' and not exists (select from delivery
    where delivery.contract_id = event.contract_id
      and delivery.delivery_id = (event.body->>'delivery')::uuid)`;

/**
 * The last events before a number, without what is said to others and what carriers say, but for nobody to tell; each with
 * who was told.
 */
export async function listConversation(
  db: Kysely<unknown>,
  { contract, caseId }: CaseKey,
  { before, max, readers }: ConversationPart,
): Promise<readonly ToldEvent[]> {
  const { rows } = await sql<ToldRow>`
    select ${FATES}, ${EVENT} where event.contract_id = ${contract} and event.case_id = ${caseId}
      and event.number < ${before} and (event.type <> 'DeliveryRecorded' or ${NOBODY_TOLD}) and ${isFor(readers)}
    order by event.number desc limit ${max}`.execute(db);
  return rows.map((row) => ({
    ...keptOf(row),
    fates: (row.fates ?? []).map(({ person_id, level, means, state, times, ...instants }) => {
      return { person: person_id, level: level ?? undefined, means, state, times, ...instantsOf(instants) };
    }),
  }));
}

/** Of each level that could not be told the last event that says so, until a notice went there or it answered. */
export async function listLevelsUntold(
  db: Kysely<unknown>,
  { contract, caseId }: CaseKey,
): Promise<readonly KeptEvent[]> {
  const { rows } = await sql<EventRow>`
    select distinct on ((event.body->>'level')::integer) ${EVENT}
    where event.contract_id = ${contract} and event.case_id = ${caseId}
      and event.type = 'DeliveryRecorded' and event.body->>'level' is not null and ${NOBODY_TOLD}
      and not exists (select from delivery where delivery.contract_id = event.contract_id
        and delivery.case_id = event.case_id and delivery.level = (event.body->>'level')::integer
        and delivery.kind = 'notice' and delivery.state in ('handedOver', 'delivered')
        and delivery.queued_at > (event.body->>'at')::timestamptz)
      and not exists (select from event heard where heard.contract_id = event.contract_id
        and heard.case_id = event.case_id and heard.number > event.number
        and heard.type in ('Acknowledged', 'Responded') and heard.body->>'level' = event.body->>'level')
    order by (event.body->>'level')::integer, event.number desc`.execute(db);
  return rows.map(keptOf);
}

/** What was said to one party is for that party and for whoever said it. */
function isFor(readers: ConversationPart['readers']): RawBuilder<unknown> {
  if (readers === 'all') return sql`true`;
  const parties = sql`any(${[...readers]}::text[])`;
  return sql`(event.type not in ('NoteAdded', 'FileAttached') or event.body->>'audience' = 'all'
    or event.body->>'audience' = ${parties} or event.body->>'actor' = ${parties})`;
}

/**
 * Events of the cases in sight after a place, in order of time. `at` is now, for who stands in until then. The bounds
 * stand by themselves too, for they alone find the index.
 */
export async function listContractEvents(
  db: Kysely<unknown>,
  contract: string,
  sight: Sight,
  { after, until, max }: EventPart,
  at: Instant | undefined,
): Promise<readonly KeptEvent[]> {
  const from = sql`${formatInstant(after.at)}::timestamptz`;
  const seen = sight.all
    ? sql`event.case_id not like '%:%'`
    : sql`event.case_id in (select case_id from "case" where contract_id = ${contract}
        and ${inSight(contract, sight, at)})`;
  const before = until === undefined ? sql`` : sql`and event.at < ${formatInstant(until)}::timestamptz`;
  const { rows } = await sql<EventRow>`
    select ${EVENT} where event.contract_id = ${contract} and ${seen} and event.at >= ${from} ${before}
      and (event.at, event.case_id, event.number) > (${from}, ${after.caseId}, ${after.number})
    order by event.at, event.case_id, event.number limit ${max}`.execute(db);
  return rows.map(keptOf);
}

interface InstantsRow {
  readonly queued: number;
  readonly handed_over: number | null;
  readonly delivered: number | null;
  readonly answered: number | null;
  readonly failed: number | null;
}

const instantsOf = ({ queued, handed_over, delivered, answered, failed }: InstantsRow) => ({
  queuedAt: asInstant(queued),
  handedOverAt: instantOr(handed_over),
  deliveredAt: instantOr(delivered),
  answeredAt: instantOr(answered),
  failedAt: instantOr(failed),
});

interface DeliveryRow extends InstantsRow {
  readonly delivery_id: string;
  readonly number: number;
  readonly round: number;
  readonly person_id: string;
  readonly level: number | null;
  readonly kind: string;
  readonly means: string;
  readonly state: ListedDelivery['state'];
  readonly attempts: number;
  readonly reason: string | null;
  readonly settled: number | null;
}

/** The last deliveries of a case, without addresses and bodies, by the event they tell of. */
export async function listDeliveries(
  db: Kysely<unknown>,
  { contract, caseId }: CaseKey,
  max: number,
): Promise<readonly ListedDelivery[]> {
  const { rows } = await sql<DeliveryRow>`
    select ${DELIVERY} from delivery where contract_id = ${contract} and case_id = ${caseId}
    order by number desc, round desc, person_id, means, kind limit ${max}`.execute(db);
  return rows.map(deliveryOf);
}

/** Deliveries of a case by their ids, without addresses and bodies. */
export async function deliveriesNamed(
  db: Kysely<unknown>,
  { contract, caseId }: CaseKey,
  ids: readonly string[],
): Promise<readonly ListedDelivery[]> {
  const { rows } = await sql<DeliveryRow>`
    select ${DELIVERY} from delivery where contract_id = ${contract} and case_id = ${caseId}
      and delivery_id = any(${ids.filter((id) => UUID.test(id))}::uuid[])`.execute(db);
  return rows.map(deliveryOf);
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

const DELIVERY = sql`delivery_id, number, round, person_id, level, kind, means, state, attempts, reason,
  ${milliseconds('settled_at')} as settled, ${INSTANTS}`;

const deliveryOf = (row: DeliveryRow): ListedDelivery => ({
  deliveryId: row.delivery_id,
  event: row.number,
  round: row.round,
  person: row.person_id,
  level: row.level ?? undefined,
  kind: row.kind,
  means: row.means,
  state: row.state,
  attempts: row.attempts,
  reason: row.reason ?? undefined,
  queuedAt: asInstant(row.queued),
  settledAt: instantOr(row.settled),
  handedOverAt: instantOr(row.handed_over),
  deliveredAt: instantOr(row.delivered),
  answeredAt: instantOr(row.answered),
});
