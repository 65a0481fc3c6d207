import { parseWeek } from '../format/week.ts';
import type { Rule } from '../rule.ts';

/** A business day is so many hours, and the days of the week are not equally long. */
export const calendarDayLengthMissing: Rule<'calendar-day-length-missing'> = {
  code: 'calendar-day-length-missing',
  severity: 'blocking',
  find: ({ calendars = {} }) =>
    Object.entries(calendars).flatMap(([id, { week = {}, businessDay, normalDay }]) => {
      if (businessDay !== 'hours' || normalDay !== undefined) return [];
      const minutes = new Set(
        Object.values(parseWeek(week))
          .map((windows) => windows.reduce((sum, { from, until }) => sum + until - from, 0))
          .filter((length) => length > 0),
      );
      if (minutes.size <= 1) return [];
      const lengths = [...minutes].sort((a, b) => a - b);
      return [{ path: ['calendars', id, 'normalDay'], values: { calendar: id, minutes: lengths } }];
    }),
};
