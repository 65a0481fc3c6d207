import type { Reason } from '../../core/calendar/explain.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { ForecastContext } from '../../core/message/forecast.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import { jsonValues } from './json-values.ts';

/** What sentences about clocks and courses look up. */
export const contextOf = (revision: Revision): ForecastContext => ({
  ...revision,
  always: new Set(Object.keys(revision.calendars).filter((id) => revision.calendars[id]?.hours === 'always')),
});

/** One reason of a deadline: code, values, and the sentence they make in this language. */
export function reasonView(
  reason: Reason,
  language: Language,
): { readonly code: string; readonly text: string } {
  const say = catalogue(language).explain[reason.code] as (values: unknown) => string;
  return { code: reason.code, ...(jsonValues(reason.values) as object), text: say(reason.values) };
}
