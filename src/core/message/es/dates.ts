import { type Instant, parseInstant } from '../../instant.ts';
import type { Span } from '../../span.ts';
import type { BothClocks, Clocks } from '../clocks.ts';
import { dateOf, isShownTwice, onClocks, sinceMidnight } from '../on-clocks.ts';

const WEEKDAYS = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'];
const MONTHS = [
  ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio'],
  ...['julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
];

/** What people in the United States call their zones; elsewhere the zone's own name says it. */
const ZONE_WORDS: Readonly<Record<string, string>> = {
  'America/Los_Angeles': 'hora del Pacífico',
  'US/Pacific': 'hora del Pacífico',
  'America/Denver': 'hora de la Montaña',
  'US/Mountain': 'hora de la Montaña',
  'America/Phoenix': 'hora de Arizona',
  'America/Chicago': 'hora del Centro',
  'US/Central': 'hora del Centro',
  'America/New_York': 'hora del Este',
  'America/Detroit': 'hora del Este',
  'US/Eastern': 'hora del Este',
  'America/Anchorage': 'hora de Alaska',
  'Pacific/Honolulu': 'hora de Hawái',
  UTC: 'UTC',
};

/** How a zone is called after a time: `hora del Pacífico`, or `hora de Europe/Berlin`. */
export const zoneWords = (timeZone: string): string =>
  ZONE_WORDS[timeZone] ?? `hora de ${timeZone.replaceAll('_', ' ')}`;

interface ShownDate {
  readonly year?: boolean;
}

/**
 * A date for a list or a picture, the year only where asked for.
 *
 *     formatDate('2026-11-26', { year: true })  // 'jue 26 nov 2026'
 */
export function formatDate(date: string, show: ShownDate = {}): string {
  const { dayOfWeek, day, month, year } = Temporal.PlainDate.from(date);
  const words = `${WEEKDAYS[dayOfWeek - 1]?.slice(0, 3)} ${day} ${MONTHS[month - 1]?.slice(0, 3)}`;
  return show.year ? `${words} ${year}` : words;
}

/**
 * A date inside a sentence, which says the article before it: "el", "del".
 *
 *     longDate('2026-11-26', { year: true })  // 'jueves 26 de noviembre de 2026'
 */
export function longDate(date: string, show: ShownDate = {}): string {
  const { dayOfWeek, day, month, year } = Temporal.PlainDate.from(date);
  const words = `${WEEKDAYS[dayOfWeek - 1]} ${day} de ${MONTHS[month - 1]}`;
  return show.year ? `${words} de ${year}` : words;
}

/**
 * A time of day: `4:30 p. m.`, which no line breaks, with seconds only where there are any. Twelve o'clock is said in
 * words, for nobody agrees what 12:00 a. m. is.
 *
 *     formatTime(16.5 * 3_600_000)  // '4:30 p. m.'
 */
export function formatTime(sinceMidnightMs: number): string {
  const ms = ((sinceMidnightMs % DAY_MS) + DAY_MS) % DAY_MS;
  if (ms === 0) return '12:00 de la medianoche';
  if (ms === DAY_MS / 2) return '12:00 del mediodía';
  const hour = Math.floor(ms / 3_600_000);
  const minutes = two(Math.floor(ms / 60_000) % 60);
  const seconds = ms % 60_000 < 1000 ? '' : `:${two(Math.floor(ms / 1000) % 60)}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minutes}${seconds}\u00a0${hour < 12 ? 'a' : 'p'}.\u00a0m.`;
}

const DAY_MS = 86_400_000;

const two = (value: number): string => String(value).padStart(2, '0');

/** What a place in a sentence wants to see of an instant. */
interface Shown extends ShownDate {
  readonly zone?: boolean;
}

/**
 * An instant on the clocks of a zone, for a list or a picture: `mié 25 nov 2026, 4:30 p. m., hora del Pacífico`. On
 * the clocks of two, both zones are named, and what the reader's show stands behind.
 */
export const formatLocal = (at: string | Instant, clocks: Clocks, show: Shown = {}): string =>
  localWords(at, clocks, show, formatDate);

/** The same inside a sentence: `miércoles 25 de noviembre de 2026, 4:30 p. m., hora del Pacífico`. */
export const longLocal = (at: string | Instant, clocks: Clocks, show: Shown = {}): string =>
  localWords(at, clocks, show, longDate);

/** Where the clocks show a reading twice the offset is added, for one of the two is meant. */
function localWords(
  at: string | Instant,
  clocks: Clocks,
  show: Shown,
  date: (date: string, show: ShownDate) => string,
): string {
  const instant = typeof at === 'string' ? (parseInstant(at) as Instant) : at;
  if (typeof clocks !== 'string') {
    const first = localWords(instant, clocks.timeZone, { ...show, zone: true }, date);
    return `${first} (${besideLocal(instant, clocks)})`;
  }
  const local = onClocks(instant, clocks);
  return `${date(local.toPlainDate().toString(), show)}, ${readingWords(local, show.zone ?? false)}`;
}

/** What the reader's clocks show: the date only where it is another one than the contract's. */
export function besideLocal(at: Instant, { timeZone, readerZone }: BothClocks): string {
  const reading = timeWords(at, readerZone);
  const date = dateOf(at, readerZone);
  return date === dateOf(at, timeZone) ? reading : `${formatDate(date)}, ${reading}`;
}

/** The time without its date: `4:30 p. m., hora del Pacífico`. */
export const timeWords = (at: Instant, timeZone: string): string =>
  readingWords(onClocks(at, timeZone), true);

function readingWords(local: Temporal.ZonedDateTime, withZone: boolean): string {
  const zone = withZone ? `, ${zoneWords(local.timeZoneId)}` : '';
  return `${formatTime(sinceMidnight(local))}${zone}${isShownTwice(local) ? ` (UTC${local.offset})` : ''}`;
}

/** A sentence with its full stop; the point of `p. m.` is one already. */
export const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

const UNITS = [
  ['hora', 3_600_000],
  ['minuto', 60_000],
  ['segundo', 1000],
  ['milisegundo', 1],
] as const;

/** A length of time in its units, hours at most: `1 hora 30 minutos`. */
export function formatDuration(ms: number): string {
  let left = ms;
  const parts: string[] = [];
  for (const [unit, length] of UNITS) {
    const count = Math.floor(left / length);
    left -= count * length;
    if (count > 0) parts.push(counted(count, unit));
  }
  return parts.length === 0 ? 'ningún tiempo' : parts.join(' ');
}

/** A span as it was promised: `1 día hábil`, `4 horas`. */
export function formatSpan(span: Span): string {
  if (span.unit === 'time') return formatDuration(span.ms);
  return span.unit === 'day' ? counted(span.days, 'día') : counted(span.days, 'día hábil', 'días hábiles');
}

/** Whether a span is one of its unit, so that its verb stands in the singular. */
export const isSingle = (span: Span): boolean =>
  span.unit === 'time' ? UNITS.some(([, length]) => length === span.ms) : span.days === 1;

/** A number with its noun: `1 día`, `2 días`, `1,500 días`; `many` where the plural is not the noun with an s. */
export const counted = (count: number, noun: string, many = `${noun}s`): string =>
  `${NUMBERS.format(count)} ${count === 1 ? noun : many}`;

/** Made once: to make one costs more than to use it a hundred times. */
const NUMBERS = new Intl.NumberFormat('es-US');

/** Words in a row: `sábado`, `sábado y domingo`, `viernes, sábado y domingo`. */
export const listed = (words: readonly string[]): string =>
  inRow(words, /^(?:i|hi(?![ae]))/i.test(words.at(-1) ?? '') ? 'e' : 'y');

/** Words of which one holds: `nivel 1 o 2`. */
export const any = (words: readonly (string | number)[]): string =>
  inRow(words.map(String), /^(?:h?o|8|11\b)/i.test(String(words.at(-1) ?? '')) ? 'u' : 'o');

const inRow = (words: readonly string[], before: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${before} ${words.at(-1)}`;
