import { listedDates, writtenHolidays } from '../asked/written-holidays.ts';
import type { Rule } from '../rule.ts';

/** A date is added that is closed already, by the list or by an earlier line. */
export const calendarHolidayKnown: Rule<'calendar-holiday-known'> = {
  code: 'calendar-holiday-known',
  severity: 'advice',
  find: (plan) =>
    writtenHolidays(plan).flatMap((holidays) => {
      const listed = listedDates(holidays);
      const written = new Set<string>();
      return holidays.add.flatMap(({ date, path }) => {
        if (date === undefined) return [];
        const isNew = !listed.has(date) && !written.has(date);
        written.add(date);
        if (isNew) return [];
        const list = listed.has(date) ? holidays.use : undefined;
        return [{ path, values: { calendar: holidays.id, date, list } }];
      });
    }),
};
