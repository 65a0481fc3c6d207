import { calendarOf } from '../lookup.ts';
import { planCalendar } from '../plan-clock.ts';
import type { Rule } from '../rule.ts';

/** Other hours are written for a date that is a holiday: the holiday wins, and the date stays closed. */
export const calendarExceptionOnHoliday: Rule<'calendar-exception-on-holiday'> = {
  code: 'calendar-exception-on-holiday',
  severity: 'warning',
  find: (plan) =>
    Object.keys(plan.calendars ?? {}).flatMap((id) => {
      const closed = new Map(planCalendar(plan, id)?.rules.holidays.map(({ date, name }) => [date, name]));
      return Object.entries(calendarOf(plan, id)?.exceptions ?? {}).flatMap(([date, windows]) => {
        const holiday = closed.get(date);
        if (holiday === undefined) return [];
        const severity = windows.length === 0 ? 'advice' : 'warning';
        return [
          { path: ['calendars', id, 'exceptions', date], values: { calendar: id, date, holiday }, severity },
        ];
      });
    }),
};
