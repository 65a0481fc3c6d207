import { datesOf, writtenHolidays } from '../asked/written-holidays.ts';
import type { Rule } from '../rule.ts';

/** A date is both added and removed. */
export const calendarHolidayDisputed: Rule<'calendar-holiday-disputed'> = {
  code: 'calendar-holiday-disputed',
  severity: 'blocking',
  find: (plan) =>
    writtenHolidays(plan).flatMap(({ id, add, remove }) => {
      const added = datesOf(add);
      return remove.flatMap(({ date, path }) =>
        date !== undefined && added.has(date) ? [{ path, values: { calendar: id, date } }] : [],
      );
    }),
};
