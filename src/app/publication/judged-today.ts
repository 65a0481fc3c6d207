import type { Instant } from '../../core/instant.ts';
import type { Facts } from '../../core/plan/facts.ts';
import { parse } from '../../core/plan/reading/parse.ts';

/** What a plan is judged by at an instant: today, on the clocks of its own contract. */
export function factsAt(text: string, at: Instant): Facts {
  const zone = parse(text).value.contract?.timeZone ?? 'UTC';
  return {
    today: Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString(),
  };
}
