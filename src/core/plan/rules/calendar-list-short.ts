import { holidaysUntil, writtenHolidays } from '../asked/written-holidays.ts';
import type { Rule } from '../rule.ts';

/** The holidays of a calendar end before the term does: later deadlines are computed as if every weekday were open. */
export const calendarListShort: Rule<'calendar-list-short'> = {
  code: 'calendar-list-short',
  severity: 'warning',
  find: (plan) => {
    const termUntil = plan.contract?.term?.until;
    if (termUntil === undefined) return [];
    return writtenHolidays(plan).flatMap((holidays) => {
      const until = holidaysUntil(holidays);
      if (until === undefined || until >= termUntil) return [];
      return [{ path: holidays.path, values: { calendar: holidays.id, until, termUntil } }];
    });
  },
};
