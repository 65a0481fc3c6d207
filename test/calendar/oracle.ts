import type { CalendarRules, Pause, Weekday } from '../../src/core/calendar/calendar.ts';
import type { Span } from '../../src/core/span.ts';

/*
 * The second opinion: the same meanings as `src/core/calendar`, written with `Temporal` alone and sharing only
 * types with it. Slow and obvious. It walks dates one by one and asks `Temporal` for everything.
 */

interface Stretch {
  readonly date: Temporal.PlainDate;
  readonly from: number;
  readonly until: number;
}

const WEEKDAY: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** How many dates a search walks before it gives up. */
const DATES_WALKED_MAX = 4000;

const zoned = (rules: CalendarRules, at: number) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(rules.timeZone);

const dateAt = (rules: CalendarRules, at: number) => zoned(rules, at).toPlainDate();

function instantOf(rules: CalendarRules, date: Temporal.PlainDate, minutes: number): number {
  const local = date.toPlainDateTime().add({ minutes });
  return local.toZonedDateTime(rules.timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** The windows of a date, as its own hours have them. */
function windowsOf(rules: CalendarRules, date: Temporal.PlainDate): Stretch[] {
  const name = date.toString();
  if (rules.holidays.some((holiday) => holiday.date === name)) return [];
  if (!date.toZonedDateTime(rules.timeZone).toPlainDate().equals(date)) return [];
  const week = rules.hours === 'always' ? {} : rules.hours;
  const windows = rules.exceptions[name] ?? week[WEEKDAY[date.dayOfWeek - 1] as Weekday] ?? [];
  return windows
    .map(({ from, until }) => ({
      date,
      from: instantOf(rules, date, from),
      until: instantOf(rules, date, until),
    }))
    .filter((window) => window.until > window.from)
    .sort((a, b) => a.from - b.from);
}

/** The windows of the dates around an instant, by when they open. */
function windowsNear(rules: CalendarRules, at: number, daysBefore: number, daysAfter: number): Stretch[] {
  const today = dateAt(rules, at);
  const found: Stretch[] = [];
  for (let days = -daysBefore; days <= daysAfter; days++)
    found.push(...windowsOf(rules, today.add({ days })));
  return found.sort((a, b) => a.from - b.from);
}

function ownerOf(rules: CalendarRules, at: number): Temporal.PlainDate | undefined {
  const near = windowsNear(rules, at, 3, 1);
  const open = near.find((window) => window.from <= at && at < window.until);
  if (open) return open.date;
  return near.find((window) => window.until === at && closingOf(rules, window.date) === at)?.date;
}

const closingOf = (rules: CalendarRules, date: Temporal.PlainDate): number =>
  Math.max(...windowsOf(rules, date).map((window) => window.until));

function nextOpeningOf(rules: CalendarRules, at: number): Stretch | undefined {
  let date = dateAt(rules, at).subtract({ days: 3 });
  let best: Stretch | undefined;
  for (let walked = 0; walked < DATES_WALKED_MAX; walked++, date = date.add({ days: 1 })) {
    for (const window of windowsOf(rules, date)) {
      if (window.until > at && (!best || window.from < best.from)) best = window;
    }
    // One more date may still open earlier where clocks change; later ones cannot.
    if (best && date.since(best.date).days >= 2) return best;
  }
  return best;
}

/** The instant from `at` on at which the calendar is open first. */
export function oracleNextOpening(rules: CalendarRules, at: number): number | undefined {
  const opening = nextOpeningOf(rules, at);
  return opening && Math.max(at, opening.from);
}

function businessDayAfter(rules: CalendarRules, start: Temporal.PlainDate, count: number) {
  let date = start;
  let left = count;
  for (let walked = 0; walked < DATES_WALKED_MAX; walked++) {
    date = date.add({ days: 1 });
    if (windowsOf(rules, date).length > 0 && --left === 0) return date;
  }
  return undefined;
}

function sameTime(rules: CalendarRules, from: number, days: number): number | undefined {
  let start = from;
  let day = ownerOf(rules, from);
  if (!day) {
    const opening = nextOpeningOf(rules, from);
    if (!opening) return undefined;
    start = opening.from;
    day = ownerOf(rules, start) as Temporal.PlainDate;
  }
  const target = businessDayAfter(rules, day, days);
  if (!target) return undefined;
  const local = zoned(rules, start).toPlainDateTime();
  const date = local.toPlainDate();
  const sinceMidnight = local.since(date.toPlainDateTime(), { largestUnit: 'milliseconds' }).milliseconds;
  const order = Temporal.PlainDate.compare(date, day);
  const days24 = order > 0 ? 1 : order < 0 ? -1 : 0;
  const wanted = target
    .toPlainDateTime()
    .add({ milliseconds: sinceMidnight + days24 * 86_400_000 })
    .toZonedDateTime(rules.timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
  const windows = windowsOf(rules, target);
  const closing = closingOf(rules, target);
  if (wanted >= closing) return closing;
  if (windows.some((window) => window.from <= wanted && wanted < window.until)) return wanted;
  return windows.find((window) => window.from > wanted)?.from;
}

function close(rules: CalendarRules, from: number, days: number): number | undefined {
  const target = businessDayAfter(rules, ownerOf(rules, from) ?? dateAt(rules, from), days);
  return target && closingOf(rules, target);
}

/** Walks windows by their opening, taking from each what no earlier one has taken. */
function addOpen(rules: CalendarRules, from: number, ms: number): number | undefined {
  if (rules.hours === 'always') return from + ms;
  let taken = from;
  let left = ms;
  let date = dateAt(rules, from).subtract({ days: 3 });
  for (let walked = 0; walked < DATES_WALKED_MAX; walked++, date = date.add({ days: 1 })) {
    for (const window of windowsOf(rules, date)) {
      const start = Math.max(window.from, taken);
      if (window.until <= start) continue;
      if (window.until - start >= left) return start + left;
      left -= window.until - start;
      taken = window.until;
    }
  }
  return undefined;
}

export function oracleOpenBetween(rules: CalendarRules, from: number, until: number): number {
  if (until <= from) return 0;
  if (rules.hours === 'always') return until - from;
  let taken = from;
  let open = 0;
  const last = dateAt(rules, until).add({ days: 1 });
  for (
    let date = dateAt(rules, from).subtract({ days: 3 });
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    for (const window of windowsOf(rules, date)) {
      const start = Math.max(window.from, taken);
      const end = Math.min(window.until, until);
      if (end <= start) continue;
      open += end - start;
      taken = end;
    }
  }
  return open;
}

function normalDay(rules: CalendarRules): number {
  if (rules.normalDayMs !== undefined) return rules.normalDayMs;
  const week = rules.hours === 'always' ? {} : rules.hours;
  const day = Object.values(week).find((windows) => windows.length > 0) ?? [];
  return day.reduce((sum, window) => sum + (window.until - window.from) * 60_000, 0);
}

export function oracleDueAt(rules: CalendarRules, from: number, span: Span): number | undefined {
  if (span.unit === 'time') return addOpen(rules, from, span.ms);
  if (span.unit === 'day') return zoned(rules, from).add({ days: span.days }).epochMilliseconds;
  if (rules.businessDay === 'same-time') return sameTime(rules, from, span.days);
  if (rules.businessDay === 'close') return close(rules, from, span.days);
  return addOpen(rules, from, span.days * normalDay(rules));
}

export function oracleDueAfterPauses(
  rules: CalendarRules,
  from: number,
  span: Span,
  pauses: readonly Pause[],
): number | undefined {
  let start = from;
  for (const pause of [...pauses].sort((a, b) => a.from - b.from)) {
    const due = oracleDueAt(rules, start, span);
    if (due === undefined || pause.from >= due) break;
    const began = Math.max(pause.from, start);
    const taken =
      span.unit === 'day' ? Math.max(0, pause.until - began) : oracleOpenBetween(rules, began, pause.until);
    if (taken === 0) continue;
    const moved = span.unit === 'day' ? start + taken : addOpen(rules, start, taken);
    if (moved === undefined) return undefined;
    start = moved;
  }
  return oracleDueAt(rules, start, span);
}
