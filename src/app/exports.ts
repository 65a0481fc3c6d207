import { ANSWERS } from '../core/case/answer-times.ts';
import { asInstant, type Instant, parseInstant } from '../core/instant.ts';
import type { Caller } from './authorise.ts';
import { type Cell, csvLine } from './csv.ts';
import type { Exported, ExportedCase, ExportReading } from './ports/exports.ts';
import type { CasePlace, EventPlace, KeptEvent } from './ports/reading.ts';
import { isForReader } from './views/event-view.ts';

export const EXPORTS = ['cases.csv', 'cases.json', 'events.csv', 'events.json'] as const;
type ExportName = (typeof EXPORTS)[number];

interface Exporting {
  readonly reading: ExportReading;
  readonly caller: Caller;
  readonly exported: Exported;
  /** Every instant is written on the clocks of this one zone, with its offset. */
  readonly timeZone: string;
  /** When it is written: what happens later is not in it. */
  readonly now: Instant;
}

/** An export, piece by piece; however much there is, no more than one piece is held at a time. */
export async function* exportText(name: ExportName, exporting: Exporting): AsyncGenerator<string> {
  const rows = name.startsWith('cases') ? caseRows(exporting) : eventRows(exporting);
  if (name.endsWith('.csv')) yield* csvText(name, rows, exporting);
  else yield* jsonText(name, rows, exporting);
}

/** One row of an export: names and values, in their order. */
type Row = Readonly<Record<string, unknown>>;

/** A spreadsheet takes a file without this for one of its own old alphabets. */
const BYTE_ORDER_MARK = '\ufeff';

async function* csvText(
  name: ExportName,
  pieces: AsyncIterable<readonly Row[]>,
  { timeZone }: Exporting,
): AsyncGenerator<string> {
  const columns = name === 'cases.csv' ? CASE_COLUMNS : EVENT_COLUMNS;
  const headings = columns.map((column) => (/^at$|At$/.test(column) ? `${column} (${timeZone})` : column));
  yield BYTE_ORDER_MARK + csvLine(headings);
  for await (const rows of pieces) {
    yield rows.map((row) => csvLine(columns.map((column) => cellOf(row[column])))).join('');
  }
}

function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.join('; ') : JSON.stringify(value);
}

async function* jsonText(
  name: ExportName,
  pieces: AsyncIterable<readonly Row[]>,
  { exported, timeZone, now }: Exporting,
): AsyncGenerator<string> {
  const local = localOf(timeZone);
  const list = name === 'cases.json' ? 'cases' : 'events';
  const head = {
    format: `ladder-${list}-1`,
    contract: exported.contract,
    timeZone,
    from: local(exported.from),
    until: local(exported.until),
    writtenAt: local(now),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"${list}":[`;
  let isFirst = true;
  for await (const rows of pieces) {
    for (const row of rows) {
      yield `${isFirst ? '\n' : ',\n'}${JSON.stringify(row)}`;
      isFirst = false;
    }
  }
  yield '\n]}\n';
}

/** An instant on the clocks of a zone, with its offset: `2026-11-17T09:00:00.000-08:00`. */
const localOf =
  (timeZone: string) =>
  (at: Instant): string =>
    Temporal.Instant.fromEpochMilliseconds(at).toString({ timeZone, fractionalSecondDigits: 3 });

const CASE_COLUMNS = [
  'case',
  'customer',
  'customerName',
  'track',
  'status',
  'level',
  'waitingFor',
  'waitingParty',
  'reporter',
  'openedAt',
  'countedFromAt',
  'changedAt',
  'closedAt',
  'nextDueAt',
  ...ANSWERS.flatMap((kind) => [`${kind}Minutes`, `${kind}OpenMinutes`]),
  'references',
  'version',
];

const CASES_AT_ONCE = 500;

async function* caseRows({ reading, exported, timeZone }: Exporting): AsyncGenerator<readonly Row[]> {
  const local = localOf(timeZone);
  let after: CasePlace | undefined;
  for (;;) {
    const found = await reading.cases(exported, after, CASES_AT_ONCE);
    if (found.length > 0) yield found.map((one) => caseRow(one, local));
    const last = found.at(-1);
    if (!last || found.length < CASES_AT_ONCE) return;
    after = { openedAt: last.openedAt, caseId: last.caseId };
  }
}

function caseRow(one: ExportedCase, local: (at: Instant) => string): Row {
  const maybe = (at: Instant | undefined): string | null => (at === undefined ? null : local(at));
  return {
    case: one.caseId,
    customer: one.customer,
    customerName: one.customerName,
    track: one.track,
    status: one.status,
    level: one.level,
    waitingFor: one.waitingKind,
    waitingParty: one.waitingParty ?? null,
    reporter: one.reporter,
    openedAt: local(one.openedAt),
    countedFromAt: maybe(one.countedFrom),
    changedAt: local(one.changedAt),
    closedAt: maybe(one.closedAt),
    nextDueAt: maybe(one.nextDueAt),
    ...Object.fromEntries(
      ANSWERS.flatMap((kind) => [
        [`${kind}Minutes`, minutes(one.answers[kind].plainMs)],
        [`${kind}OpenMinutes`, minutes(one.answers[kind].openMs)],
      ]),
    ),
    references: one.references,
    version: one.version,
  };
}

const MINUTE_MS = 60_000;
/** To the hundredth, which is less than a second. */
const minutes = (ms: number | undefined): number | null =>
  ms === undefined ? null : Math.round((ms / MINUTE_MS) * 100) / 100;

/** What a table of events shows; whatever else an event says stands in `more`. */
const EVENT_COLUMNS = [
  'at',
  'occurredAt',
  'case',
  'number',
  'type',
  'actor',
  'by',
  'onBehalfOf',
  'over',
  'level',
  'dueAt',
  'latenessMs',
  'text',
  'textErased',
  'more',
  'digest',
];

const EVENTS_AT_ONCE = 1000;
const HOUR_MS = 3_600_000;
/** A stretch is doubled where little happened in it, up to this. */
const STRETCH_MAX_MS = 64 * 24 * HOUR_MS;

/** Events of one stretch of time after another: the longer, the less there is. */
async function* eventRows({
  reading,
  caller,
  exported,
  timeZone,
  now,
}: Exporting): AsyncGenerator<readonly Row[]> {
  const local = localOf(timeZone);
  const end = Math.min(exported.until, now + 1);
  let stretch = HOUR_MS;
  let after: EventPlace = { at: exported.from, caseId: '', number: 0 };
  while (after.at < end) {
    const before = asInstant(Math.min(end, after.at + stretch));
    const found = await reading.events(exported, after, before, EVENTS_AT_ONCE);
    const shown = found.filter((kept) => isForReader(kept, caller));
    if (shown.length > 0) yield shown.map((kept) => eventRow(kept, local));
    const last = found.at(-1);
    if (last && found.length === EVENTS_AT_ONCE) {
      stretch = Math.max(HOUR_MS / 4, stretch / 2);
      after = { at: atOf(last), caseId: last.caseId, number: last.number };
    } else {
      if (found.length < EVENTS_AT_ONCE / 4) stretch = Math.min(STRETCH_MAX_MS, stretch * 2);
      after = { at: before, caseId: '', number: 0 };
    }
  }
}

function atOf({ body, caseId, number }: KeptEvent): Instant {
  const at = parseInstant(String(body.at));
  if (at === undefined) throw new Error(`event ${number} of case ${caseId} has no instant`);
  return at;
}

function eventRow(
  { caseId, number, body, text, textErased, digest }: KeptEvent,
  local: (at: Instant) => string,
): Row {
  const { textDigest: _digest, ...said } = body;
  const row: Record<string, unknown> = { case: caseId, number, text: text ?? null, textErased, digest };
  const more: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(said)) {
    const isInstant = (key === 'at' || key.endsWith('At')) && typeof value === 'string';
    const at = isInstant ? parseInstant(value) : undefined;
    const written = at === undefined ? value : local(at);
    if (EVENT_COLUMNS.includes(key)) row[key] = written;
    else more[key] = written;
  }
  if (Object.keys(more).length > 0) row.more = more;
  return row;
}
