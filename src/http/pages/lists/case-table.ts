import { Readable } from 'node:stream';
import { type Cell, csvLine } from '../../../app/csv.ts';
import type { Turn } from '../../../app/ports/lists.ts';
import { legible } from '../../../app/views/legible.ts';
import { type LineView, lineView } from '../../../app/views/line-view.ts';
import { readsFor, sightOf } from '../../../app/views/sight.ts';
import type { Instant } from '../../../core/instant.ts';
import { caseSentences } from '../../../core/message/case.ts';
import { catalogue, type Language } from '../../../core/message/catalogue.ts';
import type { CsvColumn } from '../../../core/message/portal/lists.ts';
import { dueWords } from '../../../portal/lists/case-lines.tsx';
import type { SignedVisit } from '../visit.ts';
import type { CaseQuery } from './case-query.ts';

/** Cases in a table at most: who wants all of them takes the export of the record. */
export const CSV_CASES_MAX = 10_000;
/** Read at once, so that a long table takes no more memory than a short one. */
const READ_AT_ONCE = 500;
const MINUTE_MS = 60_000;

/** The list as it is narrowed and sorted, from its first line on, as CSV with a byte order mark for spreadsheets. */
export const caseTable = (visit: SignedVisit, query: CaseQuery, timeZone: string): Readable =>
  Readable.from(linesOf(visit, query, timeZone));

async function* linesOf(
  { parts, visitor: { caller }, language }: SignedVisit,
  { narrowing, order }: CaseQuery,
  timeZone: string,
): AsyncGenerator<string> {
  const { csvColumns } = catalogue(language).lists.cases;
  yield `\ufeff${csvLine(COLUMNS.map((column) => csvColumns[column]))}`;
  const asked = { contract: caller.contract, sight: sightOf(caller), narrowing, order, max: READ_AT_ONCE };
  const now = await parts.reading.now();
  let turn: Turn | undefined;
  for (let read = 0; read < CSV_CASES_MAX; read += READ_AT_ONCE) {
    const { lines, hasAfter } = await parts.lists.cases({ ...asked, turn });
    const { items, unshown } = legible(lines, (line) =>
      csvLine(cellsOf(lineView(line, readsFor(caller), now), language, timeZone)),
    );
    yield items.join('') + unshown.map((caseId) => csvLine(bareCells(caseId))).join('');
    const last = lines.at(-1);
    if (!hasAfter || !last) return;
    turn = { way: 'after', place: last.place };
  }
}

const COLUMNS: readonly CsvColumn[] = [
  'case',
  'references',
  'customer',
  'track',
  'level',
  'status',
  'stands',
  'turn',
  'due',
  'dueWhat',
  'lateMinutes',
  'openedAt',
  'changedAt',
  'closedAt',
  'practice',
];

function cellsOf(view: LineView, language: Language, timeZone: string): readonly Cell[] {
  const { lists, case: words } = catalogue(language);
  const { line, filters } = lists;
  const { next, lateMs, closedAt, party } = view;
  const cells: Readonly<Record<CsvColumn, Cell>> = {
    case: view.caseId,
    references: view.references.join(' '),
    customer: view.customerName,
    track: view.track,
    level: view.level,
    status: filters.statuses[closedAt === undefined ? 'open' : 'closed'],
    stands: caseSentences(words, view.revision).waiting(view.waiting),
    turn: party && line.party[party],
    due: next && local(next.dueAt, timeZone),
    dueWhat: next && dueWords(next, lateMs !== undefined, line),
    lateMinutes: lateMs === undefined ? undefined : Math.floor(lateMs / MINUTE_MS),
    openedAt: local(view.openedAt, timeZone),
    changedAt: local(view.changedAt, timeZone),
    closedAt: closedAt && local(closedAt, timeZone),
    practice: view.isPractice ? line.practice : undefined,
  };
  return COLUMNS.map((column) => cells[column]);
}

/** Of a case whose line cannot be made: that it is there. */
const bareCells = (caseId: string): readonly Cell[] =>
  COLUMNS.map((column) => (column === 'case' ? caseId : undefined));

/** On the contract's clocks, with their offset: a program and a reader take it for the same instant. */
const local = (at: Instant, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
