import type { Rule } from '../rule.ts';

const KEYS = ['holidays', 'exceptions', 'businessDay', 'normalDay'] as const;

/** Open round the clock, nothing closes: what is said about closed days has no effect. */
export const calendarAlwaysRestricted: Rule<'calendar-always-restricted'> = {
  code: 'calendar-always-restricted',
  severity: 'warning',
  find: ({ calendars = {} }) =>
    Object.entries(calendars).flatMap(([id, calendar]) =>
      calendar.hours === undefined
        ? []
        : KEYS.filter((key) => isSaid(calendar[key])).map((key) => ({
            path: ['calendars', id, key],
            values: { calendar: id, key },
          })),
    ),
};

/** `exceptions: {}` says as little as its absence. */
const isSaid = (value: string | object | undefined): boolean =>
  typeof value === 'object' ? Object.keys(value).length > 0 : value !== undefined;
