import { datesOf, listedDates, writtenHolidays } from '../asked/written-holidays.ts';
import type { Rule } from '../rule.ts';

/** A date is removed that the list does not close: perhaps another date was meant. */
export const calendarHolidayAbsent: Rule<'calendar-holiday-absent'> = {
  code: 'calendar-holiday-absent',
  severity: 'warning',
  find: (plan) =>
    writtenHolidays(plan).flatMap((holidays) => {
      const { id, use, list, add, remove } = holidays;
      if (use !== undefined && !list) return [];
      const listed = listedDates(holidays);
      const added = datesOf(add);
      return remove.flatMap(({ date, path }) =>
        date === undefined || listed.has(date) || added.has(date)
          ? []
          : [{ path, values: { calendar: id, date, list: use } }],
      );
    }),
};
