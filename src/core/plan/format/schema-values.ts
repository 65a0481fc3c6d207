import { z } from 'zod';
import { parseInstant, parseLocal } from '../../instant.ts';
import { parseSpan } from '../../span.ts';
import { parseTimeOfDay, parseTurnLength } from './turn.ts';
import { parseWeekdays, parseWindow } from './week.ts';

/**
 * What a text of the plan must be, beyond being a text. The names are codes: the catalogue says them in words,
 * and a value that fails is taken out of the plan, so that whoever reads a `Plan` may parse its texts without asking.
 */
export type ValueKind =
  | 'span'
  | 'date'
  | 'window'
  | 'weekdays'
  | 'time-zone'
  | 'id'
  | 'text'
  | 'date-or-due'
  | 'condition'
  | 'reading-value'
  | 'level-number'
  | 'local-time'
  | 'time-of-day'
  | 'turn-length'
  | 'turn';

const TEXT_CHARACTERS_MAX = 4000;
const CONTROL = /\p{Cc}/u;
const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const SPAN_PATTERN =
  '^\\s*(?:\\d+ (?:[Bb]usiness [Dd]ay|[Dd]ay|[Ww]eek|[Hh]our|[Mm]inute|[Ss]econd)s?|[Pp][\\dWwDdTtHhMmSs.]+)\\s*$';
const WEEKDAYS_PATTERN = '^(?:mon|tue|wed|thu|fri|sat|sun)(?: ?[-,] ?(?:mon|tue|wed|thu|fri|sat|sun))*$';
const ZONE = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/;

const kind = (name: ValueKind): { error: string } => ({ error: name });

/** Something written: not empty, one line or several, no control characters but line breaks and tabs. */
export const text = z
  .string()
  .refine(isText, kind('text'))
  .meta({ minLength: 1, maxLength: TEXT_CHARACTERS_MAX });

/** A name by which other places of the plan refer to something: letters, digits, `-` and `_`, at most 64. */
export const id = z.string().regex(ID, kind('id'));

/** A date of the calendar that exists: `2026-11-26`. */
export const date = z.iso.date(kind('date'));

/** A length of time, raw; `parseSpan` reads it. */
export const span = z
  .string(kind('span'))
  .refine((value) => parseSpan(value) !== undefined, kind('span'))
  .meta({ pattern: SPAN_PATTERN, examples: ['4 hours', '90 minutes', '1 business day', 'PT1H30M'] });

/** Hours of a day, raw; `parseWindow` reads them. */
export const window = z
  .string(kind('window'))
  .refine((value) => parseWindow(value) !== undefined, kind('window'))
  .meta({ pattern: '^\\d\\d:\\d\\d ?[-–] ?\\d\\d:\\d\\d$', examples: ['08:00-17:00', '22:00-06:00'] });

/** Hours by weekday, raw; `parseWeek` reads them. */
export const week = z.record(
  z
    .string()
    .refine((value) => parseWeekdays(value) !== undefined, kind('weekdays'))
    .meta({ pattern: WEEKDAYS_PATTERN }),
  z.array(window),
);

/** An IANA zone by name; a bare offset is none, for it knows no clock change. */
export const timeZone = z
  .string(kind('time-zone'))
  .refine(isTimeZone, kind('time-zone'))
  .meta({ examples: ['America/Los_Angeles'] });

/** A time by the clock on the wall, or an instant with its offset, raw: `2026-12-24T18:00`. */
export const localTime = z
  .string(kind('local-time'))
  .refine((value) => (parseInstant(value) ?? parseLocal(value, 'UTC')) !== undefined, kind('local-time'))
  .meta({ examples: ['2026-12-24T18:00', '2026-12-24T18:00-08:00'] });

/** A time of every day, raw; `parseTimeOfDay` reads it. */
export const timeOfDay = z
  .string(kind('time-of-day'))
  .refine((value) => parseTimeOfDay(value) !== undefined, kind('time-of-day'))
  .meta({ pattern: '^(?:[01]\\d|2[0-3]):[0-5]\\d$', examples: ['09:00'] });

/** How long a turn lasts, raw; `parseTurnLength` reads it. */
export const turnLength = z
  .string(kind('turn-length'))
  .refine((value) => parseTurnLength(value) !== undefined, kind('turn-length'))
  .meta({
    pattern: '^[1-9]\\d{0,3} (?:hour|day|week|month)s?$',
    examples: ['1 week', '12 hours', '1 month'],
  });

/** A level by its number; the first is 1. Whether the plan has it is a rule's business. */
export const levelNumber = z
  .int(kind('level-number'))
  .min(1, kind('level-number'))
  .max(99, kind('level-number'));

export const party = z.enum(['customer', 'contractor', 'oversight']);
export type Party = z.infer<typeof party>;

/** A map of the format: every key may be missing, none may be invented. */
export const map = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape).partial();

function isText(value: string): boolean {
  if (value.length > TEXT_CHARACTERS_MAX || value.trim() === '' || !value.isWellFormed()) return false;
  return !CONTROL.test(value.replaceAll(/[\n\r\t]/g, ''));
}

function isTimeZone(value: string): boolean {
  if (!ZONE.test(value)) return false;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value).timeZoneId !== '';
  } catch {
    return false;
  }
}
