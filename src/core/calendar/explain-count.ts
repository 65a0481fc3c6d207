import { asInstant, formatInstant, type Instant } from '../instant.ts';
import type { Span } from '../span.ts';
import { businessDayAfter, dayOwning, localDay, timeOfDay } from './business-days.ts';
import type { LocalDate } from './calendar.ts';
import type { Calendar } from './compile-calendar.ts';
import type { Reason } from './explain.ts';
import { DAY_MS, type DayNumber, dateOfDay } from './local-date.ts';
import { nextOpening, openBetween } from './open-between.ts';
import { indexOf, NOWHERE, pageNumberOf, windowFrom } from './open-time.ts';
import { pageAt, pageOfDay } from './page.ts';
import { changesWithin, offsetAt, resolveLocal } from './zone-table.ts';

/** Business days in a row on each of which equally much time counted. */
export interface Run {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly days: number;
  readonly eachMs: number;
}

/** An explanation follows this many business days at most, some ten years, and names this many runs. */
const DAYS_FOLLOWED_MAX = 2600;
const RUNS_NAMED_MAX = 6;
const CHANGES_NAMED_MAX = 4;

/** On which days the open time between two instants fell, days alike drawn together. */
export function hoursCounted(
  calendar: Calendar,
  from: Instant,
  until: Instant,
): { runs: readonly Run[]; more: number } {
  const runs: Run[] = [];
  let more = 0;
  for (const { day, ms } of daysCounted(calendar, from, until)) {
    const date = dateOfDay(day);
    const last = runs.at(-1);
    if (last?.eachMs === ms && more === 0) {
      runs[runs.length - 1] = { ...last, until: date, days: last.days + 1 };
    } else if (runs.length < RUNS_NAMED_MAX) runs.push({ from: date, until: date, days: 1, eachMs: ms });
    else more++;
  }
  return { runs, more };
}

function* daysCounted(
  calendar: Calendar,
  from: Instant,
  until: Instant,
): Generator<{ day: DayNumber; ms: number }> {
  let at: Instant = from;
  for (let followed = 0; at < until && followed < DAYS_FOLLOWED_MAX; followed++) {
    const place = windowFrom(calendar, at);
    if (place === NOWHERE) return;
    const page = pageAt(calendar, pageNumberOf(place));
    const day = page.owners[indexOf(place)] as number;
    let index = indexOf(place);
    while (page.owners[index + 1] === day) index++;
    const end = asInstant(Math.min(until, page.ends[index] as number));
    const ms = openBetween(calendar, at, end);
    if (ms > 0) yield { day, ms };
    at = end;
  }
}

/** The clock changes that fall into counted time. */
export function clockChanges(
  calendar: Calendar,
  from: Instant,
  until: Instant,
): readonly { at: string; forwardMs: number; timeZone: string }[] {
  return changesWithin(calendar.zone, from, until)
    .filter(({ at }) => nextOpening(calendar, asInstant(at)) === at)
    .slice(0, CHANGES_NAMED_MAX)
    .map(({ at, forwardMs }) => ({
      at: formatInstant(asInstant(at)),
      forwardMs,
      timeZone: calendar.rules.timeZone,
    }));
}

/** What became of the time of day where a deadline "at the same time" is not: the calendar, or the clocks, had another. */
export function adjustments(calendar: Calendar, start: Instant, due: Instant, span: Span): Reason[] {
  if (span.unit === 'time') return [];
  if (span.unit === 'day') {
    const local = start + offsetAt(calendar.zone, start);
    const midnight = Math.floor(local / DAY_MS) * DAY_MS;
    return readingSkipped(calendar, due, midnight / DAY_MS + span.days, local - midnight);
  }
  if (calendar.rules.businessDay !== 'same-time') return [];
  const counted =
    dayOwning(calendar, start, windowFrom(calendar, start)) === undefined
      ? nextOpening(calendar, start)
      : start;
  const day = counted === undefined ? undefined : dayOwning(calendar, counted, windowFrom(calendar, counted));
  const target = day === undefined ? undefined : businessDayAfter(calendar, day, span.days);
  if (counted === undefined || day === undefined || target === undefined) return [];
  const wantedMs = timeOfDay(calendar, counted, day);
  const wanted = resolveLocal(calendar.zone, target * DAY_MS + wantedMs);
  const values = { date: dateOfDay(target), wantedMs };
  if (due < wanted) return [{ code: 'explain-became-close', values }];
  if (due === wanted) return readingSkipped(calendar, due, target, wantedMs);
  const page = pageAt(calendar, pageOfDay(target));
  const isOpening = page.opensAt[page.first[target - page.firstDay] as number] === due;
  return [{ code: isOpening ? 'explain-became-opening' : 'explain-became-after-break', values }];
}

function readingSkipped(calendar: Calendar, due: Instant, day: DayNumber, wantedMs: number): Reason[] {
  const shown = due + offsetAt(calendar.zone, due);
  if (shown === day * DAY_MS + wantedMs) return [];
  const date = dateOfDay(localDay(calendar, due));
  return [{ code: 'explain-reading-skipped', values: { date, wantedMs } }];
}
