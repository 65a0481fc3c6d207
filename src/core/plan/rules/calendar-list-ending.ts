import { holidaysUntil, writtenHolidays } from '../asked/written-holidays.ts';
import type { Rule } from '../rule.ts';

/** The year after next has no holidays yet: time to add them, while no deadline falls there. */
export const calendarListEnding: Rule<'calendar-list-ending'> = {
  code: 'calendar-list-ending',
  severity: 'warning',
  needs: ['today'],
  find: (plan, { today = '' }) => {
    const year = Number(today.slice(0, 4)) + 2;
    return writtenHolidays(plan).flatMap((holidays) => {
      const until = holidaysUntil(holidays);
      if (until === undefined || Number(until.slice(0, 4)) >= year) return [];
      return [{ path: holidays.path, values: { calendar: holidays.id, until, year } }];
    });
  },
};
