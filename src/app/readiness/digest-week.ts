import type { Instant } from '../../core/instant.ts';

/** When in the week a digest is written, on the contract's clocks. */
const HOUR = '08:00';

/**
 * The Monday of the week whose digest is to be written by now: of this week from eight on Monday on, before that of the
 * week before.
 */
export function digestWeek(now: Instant, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const monday = local.toPlainDate().subtract({ days: local.dayOfWeek - 1 });
  const begins = monday.toZonedDateTime({ timeZone, plainTime: HOUR });
  const isBegun = Temporal.ZonedDateTime.compare(begins, local) <= 0;
  return (isBegun ? monday : monday.subtract({ days: 7 })).toString();
}
