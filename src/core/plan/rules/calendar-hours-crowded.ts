import { calendarProblems } from '../../calendar/calendar-problems.ts';
import { parseWeek, parseWindows } from '../format/week.ts';
import type { Rule } from '../rule.ts';

/** A day with more windows than a calendar can count. */
export const calendarHoursCrowded: Rule<'calendar-hours-crowded'> = {
  code: 'calendar-hours-crowded',
  severity: 'blocking',
  find: ({ calendars = {} }) =>
    Object.entries(calendars).flatMap(([id, { week = {}, exceptions = {} }]) => {
      const dated = Object.entries(exceptions).map(([date, texts]) => [date, parseWindows(texts)] as const);
      const problems = calendarProblems({
        timeZone: 'UTC',
        hours: parseWeek(week),
        holidays: [],
        exceptions: Object.fromEntries(dated),
      });
      return problems.flatMap((problem) => {
        if (problem.code !== 'calendar-windows-too-many') return [];
        const { day, windowsMax } = problem.values;
        const path = ['calendars', id, Object.hasOwn(exceptions, day) ? 'exceptions' : 'week'];
        return [{ path, values: { calendar: id, day, windowsMax } }];
      });
    }),
};
