import type { CalendarRules, Window } from '../../src/core/calendar/calendar.ts';
import type { Span } from '../../src/core/span.ts';

/** Minutes since 1970-01-01T00:00Z. Only reminders fall between two of them, on a quarter. */
export type Minute = number;

/** A time during which clocks stood still. */
export interface Stop {
  readonly from: Minute;
  readonly until: Minute;
}

/** For every minute of some months the local date whose window is open then, as a day number; CLOSED otherwise. */
interface MinuteTable {
  readonly first: Minute;
  readonly owner: Int32Array;
  /** The dates on which a window opens. */
  readonly businessDays: ReadonlySet<number>;
}

const CLOSED = -1;
const DAY = 1440;
/** A table begins at a multiple of this many days, a little earlier, and reaches far enough for any clock started in it. */
const TABLE_DAYS = 100;
const BEFORE_DAYS = 12;
const AFTER_DAYS = 150;

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const tables = new WeakMap<CalendarRules, Map<number, MinuteTable>>();

/** The minute at which `span` is over for a clock begun at `start`; `start` is a whole minute. */
export function spanOver(rules: CalendarRules, start: Minute, span: Span): Minute {
  if (span.unit === 'time') return afterOpen(rules, start, span.ms / 60_000);
  if (span.unit === 'day') return sameLocalTime(rules.timeZone, start, span.days);
  if (rules.businessDay === 'hours')
    return afterOpen(rules, start, (span.days * normalDayMs(rules)) / 60_000);
  const table = tableFor(rules, start);
  if (rules.businessDay === 'close') {
    return closing(table, nthBusinessDay(table, dayOf(rules, table, start), span.days));
  }
  return sameTime(rules, table, start, span.days);
}

/**
 * Start and end of a clock that stood still during `stops`: each stop that began before the end reached so far
 * moves the start by the open time it took from the start on, and the span counts anew from there.
 */
export function overWithStops(rules: CalendarRules, from: Minute, span: Span, stops: readonly Stop[]) {
  let start = from;
  let end = spanOver(rules, start, span);
  for (const stop of stops) {
    if (stop.from >= end) continue;
    const begin = Math.max(stop.from, start);
    if (span.unit === 'day') start += Math.max(0, stop.until - begin);
    else start = afterOpen(rules, start, openMinutes(rules, begin, stop.until));
    end = spanOver(rules, start, span);
  }
  return { start, end };
}

/** How many minutes between the two are open. */
export function openMinutes(rules: CalendarRules, from: Minute, until: Minute): number {
  if (rules.hours === 'always') return Math.max(0, until - from);
  const table = tableFor(rules, from);
  let count = 0;
  for (let minute = from; minute < until; minute++) if (isOpen(table, minute)) count++;
  return count;
}

/** The instant at which `wanted` open minutes have passed; the start itself where none are wanted. */
export function afterOpen(rules: CalendarRules, start: Minute, wanted: number): Minute {
  if (wanted === 0) return start;
  if (rules.hours === 'always') return start + wanted;
  const table = tableFor(rules, start);
  let minute = start;
  for (let left = wanted; ; minute++) {
    if (!isOpen(table, minute)) continue;
    if (left <= 1) return minute + left;
    left--;
  }
}

/** The same local time so many dates later. */
export function sameLocalTime(timeZone: string, start: Minute, days: number): Minute {
  return minuteOf(localOf(timeZone, start).add({ days }), timeZone);
}

function sameTime(rules: CalendarRules, table: MinuteTable, start: Minute, days: number): Minute {
  let from = start;
  if (!isOpen(table, from) && !isClosing(table, from)) while (!isOpen(table, from)) from++;
  const day = dayOf(rules, table, from);
  const clock = minutesOnClock(rules.timeZone, day, from);
  const target = nthBusinessDay(table, day, days);
  let due = onClock(rules.timeZone, target, clock);
  const end = closing(table, target);
  if (due >= end) return end;
  while (ownerOf(table, due) !== target) due++;
  return due;
}

/** The day a minute belongs to: that of its window, that of the window just closed for good, or its local date. */
function dayOf(rules: CalendarRules, table: MinuteTable, minute: Minute): number {
  if (isOpen(table, minute)) return ownerOf(table, minute);
  if (isClosing(table, minute)) return ownerOf(table, minute - 1);
  return dayNumber(localOf(rules.timeZone, minute).toPlainDate());
}

function isClosing(table: MinuteTable, minute: Minute): boolean {
  return isOpen(table, minute - 1) && closing(table, ownerOf(table, minute - 1)) === minute;
}

/** The end of the last window of a day. */
function closing(table: MinuteTable, day: number): Minute {
  let last = CLOSED;
  const from = (day - 1) * DAY;
  for (let minute = from; minute < from + 5 * DAY; minute++)
    if (ownerOf(table, minute) === day) last = minute;
  if (last === CLOSED) throw new Error(`day ${day} never opens`);
  return last + 1;
}

function nthBusinessDay(table: MinuteTable, day: number, count: number): number {
  let found = day;
  for (let left = count; left > 0; ) if (table.businessDays.has(++found)) left--;
  return found;
}

const ownerOf = (table: MinuteTable, minute: Minute): number => {
  const owner = table.owner[minute - table.first];
  if (owner === undefined) throw new Error(`minute ${minute} is outside the table`);
  return owner;
};
const isOpen = (table: MinuteTable, minute: Minute): boolean => ownerOf(table, minute) !== CLOSED;

function normalDayMs(rules: CalendarRules): number {
  if (rules.normalDayMs !== undefined) return rules.normalDayMs;
  const lengths = WEEKDAYS.map((name) => (rules.hours === 'always' ? undefined : rules.hours[name]))
    .filter((windows): windows is readonly Window[] => windows !== undefined && windows.length > 0)
    .map((windows) => windows.reduce((sum, window) => sum + window.until - window.from, 0));
  if (new Set(lengths).size !== 1) throw new Error('a normal day is needed');
  return lengths[0]! * 60_000;
}

function tableFor(rules: CalendarRules, minute: Minute): MinuteTable {
  const number = Math.floor(minute / DAY / TABLE_DAYS);
  const known = tables.get(rules) ?? new Map<number, MinuteTable>();
  tables.set(rules, known);
  const table = known.get(number) ?? fillTable(rules, number * TABLE_DAYS - BEFORE_DAYS);
  known.set(number, table);
  return table;
}

function fillTable(rules: CalendarRules, firstDay: number): MinuteTable {
  const first = firstDay * DAY;
  const owner = new Int32Array((BEFORE_DAYS + TABLE_DAYS + AFTER_DAYS) * DAY).fill(CLOSED);
  const businessDays = new Set<number>();
  for (let day = firstDay - 2; day < firstDay + owner.length / DAY; day++) {
    for (const window of windowsOn(rules, day)) {
      const until = onClock(rules.timeZone, day, window.until) - first;
      for (let index = onClock(rules.timeZone, day, window.from) - first; index < until; index++) {
        businessDays.add(day);
        if (owner[index] === CLOSED) owner[index] = day;
      }
    }
  }
  return { first, owner, businessDays };
}

function windowsOn(rules: CalendarRules, day: number): readonly Window[] {
  if (rules.hours === 'always') return [{ from: 0, until: DAY }];
  const date = dateOf(day);
  if (rules.holidays.some((holiday) => holiday.date === date.toString())) return [];
  return rules.exceptions[date.toString()] ?? rules.hours[WEEKDAYS[date.dayOfWeek - 1]!] ?? [];
}

const dateOf = (day: number): Temporal.PlainDate => new Temporal.PlainDate(1970, 1, 1).add({ days: day });
const dayNumber = (date: Temporal.PlainDate): number => new Temporal.PlainDate(1970, 1, 1).until(date).days;
const minuteOf = (local: Temporal.PlainDateTime, timeZone: string): Minute =>
  local.toZonedDateTime(timeZone).epochMilliseconds / 60_000;
const localOf = (timeZone: string, minute: Minute): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime();

/** A day's clock runs past midnight: 02:00 of the next day is 1560 minutes on it. */
const onClock = (timeZone: string, day: number, minutes: number): Minute =>
  minuteOf(
    dateOf(day + Math.floor(minutes / DAY))
      .toPlainDateTime()
      .add({ minutes: minutes % DAY }),
    timeZone,
  );

function minutesOnClock(timeZone: string, day: number, minute: Minute): number {
  const local = localOf(timeZone, minute);
  return (dayNumber(local.toPlainDate()) - day) * DAY + local.hour * 60 + local.minute;
}
