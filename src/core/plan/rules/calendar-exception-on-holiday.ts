import { datesOf, listedDates, writtenHolidays } from '../asked/written-holidays.ts';
import type { Rule } from '../rule.ts';

/** Other hours are written for a date that is a holiday: the holiday wins, and the date stays closed. */
export const calendarExceptionOnHoliday: Rule<'calendar-exception-on-holiday'> = {
  code: 'calendar-exception-on-holiday',
  severity: 'warning',
  find: (plan) =>
    writtenHolidays(plan).flatMap((holidays) => {
      const { id, calendar, add } = holidays;
      const listed = listedDates(holidays);
      const added = datesOf(add);
      const removed = datesOf(holidays.remove);
      return Object.entries(calendar.exceptions ?? {}).flatMap(([date, windows]) => {
        const isHoliday = (listed.has(date) || added.has(date)) && !removed.has(date);
        if (!isHoliday || calendar.hours !== undefined) return [];
        const values = { calendar: id, date, holiday: listed.get(date) };
        // To close what is closed changes nothing; to open it does not either, and was meant to.
        const severity = windows.length === 0 ? 'advice' : 'warning';
        return [{ path: ['calendars', id, 'exceptions', date], values, severity }];
      });
    }),
};
