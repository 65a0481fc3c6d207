import { type CalendarRules, WEEKDAYS, type Window } from './calendar.ts';
import { dayNumber } from './local-date.ts';
import { zoneTable } from './zone-table.ts';

/** What rules may have wrong with them, by code. `day` is a weekday (`mon`) or a date; windows are in minutes. */
export interface RulesProblems {
  'calendar-zone-unknown': { timeZone: string };
  'calendar-window-malformed': { day: string; window: Window };
  'calendar-windows-overlap': { day: string; first: Window; second: Window };
  'calendar-windows-too-many': { day: string; windows: number; windowsMax: number };
  'calendar-date-malformed': { date: string };
  'calendar-normal-day-malformed': { milliseconds: number };
}

type RulesProblem = {
  readonly [C in keyof RulesProblems]: { readonly code: C; readonly values: RulesProblems[C] };
}[keyof RulesProblems];

/** A date has at most this many windows: one for each quarter of an hour. */
const WINDOWS_PER_DAY_MAX = 96;

const DAY_MINUTES = 1440;

/**
 * Everything that keeps rules from being compiled, in the order in which they are read; empty where nothing does.
 *
 * Windows of one date may touch but not overlap; those of neighbouring dates may (a night shift, then an early
 * morning), and the hours they share count once.
 */
export function calendarProblems(rules: CalendarRules): RulesProblem[] {
  const problems: RulesProblem[] = [];
  if (!zoneTable(rules.timeZone)) {
    problems.push({ code: 'calendar-zone-unknown', values: { timeZone: rules.timeZone } });
  }
  if (rules.hours !== 'always') {
    for (const weekday of WEEKDAYS) problems.push(...windowProblems(weekday, rules.hours[weekday] ?? []));
  }
  const dates = [...rules.holidays.map((holiday) => holiday.date), ...Object.keys(rules.exceptions)];
  if (rules.dataUntil !== undefined) dates.push(rules.dataUntil);
  for (const date of dates) {
    if (dayNumber(date) === undefined) problems.push({ code: 'calendar-date-malformed', values: { date } });
  }
  for (const [date, windows] of Object.entries(rules.exceptions))
    problems.push(...windowProblems(date, windows));
  const milliseconds = rules.normalDayMs;
  if (milliseconds !== undefined && !(Number.isInteger(milliseconds) && milliseconds > 0)) {
    problems.push({ code: 'calendar-normal-day-malformed', values: { milliseconds } });
  }
  return problems;
}

function windowProblems(day: string, windows: readonly Window[]): RulesProblem[] {
  if (windows.length > WINDOWS_PER_DAY_MAX) {
    const values = { day, windows: windows.length, windowsMax: WINDOWS_PER_DAY_MAX };
    return [{ code: 'calendar-windows-too-many', values }];
  }
  const problems: RulesProblem[] = windows
    .filter((window) => !isWindow(window))
    .map((window) => ({ code: 'calendar-window-malformed', values: { day, window } }));
  const sorted = windows.toSorted((a, b) => a.from - b.from);
  for (const [index, second] of sorted.entries()) {
    const first = sorted[index - 1];
    if (first && second.from < first.until) {
      problems.push({ code: 'calendar-windows-overlap', values: { day, first, second } });
    }
  }
  return problems;
}

/** Whole minutes, beginning on the day, longer than nothing and at most 24 hours long. */
const isWindow = ({ from, until }: Window): boolean =>
  Number.isInteger(from) &&
  Number.isInteger(until) &&
  from >= 0 &&
  from < DAY_MINUTES &&
  until > from &&
  until <= from + DAY_MINUTES;
