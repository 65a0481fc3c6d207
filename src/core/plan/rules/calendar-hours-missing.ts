import type { Rule } from '../rule.ts';

/** A calendar that does not say when it is open. */
export const calendarHoursMissing: Rule<'calendar-hours-missing'> = {
  code: 'calendar-hours-missing',
  severity: 'blocking',
  find: ({ calendars = {} }) =>
    Object.entries(calendars).flatMap(([id, { hours, week }]) =>
      hours === undefined && week === undefined
        ? [{ path: ['calendars', id, 'week'], values: { calendar: id } }]
        : [],
    ),
};
