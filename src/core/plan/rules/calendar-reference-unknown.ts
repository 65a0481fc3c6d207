import { nearestWord } from '../../nearest-word.ts';
import { calendarOf } from '../asked/lookup.ts';
import { layerCalendars, timedPlaces } from '../asked/timed-spans.ts';
import type { Rule } from '../rule.ts';

/** A span is counted on a calendar the plan does not describe, or people are on duty by one. */
export const calendarReferenceUnknown: Rule<'calendar-reference-unknown'> = {
  code: 'calendar-reference-unknown',
  severity: 'blocking',
  find: (plan) => {
    const known = Object.keys(plan.calendars ?? {});
    return [...timedPlaces(plan), ...layerCalendars(plan)].flatMap(({ path, calendar }) => {
      if (calendar === undefined || calendarOf(plan, calendar)) return [];
      const suggestion = nearestWord(calendar, known);
      return [{ path: [...path, 'calendar'], values: { calendar, suggestion } }];
    });
  },
};
