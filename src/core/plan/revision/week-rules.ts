import { type CalendarRules, WEEKDAYS, type Window } from '../../calendar/calendar.ts';
import { parseWeek } from '../format/week.ts';

/** Hours of the week as rules of a calendar that has no holidays. Windows that overlap or touch are one. */
export function weekRules(
  week: Readonly<Record<string, readonly string[]>>,
  timeZone: string,
): CalendarRules {
  const windows = parseWeek(week);
  const hours = Object.fromEntries(WEEKDAYS.map((day) => [day, joined(windows[day] ?? [])]));
  return { timeZone, hours, holidays: [], exceptions: {} };
}

function joined(windows: readonly Window[]): readonly Window[] {
  const found: Window[] = [];
  for (const window of windows.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && window.from <= last.until)
      found[found.length - 1] = { from: last.from, until: Math.max(last.until, window.until) };
    else found.push(window);
  }
  return found;
}
