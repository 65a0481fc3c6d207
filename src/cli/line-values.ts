import { INSTANT_MAX, INSTANT_MIN } from '../core/calendar/page.ts';
import { asInstant, formatInstant, type Instant, parseInstant } from '../core/instant.ts';
import { nearestWord } from '../core/nearest-word.ts';
import { DeadlineRefusal } from './deadline-refusal.ts';
import { malformed } from './deadline-rules.ts';
import { LINE_CHARACTERS_MAX } from './deadline-stream.ts';

/** What commands with `--stdin` read a line as. */
export type Line = Readonly<Record<string, unknown>>;

/** What a line that cannot be answered is answered with, before it is written as JSON. */
export interface LineError {
  readonly error: { readonly code: string; readonly message: string };
}

/** The answer to a line that was too long to be kept. */
export function lineTooLong(): LineError {
  const refusal = new DeadlineRefusal('deadline-line-too-long', { charactersMax: LINE_CHARACTERS_MAX });
  return { error: { code: refusal.code, message: refusal.words } };
}

/** The object a line writes; throws a `DeadlineRefusal` where it writes none. */
export function lineObject(line: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new DeadlineRefusal('deadline-line-not-json', {});
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DeadlineRefusal('deadline-line-not-object', {});
  }
  return value as Line;
}

/** Throws for a key that is not known: one that is passed over would silently change the answer. */
export function knownKeys(line: Line, keys: ReadonlySet<string>): void {
  for (const key in line) {
    if (keys.has(key)) continue;
    throw new DeadlineRefusal('deadline-key-unknown', { key, suggestion: nearestWord(key, [...keys]) });
  }
}

/** An instant under a key, within the years that calendars know. */
export function instantOf(key: string, written: unknown): Instant {
  if ((written ?? undefined) === undefined) throw new DeadlineRefusal('deadline-key-missing', { key });
  const at = typeof written === 'string' ? parseInstant(written) : undefined;
  if (at === undefined) throw malformed(key, written, 'instant');
  return inRange(key, at);
}

export function inRange(key: string, at: Instant): Instant {
  if (at >= INSTANT_MIN && at < INSTANT_MAX) return at;
  const [instant, first, last] = [formatInstant(at), dateOf(INSTANT_MIN), dateOf(INSTANT_MAX)];
  throw new DeadlineRefusal('deadline-instant-out-of-range', { key, instant, first, last });
}

export const dateOf = (at: number): string => formatInstant(asInstant(at)).slice(0, 10);
