import { isBusinessDay } from './business-days.ts';
import { type LocalDate, WEEKDAYS, type Weekday } from './calendar.ts';
import type { Calendar } from './compile-calendar.ts';
import { type DayNumber, dateOfDay, weekdayIndex } from './local-date.ts';
import { dateExists } from './page.ts';

/** A closed date that the week alone does not explain. `zone`: the date, or its hours, were skipped by the clocks. */
export interface SkippedDay {
  readonly date: LocalDate;
  readonly cause: 'holiday' | 'exception' | 'zone';
  /** Of a holiday; empty where it has none. */
  readonly name: string;
}

export interface SkippedDays {
  readonly days: readonly SkippedDay[];
  /** How many more of them there are than are listed. */
  readonly more: number;
  /** The weekdays that were skipped for having no hours. */
  readonly weekdays: readonly Weekday[];
  /** Dates that an exception opened although their weekday has no hours; at most as many as are named. */
  readonly opened: readonly LocalDate[];
}

/** An explanation looks at this many dates at most, ten years, and names this many closed ones. */
const DATES_LOOKED_AT_MAX = 3660;
const DATES_NAMED_MAX = 12;

/** The dates from `first` up to but without `last` that the week alone, or nothing, makes business days; undefined where none stands out. */
export function skippedDays(calendar: Calendar, first: DayNumber, last: DayNumber): SkippedDays | undefined {
  const days: SkippedDay[] = [];
  const weekdays = new Set<number>();
  const opened: LocalDate[] = [];
  let more = 0;
  for (let day = first; day < last && day < first + DATES_LOOKED_AT_MAX; day++) {
    if (isBusinessDay(calendar, day)) {
      if (isExtraDay(calendar, day) && opened.length < DATES_NAMED_MAX) opened.push(dateOfDay(day));
      continue;
    }
    const skipped = skippedDay(calendar, day);
    if (skipped === undefined) weekdays.add(weekdayIndex(day));
    else if (days.length < DATES_NAMED_MAX) days.push(skipped);
    else more++;
  }
  if (days.length === 0 && weekdays.size === 0 && opened.length === 0) return undefined;
  const named = WEEKDAYS.filter((_, index) => weekdays.has(index));
  return { days, more, weekdays: named, opened };
}

const isExtraDay = (calendar: Calendar, day: DayNumber): boolean =>
  (calendar.week[weekdayIndex(day)] ?? []).length === 0;

/** Why a closed date is closed; undefined where its weekday has no hours. */
function skippedDay(calendar: Calendar, day: DayNumber): SkippedDay | undefined {
  const date = dateOfDay(day);
  if (!dateExists(calendar, day)) return { date, cause: 'zone', name: '' };
  const exception = calendar.exceptions.get(day);
  const opens = (exception ?? calendar.week[weekdayIndex(day)] ?? []).length > 0;
  if (opens && calendar.closed.has(day)) return { date, cause: 'holiday', name: holidayName(calendar, date) };
  if (opens) return { date, cause: 'zone', name: '' };
  const isWorkday = (calendar.week[weekdayIndex(day)] ?? []).length > 0;
  return isWorkday ? { date, cause: 'exception', name: '' } : undefined;
}

const holidayName = (calendar: Calendar, date: LocalDate): string =>
  calendar.rules.holidays.find((holiday) => holiday.date === date)?.name ?? '';
