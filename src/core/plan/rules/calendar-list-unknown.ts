import { namedCalendarNames } from '../../calendar/holidays/named.ts';
import { nearestWord } from '../../nearest-word.ts';
import { writtenHolidays } from '../asked/written-holidays.ts';
import type { Rule } from '../rule.ts';

/** A calendar uses a list of holidays that does not ship with Ladder. */
export const calendarListUnknown: Rule<'calendar-list-unknown'> = {
  code: 'calendar-list-unknown',
  severity: 'blocking',
  find: (plan) => {
    const known = namedCalendarNames();
    return writtenHolidays(plan).flatMap(({ path, use, list }) => {
      if (use === undefined || list) return [];
      return [{ path: [...path, 'use'], values: { list: use, known, suggestion: nearestWord(use, known) } }];
    });
  },
};
