import { formatInstant, type Instant } from '../instant.ts';
import type { Span } from '../span.ts';
import { dayOwning, localDay } from './business-days.ts';
import type { BusinessDay, LocalDate, Pause } from './calendar.ts';
import type { Calendar } from './compile-calendar.ts';
import { dueAt } from './due-at.ts';
import { adjustments, clockChanges, hoursCounted, type Run } from './explain-count.ts';
import { type SkippedDays, skippedDays } from './explain-skipped.ts';
import { dateOfDay } from './local-date.ts';
import { nextOpening } from './open-between.ts';
import { windowFrom } from './open-time.ts';
import { type Due, inOrder, movedBy } from './pauses.ts';

/** Why a deadline falls where it does: one code a sentence. Instants are ISO texts in UTC, to be shown in `timeZone`. */
export interface ExplainReasons {
  'explain-opened': { at: string; timeZone: string };
  'explain-pause-counted': { from: string; until: string; takenMs: number; start: string; timeZone: string };
  'explain-pause-closed': { from: string; until: string; timeZone: string };
  'explain-pause-late': { from: string; timeZone: string };
  'explain-start-next-opening': { at: string; timeZone: string };
  'explain-start-at-closing': { date: LocalDate };
  'explain-start-night': { date: LocalDate };
  'explain-days-skipped': SkippedDays;
  'explain-hours-counted': { runs: readonly Run[]; more: number };
  'explain-clocks-changed': { at: string; forwardMs: number; timeZone: string };
  'explain-became-close': { date: LocalDate; wantedMs: number };
  'explain-became-opening': { date: LocalDate; wantedMs: number };
  'explain-became-after-break': { date: LocalDate; wantedMs: number };
  'explain-reading-skipped': { date: LocalDate; wantedMs: number };
  'explain-due': {
    span: Span;
    meaning: DueMeaning;
    normalDayMs: number;
    at: string;
    timeZone: string;
    /** In another year than it was opened in. */
    isOtherYear: boolean;
  };
  'explain-past-data': { dataUntil: LocalDate };
}

/** How a span was counted: open hours, hours round the clock, dates, or a business day's own meaning. */
type DueMeaning = 'open' | 'always' | 'dates' | 'adjusted' | BusinessDay;

export type Reason = {
  readonly [C in keyof ExplainReasons]: { readonly code: C; readonly values: ExplainReasons[C] };
}[keyof ExplainReasons];

export interface Explanation extends Due {
  readonly reasons: readonly Reason[];
  /** The deadline lies after the last date that the holiday data reach. */
  readonly isPastData: boolean;
}

/**
 * Why a deadline falls where it does, in the order one would tell it: where it started and what moved the start,
 * which days were skipped and which hours counted, what the calendar made of the time of day, where it ends.
 * Undefined where there is no deadline (`dueAt`).
 *
 *     explain(office, wednesday1630, { unit: 'businessDay', days: 1 }, [])
 */
export function explain(
  calendar: Calendar,
  from: Instant,
  span: Span,
  pauses: readonly Pause[],
): Explanation | undefined {
  const { timeZone } = calendar.rules;
  const reasons: Reason[] = [{ code: 'explain-opened', values: { at: formatInstant(from), timeZone } }];
  const due = afterPauses(calendar, from, span, pauses, reasons);
  if (due === undefined) return undefined;
  const heedsHours = !calendar.always && span.unit !== 'day';
  if (heedsHours) {
    reasons.push(...startReasons(calendar, due.start));
    const skipped = skippedDays(calendar, localDay(calendar, due.start), localDay(calendar, due.dueAt));
    if (skipped) reasons.push({ code: 'explain-days-skipped', values: skipped });
  }
  if (countsTime(calendar, span)) {
    const counted = calendar.always ? undefined : hoursCounted(calendar, due.start, due.dueAt);
    if (counted) reasons.push({ code: 'explain-hours-counted', values: counted });
    for (const change of clockChanges(calendar, due.start, due.dueAt)) {
      reasons.push({ code: 'explain-clocks-changed', values: change });
    }
  }
  const adjusted = adjustments(calendar, due.start, due.dueAt, span);
  const isOtherYear = yearOf(calendar, from) !== yearOf(calendar, due.dueAt);
  const meaning = adjusted.length > 0 ? 'adjusted' : meaningOf(calendar, span);
  reasons.push(...adjusted, {
    code: 'explain-due',
    values: {
      span,
      meaning,
      normalDayMs: calendar.normalDayMs ?? 0,
      at: formatInstant(due.dueAt),
      timeZone,
      isOtherYear,
    },
  });
  const isPastData = pastData(calendar, due.dueAt);
  if (isPastData)
    reasons.push({ code: 'explain-past-data', values: { dataUntil: calendar.rules.dataUntil ?? '' } });
  return { ...due, reasons, isPastData };
}

/** Whether an instant lies on a date that the holiday data do not reach; round the clock nothing depends on them. */
export function pastData(calendar: Calendar, at: Instant): boolean {
  const { dataUntil } = calendar.rules;
  return dataUntil !== undefined && !calendar.always && dateOfDay(localDay(calendar, at)) > dataUntil;
}

const countsTime = (calendar: Calendar, span: Span): boolean =>
  span.unit === 'time' || (span.unit === 'businessDay' && calendar.rules.businessDay === 'hours');

/** The same walk as `dueAfterPauses`, saying what each pause did. */
function afterPauses(
  calendar: Calendar,
  from: Instant,
  span: Span,
  pauses: readonly Pause[],
  reasons: Reason[],
): Due | undefined {
  const { timeZone } = calendar.rules;
  let start = from;
  let due = dueAt(calendar, start, span);
  for (const pause of inOrder(pauses)) {
    if (due === undefined) return undefined;
    const [begin, until] = [formatInstant(pause.from), formatInstant(pause.until)];
    if (pause.from >= due) {
      reasons.push({ code: 'explain-pause-late', values: { from: begin, timeZone } });
      continue;
    }
    const moved = movedBy(calendar, start, span, pause);
    if (moved === undefined) return undefined;
    if (moved.start === start) {
      reasons.push({ code: 'explain-pause-closed', values: { from: begin, until, timeZone } });
      continue;
    }
    start = moved.start;
    const values = { from: begin, until, takenMs: moved.takenMs, start: formatInstant(start), timeZone };
    reasons.push({ code: 'explain-pause-counted', values });
    due = dueAt(calendar, start, span);
  }
  return due === undefined ? undefined : { start, dueAt: due };
}

/** What the calendar makes of the start: another day's, exactly closing, or outside hours. */
function startReasons(calendar: Calendar, start: Instant): Reason[] {
  const { timeZone } = calendar.rules;
  const day = dayOwning(calendar, start, windowFrom(calendar, start));
  const opening = nextOpening(calendar, start);
  if (day === undefined) {
    return opening === undefined || calendar.rules.businessDay === 'close'
      ? []
      : [{ code: 'explain-start-next-opening', values: { at: formatInstant(opening), timeZone } }];
  }
  const date = dateOfDay(day);
  if (opening !== start) return [{ code: 'explain-start-at-closing', values: { date } }];
  return day === localDay(calendar, start) ? [] : [{ code: 'explain-start-night', values: { date } }];
}

const yearOf = (calendar: Calendar, at: Instant): string => dateOfDay(localDay(calendar, at)).slice(0, 4);

function meaningOf(calendar: Calendar, span: Span): DueMeaning {
  if (span.unit === 'day') return 'dates';
  if (span.unit === 'businessDay') return calendar.rules.businessDay ?? 'hours';
  return calendar.always ? 'always' : 'open';
}
