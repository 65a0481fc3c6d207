import { isBusinessDays, timedPlaces } from '../asked/timed-spans.ts';
import type { Rule } from '../rule.ts';

/** Business days are counted on a calendar that does not say what one is: a close, a time of day, or hours. */
export const calendarDaysUnexplained: Rule<'calendar-days-unexplained'> = {
  code: 'calendar-days-unexplained',
  severity: 'blocking',
  find: (plan) => {
    const counted = new Map<string, string[]>();
    for (const { calendar, spans } of timedPlaces(plan)) {
      if (calendar === undefined) continue;
      const known = counted.get(calendar) ?? [];
      counted.set(calendar, known);
      known.push(...spans.map(({ span }) => span).filter(isBusinessDays));
    }
    return Object.entries(plan.calendars ?? {}).flatMap(([id, { hours, businessDay }]) => {
      const [span, ...others] = counted.get(id) ?? [];
      if (hours !== undefined || businessDay !== undefined || span === undefined) return [];
      return [
        { path: ['calendars', id, 'businessDay'], values: { calendar: id, span, others: others.length } },
      ];
    });
  },
};
