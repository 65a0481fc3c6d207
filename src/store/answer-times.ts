import { type Kysely, sql } from 'kysely';
import type { CaseChange, CaseKey } from '../app/ports/store.ts';
import {
  type AnswerTimes,
  answerTimes,
  MEASURED_EVENTS,
  type MeasuredEvent,
} from '../core/case/answer-times.ts';
import type { EventType } from '../core/case/event.ts';
import type { OpenState } from '../core/case/state.ts';
import { asInstant, formatInstant } from '../core/instant.ts';

/**
 * Measures how long answers took, of the cases to which something happened that changes it; their events are written
 * already. What only fell due changes nothing here, so a burst of deadlines costs nothing.
 */
export async function recordAnswerTimes(db: Kysely<unknown>, changes: readonly CaseChange[]): Promise<void> {
  const measured = changes.filter(
    ({ state, events }) =>
      !openOf(state).practice && events.some(({ event }) => MEASURED_EVENTS.has(event.type)),
  );
  if (measured.length === 0) return;
  const known = measured.filter(({ before }) => before.events > 0);
  const recorded = await recordedEvents(
    db,
    known.map(({ before }) => before.key),
  );
  const rows = measured.map((change) => {
    const { before, state } = change;
    const events = before.events > 0 ? recorded.get(nameOf(before.key)) : change.events.map(measuredEvent);
    return row(before.key, state, answerTimes(state, events ?? []));
  });
  await sql`
    insert into answer_time (contract_id, case_id, customer_id, track, opened_from, is_open, acknowledged_ms,
      acknowledged_open_ms, responded_ms, responded_open_ms, satisfied_ms, satisfied_open_ms)
    select * from json_to_recordset(${JSON.stringify(rows)}::json) as row (contract_id text, case_id text,
      customer_id text, track text, opened_from timestamptz, is_open boolean, acknowledged_ms bigint,
      acknowledged_open_ms bigint, responded_ms bigint, responded_open_ms bigint, satisfied_ms bigint,
      satisfied_open_ms bigint)
    on conflict (contract_id, case_id) do update set track = excluded.track, opened_from = excluded.opened_from,
      is_open = excluded.is_open, acknowledged_ms = excluded.acknowledged_ms,
      acknowledged_open_ms = excluded.acknowledged_open_ms, responded_ms = excluded.responded_ms,
      responded_open_ms = excluded.responded_open_ms, satisfied_ms = excluded.satisfied_ms,
      satisfied_open_ms = excluded.satisfied_open_ms`.execute(db);
}

/** Of a case that has just been opened: all its events are at hand. */
const measuredEvent = ({ event }: CaseChange['events'][number]): MeasuredEvent => ({
  type: event.type,
  occurredAt: event.occurredAt,
  statedAt: 'statedAt' in event ? event.statedAt : undefined,
  response: 'response' in event ? event.response : undefined,
});

const openOf = (state: CaseChange['state']): OpenState => (state.status === 'closed' ? state.last : state);

function row(
  { contract, caseId }: CaseKey,
  state: CaseChange['state'],
  { from, acknowledged, responded, satisfied }: AnswerTimes,
): Readonly<Record<string, unknown>> {
  const { customer, track } = openOf(state);
  return {
    contract_id: contract,
    case_id: caseId,
    customer_id: customer,
    track: track.id,
    opened_from: formatInstant(from),
    is_open: state.status === 'open',
    acknowledged_ms: acknowledged?.plainMs ?? null,
    acknowledged_open_ms: acknowledged?.openMs ?? null,
    responded_ms: responded?.plainMs ?? null,
    responded_open_ms: responded?.openMs ?? null,
    satisfied_ms: satisfied?.plainMs ?? null,
    satisfied_open_ms: satisfied?.openMs ?? null,
  };
}

interface EventRow {
  readonly contract_id: string;
  readonly case_id: string;
  readonly type: EventType;
  readonly occurred_at: number;
  readonly stated_at: number | null;
  readonly response: number | null;
}

/** The events that count, of all these cases at once, each case's in their order. */
async function recordedEvents(
  db: Kysely<unknown>,
  keys: readonly CaseKey[],
): Promise<ReadonlyMap<string, readonly MeasuredEvent[]>> {
  const { rows } = await sql<EventRow>`
    select contract_id, case_id, type, ${bodyInstant('occurredAt')} as occurred_at,
      ${bodyInstant('statedAt')} as stated_at, (body->>'response')::int as response
    from event where (contract_id, case_id) in (
        select * from unnest(${keys.map((key) => key.contract)}::text[], ${keys.map((key) => key.caseId)}::text[]))
      and type = any(${[...MEASURED_EVENTS]}::text[])
    order by contract_id, case_id, number`.execute(db);
  const found = new Map<string, MeasuredEvent[]>();
  for (const { contract_id: contract, case_id: caseId, type, ...row } of rows) {
    const name = nameOf({ contract, caseId });
    const list = found.get(name) ?? [];
    list.push({
      type,
      occurredAt: asInstant(row.occurred_at),
      statedAt: row.stated_at === null ? undefined : asInstant(row.stated_at),
      response: row.response ?? undefined,
    });
    found.set(name, list);
  }
  return found;
}

const bodyInstant = (key: string) => sql`(extract(epoch from (body->>${key})::timestamptz) * 1000)::int8`;

const nameOf = ({ contract, caseId }: CaseKey): string => `${contract}/${caseId}`;
