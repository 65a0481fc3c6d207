import { isBusinessDays, timedPlaces } from '../asked/timed-spans.ts';
import type { Rule } from '../rule.ts';

/** A span without a calendar: nobody can tell which hours count. */
export const calendarReferenceMissing: Rule<'calendar-reference-missing'> = {
  code: 'calendar-reference-missing',
  severity: 'blocking',
  find: (plan) =>
    timedPlaces(plan).flatMap(({ path, spans, calendar, isAlwaysCounted }) => {
      const counted = spans.find(({ span }) => isAlwaysCounted || isBusinessDays(span));
      if (calendar !== undefined || !counted) return [];
      return [{ path: [...path, 'calendar'], values: { span: counted.span } }];
    }),
};
