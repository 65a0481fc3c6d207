/** Milliseconds since 1970-01-01T00:00Z. A number so that a million deadlines are cheap; made only here. */
export type Instant = number & { readonly kind: 'instant' };

/** The brand for a number that is known to be whole milliseconds since the epoch. */
export const asInstant = (epochMilliseconds: number): Instant => epochMilliseconds as Instant;

const ZONED = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?(Z|[+-]\d{2}(:?\d{2})?)$/i;

/**
 * The instant an ISO 8601 text names, cut to the millisecond; undefined where the text has no offset
 * (a local time is no instant until somebody says which zone), or is no date.
 *
 *     parseInstant('2026-11-20T16:30-08:00')
 */
export function parseInstant(text: string): Instant | undefined {
  if (!ZONED.test(text)) return undefined;
  try {
    return asInstant(Temporal.Instant.from(text).epochMilliseconds);
  } catch {
    return undefined;
  }
}

const LOCAL = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,3})?)?$/i;

/**
 * The instant at which the clocks of a zone show a local time. One shown twice is the first of the two, one that
 * is skipped comes after the gap by as much, unless another choice is made.
 *
 *     parseLocal('2026-11-20T16:30', 'America/Los_Angeles')
 */
export function parseLocal(
  text: string,
  timeZone: string,
  disambiguation: 'compatible' | 'earlier' | 'later' = 'compatible',
): Instant | undefined {
  if (!LOCAL.test(text)) return undefined;
  try {
    const local = Temporal.PlainDateTime.from(text.toUpperCase());
    return asInstant(local.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds);
  } catch {
    return undefined;
  }
}

/** ISO 8601 in UTC, to the millisecond: `2026-11-21T00:30:00.000Z`. */
export const formatInstant = (instant: Instant): string => new Date(instant).toISOString();

const MINUTE_MS = 60_000;

/**
 * The first whole minute not before an instant: what people are shown of "from", so that nobody comes too early.
 *
 *     roundedUp(parseInstant('2026-11-20T20:30:00.001-08:00'))  // 20:31
 */
export const roundedUp = (instant: Instant): Instant => asInstant(Math.ceil(instant / MINUTE_MS) * MINUTE_MS);

/** The date that the clocks of a zone show at an instant, as `2026-11-28`. */
export const dateAt = (at: Instant, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
