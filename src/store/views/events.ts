import { type Kysely, type RawBuilder, sql } from 'kysely';
import type {
  ConversationPart,
  DeliveryFate,
  EventPlace,
  KeptEvent,
  ListedDelivery,
} from '../../app/ports/reading.ts';
import type { CaseKey } from '../../app/ports/store.ts';
import { asInstant, formatInstant } from '../../core/instant.ts';
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

/** The last events before a number, without what carriers say and what is said to others. */
export async function listConversation(
  db: Kysely<unknown>,
  { contract, caseId }: CaseKey,
  { before, max, readers }: ConversationPart,
): Promise<readonly KeptEvent[]> {
  const { rows } = await sql<EventRow>`
    select ${EVENT} where event.contract_id = ${contract} and event.case_id = ${caseId}
      and event.number < ${before} and event.type <> 'DeliveryRecorded' and ${isFor(readers)}
    order by event.number desc limit ${max}`.execute(db);
  return rows.map(keptOf);
}

/** What was said to one party is for that party and for whoever said it. */
function isFor(readers: ConversationPart['readers']): RawBuilder<unknown> {
  if (readers === 'all') return sql`true`;
  const parties = sql`any(${[...readers]}::text[])`;
  return sql`(event.type not in ('NoteAdded', 'FileAttached') or event.body->>'audience' = 'all'
    or event.body->>'audience' = ${parties} or event.body->>'actor' = ${parties})`;
}

/** Events of every case of a contract after a place, in order of time. */
export async function listContractEvents(
  db: Kysely<unknown>,
  contract: string,
  { at, caseId, number }: EventPlace,
  max: number,
): Promise<readonly KeptEvent[]> {
  const { rows } = await sql<EventRow>`
    select ${EVENT} where event.contract_id = ${contract}
      and (event.at, event.case_id, event.number) > (${formatInstant(at)}::timestamptz, ${caseId}, ${number})
    order by event.at, event.case_id, event.number limit ${max}`.execute(db);
  return rows.map(keptOf);
}

interface DeliveryRow {
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
  readonly queued: number;
  readonly settled: number | null;
}

/** The last deliveries of a case, without addresses and bodies, by the event they tell of. */
export async function listDeliveries(
  db: Kysely<unknown>,
  { contract, caseId }: CaseKey,
  max: number,
): Promise<readonly ListedDelivery[]> {
  const { rows } = await sql<DeliveryRow>`
    select delivery_id, number, round, person_id, level, kind, means, state, attempts, reason,
      ${milliseconds('queued_at')} as queued, ${milliseconds('settled_at')} as settled
    from delivery where contract_id = ${contract} and case_id = ${caseId}
    order by number desc, round desc, person_id, means, kind limit ${max}`.execute(db);
  return rows.map((row) => ({
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
  }));
}

interface FateRow {
  readonly number: number;
  readonly person_id: string;
  readonly level: number | null;
  readonly means: string;
  readonly state: ListedDelivery['state'];
  readonly times: number;
}

/** Of each person and means the last delivery that tells of an event, events between two numbers. */
export async function listFates(
  db: Kysely<unknown>,
  { contract, caseId }: CaseKey,
  { from, to }: { readonly from: number; readonly to: number },
  max: number,
): Promise<readonly DeliveryFate[]> {
  const { rows } = await sql<FateRow>`
    select distinct on (number, person_id, means) number, person_id, level, means, state,
      (count(*) over (partition by number, person_id, means))::int as times
    from delivery where contract_id = ${contract} and case_id = ${caseId} and kind = 'notice'
      and number between ${from} and ${to} order by number, person_id, means, round desc limit ${max}`.execute(
    db,
  );
  return rows.map(({ number, person_id, level, means, state, times }) => {
    return { event: number, person: person_id, level: level ?? undefined, means, state, times };
  });
}
