import { usedCalendars } from '../asked/timed-spans.ts';
import type { Rule } from '../rule.ts';

/** Nothing is counted on the calendar. */
export const calendarUnused: Rule<'calendar-unused'> = {
  code: 'calendar-unused',
  severity: 'advice',
  find: (plan) => {
    const used = usedCalendars(plan);
    return Object.keys(plan.calendars ?? {}).flatMap((id) =>
      used.has(id) ? [] : [{ path: ['calendars', id], values: { calendar: id } }],
    );
  },
};
