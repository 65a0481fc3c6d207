import type { Reason } from '../../core/calendar/explain.ts';
import { contextFor } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { reasonSentence } from '../../core/message/explain.ts';
import type { ForecastContext } from '../../core/message/forecast.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import { jsonValues } from './json-values.ts';

/** Who is told reasons: in which language, and on whose clocks besides the contract's. */
export interface ReasonReader {
  readonly language: Language;
  readonly readerZone?: string | undefined;
}

/** What sentences about clocks and courses look up. */
export const contextOf = (revision: Revision, readerZone?: string | undefined): ForecastContext => ({
  ...contextFor(revision, readerZone),
  always: new Set(Object.keys(revision.calendars).filter((id) => revision.calendars[id]?.hours === 'always')),
});

/** One reason of a deadline: code, values, and the sentence they make for this reader. */
export function reasonView(
  reason: Reason,
  { language, readerZone }: ReasonReader,
): { readonly code: string; readonly text: string } {
  const text = reasonSentence(catalogue(language).explain, reason, readerZone);
  return { code: reason.code, ...(jsonValues(reason.values) as object), text };
}
