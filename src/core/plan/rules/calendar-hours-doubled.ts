import type { Rule } from '../rule.ts';

/** A calendar that is open round the clock and has hours all the same. */
export const calendarHoursDoubled: Rule<'calendar-hours-doubled'> = {
  code: 'calendar-hours-doubled',
  severity: 'blocking',
  find: ({ calendars = {} }) =>
    Object.entries(calendars).flatMap(([id, { hours, week }]) =>
      hours !== undefined && week !== undefined
        ? [{ path: ['calendars', id, 'week'], values: { calendar: id } }]
        : [],
    ),
};
