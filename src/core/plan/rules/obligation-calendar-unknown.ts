import { nearestWord } from '../../nearest-word.ts';
import { countedDues } from '../asked/counted-dues.ts';
import { calendarOf } from '../asked/lookup.ts';
import type { Rule } from '../rule.ts';

/** Days are counted on a calendar the plan does not describe. */
export const obligationCalendarUnknown: Rule<'obligation-calendar-unknown'> = {
  code: 'obligation-calendar-unknown',
  severity: 'blocking',
  find: (plan) => {
    const known = Object.keys(plan.calendars ?? {});
    return countedDues(plan).flatMap(({ due: { of }, path }) => {
      if (of === undefined || calendarOf(plan, of)) return [];
      return [{ path: [...path, 'of'], values: { calendar: of, suggestion: nearestWord(of, known) } }];
    });
  },
};
