import { parseSpan } from '../../span.ts';
import type { Rule } from '../rule.ts';

const DAY_MS = 24 * 60 * 60_000;

/** The length of a normal day is no number of hours, or more of them than a day has. */
export const calendarDayLengthUnclear: Rule<'calendar-day-length-unclear'> = {
  code: 'calendar-day-length-unclear',
  severity: 'blocking',
  find: ({ calendars = {} }) =>
    Object.entries(calendars).flatMap(([id, { normalDay }]) => {
      const span = normalDay === undefined ? undefined : parseSpan(normalDay);
      if (normalDay === undefined || (span?.unit === 'time' && span.ms <= DAY_MS)) return [];
      return [{ path: ['calendars', id, 'normalDay'], values: { calendar: id, normalDay } }];
    }),
};
