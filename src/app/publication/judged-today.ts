import type { Instant } from '../../core/instant.ts';
import type { Facts } from '../../core/plan/facts.ts';
import type { Plan } from '../../core/plan/format/schema.ts';
import { parse } from '../../core/plan/reading/parse.ts';

/** What a plan is judged by at an instant: today, on the clocks of its own contract. */
export const judgedAt =
  (at: Instant) =>
  (plan: Plan): Facts => {
    const zone = plan.contract?.timeZone ?? 'UTC';
    const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
    return { today: today.toString() };
  };

/** As `judgedAt`, for a plan that nobody has read yet. */
export const factsAt = (text: string, at: Instant): Facts => judgedAt(at)(parse(text).value);
