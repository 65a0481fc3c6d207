import { z } from 'zod';
import { INSTANT_MAX, INSTANT_MIN } from '../../core/calendar/page.ts';
import { type Instant, parseInstant } from '../../core/instant.ts';

/** What a value must be beyond its type: codes, which the catalogue says in words. */
type FieldForm = 'text' | 'id' | 'instant' | 'line' | 'answer' | 'clockTarget';

export const form = (name: FieldForm): { error: string } => ({ error: name });

/** What people type, at most. */
const TEXT_MAX = 20_000;
const ID_MAX = 64;
/** An id, a point and a date. */
const OBLIGATION_NAME_MAX = ID_MAX + 11;
const LINE_MAX = 200;

/** Whole characters only, and none that a database refuses. */
export const isSound = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** What somebody typed: of any language, on any number of lines, without blanks around it. */
export const typedText = z.string().max(TEXT_MAX).refine(isSound, form('text')).trim();

/** One line without control characters: a reference number, a reason of the plan. */
export const line = z
  .string()
  .min(1)
  .max(LINE_MAX)
  .refine((text) => isSound(text) && !/\p{Cc}/u.test(text), form('line'))
  .trim();

const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

/** The name of a contract, a track, a seat, a person, a customer. */
export const id = z.string().max(ID_MAX).regex(NAME, form('id'));

/** The name of an obligation: an id, and behind a point its date where it comes again. */
export const obligationName = z.string().max(OBLIGATION_NAME_MAX).regex(NAME, form('id'));

/** An instant of ISO 8601 with its offset, in the years that calendars know. */
export const instant = z
  .string()
  .max(40)
  .refine((text) => isCounted(parseInstant(text)), form('instant'))
  .meta({ format: 'date-time' });

const isCounted = (at: Instant | undefined): boolean =>
  at !== undefined && at >= INSTANT_MIN && at < INSTANT_MAX;

export const level = z.int().min(1).max(99);

/** The number of an ask, an answer, a pause, a revision. */
export const number = z.int().min(0).max(1_000_000);

/** An instant on its way out. */
export const instantOut = z.string().meta({ format: 'date-time' });

/** A number in a query, where everything is text. */
export const queryNumber = (min: number, max: number): z.ZodCoercedNumber<string> =>
  z.coerce.number<string>().int().min(min).max(max);

export const queryBoolean = z.enum(['true', 'false']);
