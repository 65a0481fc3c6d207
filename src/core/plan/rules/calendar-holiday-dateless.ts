import { writtenHolidays } from '../asked/written-holidays.ts';
import type { Rule } from '../rule.ts';

/** A holiday is added or removed without its date. */
export const calendarHolidayDateless: Rule<'calendar-holiday-dateless'> = {
  code: 'calendar-holiday-dateless',
  severity: 'blocking',
  find: (plan) =>
    writtenHolidays(plan).flatMap(({ id, add, remove }) =>
      [...add, ...remove]
        .filter(({ date }) => date === undefined)
        .map(({ path }) => ({ path: [...path, 'date'], values: { calendar: id } })),
    ),
};
