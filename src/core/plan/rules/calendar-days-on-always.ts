import { countedDues } from '../asked/counted-dues.ts';
import { calendarOf } from '../asked/lookup.ts';
import { isBusinessDays, timedPlaces } from '../asked/timed-spans.ts';
import type { Rule } from '../rule.ts';

/** Business days are counted on a calendar that never closes, so that no day is one rather than another. */
export const calendarDaysOnAlways: Rule<'calendar-days-on-always'> = {
  code: 'calendar-days-on-always',
  severity: 'blocking',
  find: (plan) => {
    const isAlways = (id: string | undefined): id is string =>
      id !== undefined && calendarOf(plan, id)?.hours === 'always';
    const spans = timedPlaces(plan).flatMap(({ path, spans: written, calendar }) =>
      isAlways(calendar)
        ? written
            .filter(({ span }) => isBusinessDays(span))
            .map(({ key, span }) => ({ path: [...path, key], values: { span, calendar } }))
        : [],
    );
    const dues = countedDues(plan).flatMap(({ due: { days, of }, path }) =>
      isAlways(of) && days !== undefined
        ? [{ path: [...path, 'of'], values: { span: `${days} days`, calendar: of } }]
        : [],
    );
    return [...spans, ...dues];
  },
};
