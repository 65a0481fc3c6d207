import { asInstant, formatInstant, type Instant } from '../core/instant.ts';
import type { ClockRefusals } from '../core/message/pages.ts';
import { parseSpan } from '../core/span.ts';
import type { MovableClock } from './ports/movable-clock.ts';

export type ClockRefusal = {
  [C in keyof ClockRefusals]: { readonly code: C; readonly values: ClockRefusals[C] };
}[keyof ClockRefusals];

/** How far the clock has come; `isThere` false: ask again with the same target. */
export interface ClockMoved {
  readonly from: Instant;
  readonly now: Instant;
  readonly target: Instant;
  /** Due instants at which it stood still. */
  readonly stops: number;
  readonly isThere: boolean;
}

interface Moving {
  readonly clock: MovableClock;
  /** Waits for so many milliseconds of real time. */
  readonly wait: (ms: number) => Promise<unknown>;
  /** Ends a call where the clock stands then: a connection that hears nothing for a minute is given up. */
  readonly enough?: AbortSignal;
}

/** How long one request for the clock may take, in milliseconds; on a busy machine a look alone takes many. */
export const CLOCK_CALL_MS = 8_000;

const YEAR_MS = 366 * 86_400_000;
const DAY_MS = 86_400_000;
/** Looks in one call, about ten seconds of them; whoever asks goes on with another call. */
const LOOKS_MAX = 500;
/** Between two looks at whether what is due is done. */
const LOOK_MS = 20;
/** What is due and stays so while nothing moves: no service runs on this database. */
const SILENT_MS = 8_000;

/** The instant a span from now, as people write spans; a day here is 24 hours. */
export function clockTarget(now: Instant, by: string): Instant | ClockRefusal {
  const span = parseSpan(by);
  if (!span || span.unit === 'businessDay') return { code: 'clock-span-not-understood', values: { by } };
  const ms = span.unit === 'time' ? span.ms : span.days * DAY_MS;
  if (ms > YEAR_MS) return { code: 'clock-span-too-long', values: { by } };
  return asInstant(now + ms);
}

/**
 * Moves a demonstration's clock forward, from due instant to due instant: at each it stands until what is due there
 * is done, so that moving makes nothing late.
 */
export async function moveClock(
  { clock, wait, enough }: Moving,
  target: Instant,
): Promise<ClockMoved | ClockRefusal> {
  if (!(await clock.isDemonstration())) return { code: 'clock-not-movable', values: {} };
  const from = await clock.now();
  if (target - from > YEAR_MS) return { code: 'clock-span-too-long', values: { by: formatInstant(target) } };
  let stoodMs = 0;
  let stops = 0;
  let now = from;
  for (let look = 0; look < LOOKS_MAX && (look === 0 || enough?.aborted !== true); look++) {
    const found = await clock.stepTowards(target);
    now = found.now;
    if (found.step === 'arrived') return { from, now, target, stops, isThere: true };
    if (found.step === 'moved') {
      stops += 1;
      stoodMs = 0;
      continue;
    }
    await wait(LOOK_MS);
    stoodMs += LOOK_MS;
    if (stoodMs >= SILENT_MS) return { code: 'clock-nobody-works', values: { seconds: SILENT_MS / 1000 } };
  }
  return { from, now, target, stops, isThere: false };
}
