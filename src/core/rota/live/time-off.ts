import { asInstant, formatInstant, type Instant, parseInstant } from '../../instant.ts';
import type { PersonId } from '../rota.ts';
import type { LiveEvent } from './live-event.ts';
import type { LiveRotas } from './live-rotas.ts';

/** A half-open time. */
export interface Time {
  readonly from: Instant;
  readonly until: Instant;
}

interface TimeOffNow {
  readonly at: Instant;
  /** Whose calendar says so; `ladder` where it is nobody's any more. */
  readonly by: string;
  readonly who: PersonId;
  /** In any order; they may overlap, and what is past of them counts no more. */
  readonly times: readonly Time[];
}

/**
 * What a calendar changes about a seat's time off: one event, or none where it is so already.
 *
 * Only what is ahead changes. A time that is said to have begun already begins now, and one that is taken back while it
 * holds held until then, so that who was on duty in the past never becomes another.
 */
export function decideTimeOff(
  { timeOff }: LiveRotas,
  { at, by, who, times }: TimeOffNow,
): LiveEvent | undefined {
  const ahead = merged(since(times, at));
  const known = since(
    timeOff.filter((one) => one.who === who),
    at,
  );
  if (isSame(known, ahead)) return undefined;
  return { type: 'TimeOffRead', at, by, who, times: ahead.map(writtenTime) };
}

/** Times in order, those that overlap or touch made one, empty ones left out. */
export function merged(times: readonly Time[]): readonly Time[] {
  const found: Time[] = [];
  for (const { from, until: end } of times.filter(isTime).sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (!last || last.until < from) found.push({ from, until: end });
    else if (last.until < end) found[found.length - 1] = { from: last.from, until: end };
  }
  return found;
}

/** What of times lies before an instant. */
export const until = (times: readonly Time[], at: Instant): readonly Time[] =>
  times.map((one) => ({ from: one.from, until: earlier(one.until, at) })).filter(isTime);

/** What of times lies after an instant. */
const since = (times: readonly Time[], at: Instant): readonly Time[] =>
  times.map((one) => ({ from: asInstant(Math.max(one.from, at)), until: one.until })).filter(isTime);

const isTime = ({ from, until: end }: Time): boolean => from < end;
const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);

const isSame = (a: readonly Time[], b: readonly Time[]): boolean =>
  a.length === b.length && a.every((one, at) => one.from === b[at]?.from && one.until === b[at]?.until);

/** `2026-12-24T08:00:00.000Z/2026-12-27T08:00:00.000Z`. */
export const writtenTime = ({ from, until: end }: Time): string =>
  `${formatInstant(from)}/${formatInstant(end)}`;

/** Times as `writtenTime` writes them. One that cannot be read is a bug or a forgery: it throws. */
export const timesFrom = (texts: readonly string[]): readonly Time[] =>
  texts.map((text) => {
    const [from, end] = text.split('/').map((one) => parseInstant(one));
    if (from === undefined || end === undefined) throw new Error(`no time: ${text}`);
    return { from, until: end };
  });
