import { calendarOf } from '../lookup.ts';
import { nearestWord } from '../nearest-word.ts';
import type { Rule } from '../rule.ts';
import { timedPlaces } from '../timed-spans.ts';

/** A span is counted on a calendar the plan does not describe. */
export const calendarReferenceUnknown: Rule<'calendar-reference-unknown'> = {
  code: 'calendar-reference-unknown',
  severity: 'blocking',
  find: (plan) => {
    const known = Object.keys(plan.calendars ?? {});
    return timedPlaces(plan).flatMap(({ path, calendar }) => {
      if (calendar === undefined || calendarOf(plan, calendar)) return [];
      const suggestion = nearestWord(calendar, known);
      return [{ path: [...path, 'calendar'], values: { calendar, suggestion } }];
    });
  },
};
