import assert from 'node:assert';
import { type CalendarRules, WEEKDAYS, type Window } from './calendar.ts';
import { type DayNumber, dayNumber, MINUTE_MS } from './local-date.ts';
import { PAGE_COUNT, pageOfDay, type Shelf } from './page.ts';
import { type ZoneTable, zoneTable } from './zone-table.ts';

/**
 * Rules made ready for counting. Only `rules` is for the eye of callers; the rest is filled in while deadlines
 * are computed, a stretch of days at a time, and says nothing that the rules do not.
 */
export interface Calendar {
  readonly rules: CalendarRules;
  readonly zone: ZoneTable;
  readonly always: boolean;
  /** By `WEEKDAYS` order, each sorted by `from`. */
  readonly week: readonly (readonly Window[])[];
  readonly closed: ReadonlySet<DayNumber>;
  readonly exceptions: ReadonlyMap<DayNumber, readonly Window[]>;
  /** Open time of one business day in the mode `hours`; undefined where the rules do not say and days differ. */
  readonly normalDayMs: number | undefined;
  /** The last page on which the calendar may open: searches end there. */
  readonly lastPage: number;
  readonly shelves: (Shelf | undefined)[];
  /** How much the pages hold, in windows and days; see `PAGES_WEIGHT_MAX`. */
  weight: number;
}

const compiled = new WeakMap<CalendarRules, Calendar>();

/**
 * The calendar that follows rules. Cheap: nothing is laid out before it is asked for, and the same rules object
 * gives the same calendar. Rules that `calendarProblems` finds fault with are a bug here.
 *
 *     compileCalendar({ timeZone: 'UTC', hours: 'always', holidays: [], exceptions: {} })
 */
export function compileCalendar(rules: CalendarRules): Calendar {
  const known = compiled.get(rules);
  if (known) return known;
  const zone = zoneTable(rules.timeZone);
  assert(zone, `not a time zone: ${rules.timeZone}`);
  const week = WEEKDAYS.map((weekday) =>
    rules.hours === 'always' ? [] : sorted(rules.hours[weekday] ?? []),
  );
  const exceptions = new Map(
    Object.entries(rules.exceptions).map(([date, windows]) => [knownDay(date), sorted(windows)]),
  );
  const calendar: Calendar = {
    rules,
    zone,
    always: rules.hours === 'always',
    week,
    closed: new Set(rules.holidays.map((holiday) => knownDay(holiday.date))),
    exceptions,
    normalDayMs: rules.normalDayMs ?? commonLength(week),
    lastPage: lastPage(week, exceptions),
    shelves: [],
    weight: 0,
  };
  compiled.set(rules, calendar);
  return calendar;
}

const sorted = (windows: readonly Window[]): readonly Window[] =>
  windows.length < 2 ? windows : windows.toSorted((a, b) => a.from - b.from);

function knownDay(date: string): DayNumber {
  const day = dayNumber(date);
  assert(day !== undefined, `not a date: ${date}`);
  return day;
}

/** The open time that all open weekdays share by the clock on the wall. */
function commonLength(week: readonly (readonly Window[])[]): number | undefined {
  const lengths = new Set(
    week
      .filter((windows) => windows.length > 0)
      .map((windows) => windows.reduce((sum, each) => sum + each.until - each.from, 0)),
  );
  const [length] = lengths;
  return lengths.size === 1 && length !== undefined ? length * MINUTE_MS : undefined;
}

/** Without weekly hours only exceptions open, so a search need not walk the centuries to find nothing. */
function lastPage(
  week: readonly (readonly Window[])[],
  exceptions: ReadonlyMap<DayNumber, readonly Window[]>,
): number {
  if (week.some((windows) => windows.length > 0)) return PAGE_COUNT - 1;
  let last = -1;
  for (const [day, windows] of exceptions) if (windows.length > 0) last = Math.max(last, pageOfDay(day));
  return Math.min(last, PAGE_COUNT - 1);
}
