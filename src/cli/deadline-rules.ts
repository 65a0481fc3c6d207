import {
  type BusinessDay,
  type CalendarRules,
  type Holiday,
  WEEKDAYS,
  type Weekday,
  type Window,
} from '../core/calendar/calendar.ts';
import { calendarProblems } from '../core/calendar/calendar-problems.ts';
import type { DeadlineForm } from '../core/message/deadline.ts';
import { parseWeekdays, parseWindow } from '../core/plan/format/week.ts';
import { parseSpan } from '../core/span.ts';
import { DeadlineRefusal } from './deadline-refusal.ts';

/** The part of a line that says when a calendar is open, as it came. */
export type WrittenRules = Readonly<Record<(typeof RULE_KEYS)[number], unknown>>;

export const RULE_KEYS = [
  'timeZone',
  'week',
  'hours',
  'holidays',
  'exceptions',
  'businessDay',
  'normalDay',
  'dataUntil',
] as const;

const BUSINESS_DAYS: readonly unknown[] = ['same-time', 'close', 'hours'] satisfies BusinessDay[];

/** The zone of a calendar that needs none, because it never closes and nobody asked for dates. */
const NO_ZONE = 'UTC';

/**
 * The rules a line writes down, checked; throws a `DeadlineRefusal` for the first thing wrong with them.
 *
 * `null` is a key left out. Round the clock (`hours: always`) holidays and exceptions close nothing, and the zone
 * may be left out.
 */
export function rulesOfLine(written: WrittenRules): CalendarRules {
  const hours = hoursOf(written);
  const businessDay = written.businessDay ?? undefined;
  if (businessDay !== undefined && !BUSINESS_DAYS.includes(businessDay)) {
    throw malformed('businessDay', businessDay, 'businessDay');
  }
  const rules: CalendarRules = {
    timeZone: zoneOf(written.timeZone ?? undefined, hours),
    hours,
    holidays: holidaysOf(written.holidays ?? []),
    exceptions: exceptionsOf(written.exceptions ?? {}),
    businessDay: businessDay as BusinessDay | undefined,
    normalDayMs: normalDayOf(written.normalDay ?? undefined),
    dataUntil: dateOf(written.dataUntil ?? undefined),
  };
  const [problem] = calendarProblems(rules);
  if (problem) throw new DeadlineRefusal(problem.code, problem.values);
  return rules;
}

const SHOWN_CHARACTERS_MAX = 80;

/** A value that is not what its key needs, shown as it came, cut where it is long. */
export function malformed(key: string, value: unknown, form: DeadlineForm): DeadlineRefusal {
  const text = JSON.stringify(value);
  const shown = text.length > SHOWN_CHARACTERS_MAX ? `${text.slice(0, SHOWN_CHARACTERS_MAX)}…` : text;
  return new DeadlineRefusal('deadline-value-malformed', { key, value: shown, form });
}

function zoneOf(timeZone: unknown, hours: CalendarRules['hours']): string {
  if (typeof timeZone === 'string') return timeZone;
  if (timeZone !== undefined) throw malformed('timeZone', timeZone, 'zone');
  if (hours !== 'always') throw new DeadlineRefusal('deadline-key-missing', { key: 'timeZone' });
  return NO_ZONE;
}

function hoursOf({ week, hours }: WrittenRules): CalendarRules['hours'] {
  const given = hours ?? undefined;
  if (given !== undefined && given !== 'always') throw malformed('hours', given, 'hours');
  if ((week ?? undefined) === undefined) {
    if (given === 'always') return 'always';
    throw new DeadlineRefusal('deadline-key-missing', { key: 'week' });
  }
  if (given === 'always')
    throw new DeadlineRefusal('deadline-keys-conflict', { first: 'week', second: 'hours' });
  if (!isRecord(week)) throw malformed('week', week, 'week');
  const found: Partial<Record<Weekday, readonly Window[]>> = {};
  for (const [key, windows] of Object.entries(week)) {
    const days = (WEEKDAYS as readonly string[]).includes(key) ? [key as Weekday] : parseWeekdays(key);
    if (!days)
      throw new DeadlineRefusal('deadline-key-unknown', { key: `week.${key}`, suggestion: undefined });
    const read = windowsOf(`week.${key}`, windows ?? []);
    for (const day of days) found[day] = [...(found[day] ?? []), ...read];
  }
  return found;
}

/** Windows as pairs of times (`["08:00","17:00"]`) or as a plan writes them (`"08:00-17:00"`). */
function windowsOf(key: string, windows: unknown): readonly Window[] {
  if (!Array.isArray(windows)) throw malformed(key, windows, 'windows');
  return windows.map((written: unknown) => {
    const window = windowOf(written);
    if (!window) throw malformed(key, written, 'windows');
    return window;
  });
}

function windowOf(written: unknown): Window | undefined {
  if (typeof written === 'string') return parseWindow(written);
  if (!Array.isArray(written) || written.length !== 2) return undefined;
  const [from, until] = written as unknown[];
  return typeof from === 'string' && typeof until === 'string' ? parseWindow(`${from}-${until}`) : undefined;
}

/** Dates, or dates with the name by which an explanation should call them. */
function holidaysOf(holidays: unknown): readonly Holiday[] {
  if (!Array.isArray(holidays)) throw malformed('holidays', holidays, 'holidays');
  return holidays.map((holiday: unknown) => {
    if (typeof holiday === 'string') return { date: holiday, name: '' };
    if (isRecord(holiday) && typeof holiday.date === 'string' && typeof holiday.name === 'string') {
      return { date: holiday.date, name: holiday.name };
    }
    throw malformed('holidays', holiday, 'holidays');
  });
}

function exceptionsOf(exceptions: unknown): CalendarRules['exceptions'] {
  if (!isRecord(exceptions)) throw malformed('exceptions', exceptions, 'exceptions');
  return Object.fromEntries(
    Object.entries(exceptions).map(([date, windows]) => [date, windowsOf(`exceptions.${date}`, windows)]),
  );
}

function normalDayOf(normalDay: unknown): number | undefined {
  if (normalDay === undefined) return undefined;
  const span = typeof normalDay === 'string' ? parseSpan(normalDay) : undefined;
  if (span?.unit !== 'time') throw malformed('normalDay', normalDay, 'normalDay');
  return span.ms;
}

function dateOf(date: unknown): string | undefined {
  if (date === undefined || typeof date === 'string') return date;
  throw malformed('dataUntil', date, 'date');
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
