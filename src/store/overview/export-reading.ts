import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Exported, ExportedCase, ExportReading } from '../../app/ports/exports.ts';
import type { CasePlace, EventPlace, KeptEvent } from '../../app/ports/reading.ts';
import { asInstant, formatInstant, type Instant } from '../../core/instant.ts';
import { instantOr, milliseconds } from '../views/milliseconds.ts';

/** Exports, read from PostgreSQL in pieces. */
export const exportReading = (db: Kysely<unknown>): ExportReading => ({
  cases: (exported, after, max) => exportedCases(db, exported, after, max),
  events: (exported, after, before, max) => exportedEvents(db, exported, { after, before, max }),
});

const ofCustomers = ({ customers }: Exported): RawBuilder<unknown> =>
  customers === undefined ? sql`true` : sql`"case".customer_id = any(${[...customers]}::text[])`;

interface CaseRow {
  readonly case_id: string;
  readonly customer_id: string;
  readonly customer_name: string;
  readonly status: 'open' | 'closed';
  readonly track: string;
  readonly level: number;
  readonly waiting_kind: string;
  readonly waiting_party: string | null;
  readonly opened_by: string;
  readonly opened: number;
  readonly changed: number;
  readonly closed: number | null;
  readonly due: number | null;
  readonly events: number;
  readonly refs: readonly string[];
  readonly counted_from: number | null;
  readonly acknowledged_ms: number | null;
  readonly acknowledged_open_ms: number | null;
  readonly responded_ms: number | null;
  readonly responded_open_ms: number | null;
  readonly satisfied_ms: number | null;
  readonly satisfied_open_ms: number | null;
}

async function exportedCases(
  db: Kysely<unknown>,
  exported: Exported,
  after: CasePlace | undefined,
  max: number,
): Promise<readonly ExportedCase[]> {
  const { contract, from, until } = exported;
  const place = after
    ? sql`(opened_at, "case".case_id) > (${formatInstant(after.openedAt)}::timestamptz, ${after.caseId})`
    : sql`true`;
  const { rows } = await sql<CaseRow>`
    select "case".case_id, "case".customer_id, customer.name as customer_name, status, "case".track, level,
      waiting_kind, waiting_party, opened_by, ${milliseconds('opened_at')} as opened,
      ${milliseconds('changed_at')} as changed, ${milliseconds('closed_at')} as closed,
      ${milliseconds('next_due_at')} as due, events, ${milliseconds('opened_from')} as counted_from,
      acknowledged_ms, acknowledged_open_ms, responded_ms, responded_open_ms, satisfied_ms, satisfied_open_ms,
      coalesce((select json_agg(reference order by reference) from case_reference
        where case_reference.contract_id = "case".contract_id
          and case_reference.case_id = "case".case_id), '[]') as refs
    from "case" join customer using (contract_id, customer_id)
      left join answer_time timed on timed.contract_id = "case".contract_id and timed.case_id = "case".case_id
    where "case".contract_id = ${contract} and not practice and ${ofCustomers(exported)} and ${place}
      and opened_at >= ${formatInstant(from)}::timestamptz and opened_at < ${formatInstant(until)}::timestamptz
    order by opened_at, "case".case_id limit ${max}`.execute(db);
  return rows.map(caseOf);
}

const caseOf = (row: CaseRow): ExportedCase => ({
  caseId: row.case_id,
  customer: row.customer_id,
  customerName: row.customer_name,
  status: row.status,
  track: row.track,
  level: row.level,
  waitingKind: row.waiting_kind,
  waitingParty: row.waiting_party ?? undefined,
  reporter: row.opened_by,
  openedAt: asInstant(row.opened),
  changedAt: asInstant(row.changed),
  closedAt: instantOr(row.closed),
  nextDueAt: instantOr(row.due),
  version: row.events,
  references: row.refs,
  countedFrom: instantOr(row.counted_from),
  answers: {
    acknowledged: timed(row.acknowledged_ms, row.acknowledged_open_ms),
    responded: timed(row.responded_ms, row.responded_open_ms),
    satisfied: timed(row.satisfied_ms, row.satisfied_open_ms),
  },
});

const timed = (plain: number | null, open: number | null) => ({
  plainMs: plain ?? undefined,
  openMs: open ?? undefined,
});

interface EventRow {
  readonly case_id: string;
  readonly number: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly digest: string;
  readonly text: string | null;
  readonly has_text: boolean;
}

/** Events lie by time in the table, and so does their index: a stretch of time is read, not everything after a place. */
async function exportedEvents(
  db: Kysely<unknown>,
  exported: Exported,
  { after, before, max }: { readonly after: EventPlace; readonly before: Instant; readonly max: number },
): Promise<readonly KeptEvent[]> {
  const from = sql`${formatInstant(after.at)}::timestamptz`;
  const { rows } = await sql<EventRow>`
    select event.case_id, event.number, event.body, encode(event.digest, 'hex') as digest, typed.text,
      typed.number is not null as has_text
    from event join "case" using (contract_id, case_id)
      left join event_text typed on typed.contract_id = event.contract_id
        and typed.case_id = event.case_id and typed.number = event.number
    where event.contract_id = ${exported.contract} and not practice and ${ofCustomers(exported)}
      and event.at >= ${from} and event.at < ${formatInstant(before)}::timestamptz
      and (event.at, event.case_id, event.number) > (${from}, ${after.caseId}, ${after.number})
    order by event.at, event.case_id, event.number limit ${max}`.execute(db);
  return rows.map((row) => ({
    caseId: row.case_id,
    number: row.number,
    body: row.body,
    digest: row.digest,
    text: row.text ?? undefined,
    textErased: row.has_text && row.text === null,
  }));
}
