import type { Rule } from '../rule.ts';

/** A calendar without an open hour: no clock on it ever ends. */
export const calendarNeverOpens: Rule<'calendar-never-opens'> = {
  code: 'calendar-never-opens',
  severity: 'blocking',
  find: ({ calendars = {} }) =>
    Object.entries(calendars).flatMap(([id, { week, exceptions = {} }]) => {
      if (week === undefined) return [];
      const days = [...Object.values(week), ...Object.values(exceptions)];
      if (days.some((windows) => windows.length > 0)) return [];
      return [{ path: ['calendars', id, 'week'], values: { calendar: id } }];
    }),
};
