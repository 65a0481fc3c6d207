import { type Instant, parseInstant } from '../../instant.ts';
import type { Span } from '../../span.ts';
import type { BothClocks, Clocks } from '../clocks.ts';
import { dateOf, isShownTwice, onClocks, sinceMidnight } from '../on-clocks.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const LONG_WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const LONG_MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What people in the United States call their zones; elsewhere the zone's own name says it. */
const ZONE_WORDS: Readonly<Record<string, string>> = {
  'America/Los_Angeles': 'Pacific',
  'US/Pacific': 'Pacific',
  'America/Denver': 'Mountain',
  'US/Mountain': 'Mountain',
  'America/Phoenix': 'Arizona',
  'America/Chicago': 'Central',
  'US/Central': 'Central',
  'America/New_York': 'Eastern',
  'America/Detroit': 'Eastern',
  'US/Eastern': 'Eastern',
  'America/Anchorage': 'Alaska',
  'Pacific/Honolulu': 'Hawaii',
  UTC: 'UTC',
};

/** How a zone is called after a time: `Pacific`, or `Europe/Berlin time`. */
export const zoneWords = (timeZone: string): string =>
  ZONE_WORDS[timeZone] ?? `${timeZone.replaceAll('_', ' ')} time`;

/**
 * A date as people say it, the year only where asked for.
 *
 *     formatDate('2026-11-26', { year: true })  // 'Thu 26 Nov 2026'
 */
export const formatDate = (date: string, show: { readonly year?: boolean } = {}): string =>
  dateWords(Temporal.PlainDate.from(date), show);

function dateWords(
  { dayOfWeek, day, month, year }: Temporal.PlainDate | Temporal.ZonedDateTime,
  show: { readonly year?: boolean },
): string {
  const words = `${WEEKDAYS[dayOfWeek - 1]} ${day} ${MONTHS[month - 1]}`;
  return show.year ? `${words} ${year}` : words;
}

/**
 * A time of day: `4:30 pm`, with seconds only where there are any; milliseconds are for
 * records, not for readers. Twelve o'clock is said in
 * words, for nobody agrees what 12:00 am is.
 *
 *     formatTime(16.5 * 3_600_000)  // '4:30 pm'
 */
export function formatTime(sinceMidnightMs: number): string {
  const ms = ((sinceMidnightMs % 86_400_000) + 86_400_000) % 86_400_000;
  if (ms === 0) return '12:00 midnight';
  if (ms === 43_200_000) return '12:00 noon';
  const hour = Math.floor(ms / 3_600_000);
  const minutes = two(Math.floor(ms / 60_000) % 60);
  const seconds = ms % 60_000 < 1000 ? '' : `:${two(Math.floor(ms / 1000) % 60)}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minutes}${seconds} ${hour < 12 ? 'am' : 'pm'}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** What a place in a sentence wants to see of an instant. */
interface Shown {
  readonly year?: boolean;
  readonly zone?: boolean;
}

/**
 * An instant on the clocks of a zone: `Wed 25 Nov 2026, 4:30 pm Pacific`. Where the clocks show that reading twice
 * the offset is added, for one of the two is meant. On the clocks of two, both zones are named, and what the reader's
 * show stands behind: `Wed 25 Nov 2026, 4:30 pm Pacific (7:30 pm Eastern)`.
 *
 *     formatLocal('2026-11-26T00:30:00.000Z', 'America/Los_Angeles', { year: true, zone: true })
 */
export function formatLocal(at: string | Instant, clocks: Clocks, show: Shown = {}): string {
  const instant = typeof at === 'string' ? (parseInstant(at) as Instant) : at;
  if (typeof clocks === 'string') {
    const local = onClocks(instant, clocks);
    return `${dateWords(local, show)}, ${readingWords(local, show.zone ?? false)}`;
  }
  const first = formatLocal(instant, clocks.timeZone, { ...show, zone: true });
  return `${first} (${besideLocal(instant, clocks)})`;
}

/**
 * An instant as it is said aloud: every word whole, and no year, for it is near.
 *
 *     spokenLocal(at, 'America/Los_Angeles')  // 'Wednesday 25 November, 4:30 pm Pacific'
 */
export function spokenLocal(at: Instant, timeZone: string): string {
  const local = onClocks(at, timeZone);
  const date = `${LONG_WEEKDAYS[local.dayOfWeek - 1]} ${local.day} ${LONG_MONTHS[local.month - 1]}`;
  return `${date}, ${readingWords(local, true)}`;
}

/** What the reader's clocks show: the date only where it is another one than the contract's. */
export function besideLocal(at: Instant, { timeZone, readerZone }: BothClocks): string {
  const local = onClocks(at, readerZone);
  const reading = readingWords(local, true);
  return dateOf(at, readerZone) === dateOf(at, timeZone) ? reading : `${dateWords(local, {})}, ${reading}`;
}

function readingWords(local: Temporal.ZonedDateTime, withZone: boolean): string {
  const zone = withZone ? ` ${zoneWords(local.timeZoneId)}` : '';
  return `${formatTime(sinceMidnight(local))}${zone}${isShownTwice(local) ? ` (UTC${local.offset})` : ''}`;
}

const UNITS = [
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
  ['millisecond', 1],
] as const;

/** A length of time in its units, hours at most: `1 hour 30 minutes`. */
export function formatDuration(ms: number): string {
  let left = ms;
  const parts: string[] = [];
  for (const [unit, length] of UNITS) {
    const count = Math.floor(left / length);
    left -= count * length;
    if (count > 0) parts.push(counted(count, unit));
  }
  return parts.length === 0 ? 'no time' : parts.join(' ');
}

/** A span as it was promised: `1 business day`, `4 hours`. */
export function formatSpan(span: Span): string {
  if (span.unit === 'time') return formatDuration(span.ms);
  return counted(span.days, span.unit === 'day' ? 'day' : 'business day');
}

/** A number with its noun: `1 day`, `2 days`, `1,500 days`. */
export const counted = (count: number, noun: string): string =>
  `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;

/** Made once: to make one costs more than to use it a hundred times. */
const NUMBERS = new Intl.NumberFormat('en-US');

/** A number as people write it: `1,500`. Up to a thousand it is written as programs do, which is nearly always and much sooner. */
export const formatNumber = (value: number): string =>
  Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : NUMBERS.format(value);

/** Words in a row: `Sat`, `Sat and Sun`, `Fri, Sat and Sun`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
