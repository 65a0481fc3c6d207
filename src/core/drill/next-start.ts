import { asInstant, type Instant } from '../instant.ts';
import type { DrillEvery } from './event.ts';

const MONTHS: Readonly<Record<DrillEvery, number>> = { month: 1, quarter: 3 };

/**
 * When a drill that comes again does so after an instant: on the same day of the month and at the same time of day as the
 * first, on the zone's clocks. A day that a month lacks is its last day, and the month after has its own day again.
 */
export function nextStart(
  { anchorAt, every }: { readonly anchorAt: Instant; readonly every: DrillEvery },
  timeZone: string,
  after: Instant,
): Instant {
  const anchor = Temporal.Instant.fromEpochMilliseconds(anchorAt).toZonedDateTimeISO(timeZone);
  const since = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timeZone);
  const passed = (since.year - anchor.year) * 12 + since.month - anchor.month;
  let turn = Math.max(1, Math.floor(passed / MONTHS[every]));
  const at = (): Instant => asInstant(anchor.add({ months: turn * MONTHS[every] }).epochMilliseconds);
  while (at() <= after) turn += 1;
  return at();
}
