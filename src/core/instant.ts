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

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));
/** Dates as they were written, by their day since the epoch: the instants of a case lie on few of them. */
const DATES = new Map<number, string>();
const DATES_MAX = 1_000;

/**
 * ISO 8601 in UTC, to the millisecond: `2026-11-21T00:30:00.000Z`. The same text as `Date` writes, in a fraction of its
 * time: each event, row and page has several.
 */
export function formatInstant(instant: Instant): string {
  const whole = Math.trunc(instant);
  const day = Math.floor(whole / DAY_MS);
  const ofDay = whole - day * DAY_MS;
  const [hour, minute] = [Math.floor(ofDay / HOUR_MS), Math.floor(ofDay / MINUTE_MS) % 60];
  const [second, milli] = [Math.floor(ofDay / 1_000) % 60, String(ofDay % 1_000).padStart(3, '0')];
  return `${dateOf(day)}T${TWO_DIGITS[hour]}:${TWO_DIGITS[minute]}:${TWO_DIGITS[second]}.${milli}Z`;
}

function dateOf(day: number): string {
  const known = DATES.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY_MS).toISOString().split('T')[0]!;
  if (DATES.size >= DATES_MAX) DATES.clear();
  DATES.set(day, date);
  return date;
}

/**
 * The first whole minute not before an instant: what people are shown of "from", so that nobody comes too early.
 *
 *     roundedUp(parseInstant('2026-11-20T20:30:00.001-08:00'))  // 20:31
 */
export const roundedUp = (instant: Instant): Instant => asInstant(Math.ceil(instant / MINUTE_MS) * MINUTE_MS);

/** The date that the clocks of a zone show at an instant, as `2026-11-28`. */
export const dateAt = (at: Instant, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
