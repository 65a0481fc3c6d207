import { type Kysely, sql } from 'kysely';
import type { EventPlace, KeptEvent, ListedDelivery } from '../../app/ports/reading.ts';
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
