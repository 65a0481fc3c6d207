import { setTimeout as wait } from 'node:timers/promises';
import { type ClockMoved, type ClockRefusal, clockTarget, moveClock } from '../app/move-clock.ts';
import type { MovableClock } from '../app/ports/movable-clock.ts';
import { formatInstant, type Instant } from '../core/instant.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { RefusalWords } from '../core/message/cli.ts';
import type { Io } from './io.ts';
import type { Operations } from './operations.ts';
import { REFUSED, Refused, refusedBy } from './refused.ts';

interface ClockAdvanceOptions {
  readonly json?: true;
}

/** A year of quarter hours takes minutes; each call is bounded, and so is their number. */
const CALLS_MAX = 240;

/** `ladder clock advance "4 hours"`: moves a demonstration's clock while its service runs, and says how far it came. */
export function clockAdvance(
  [by = '']: readonly string[],
  { json }: ClockAdvanceOptions,
  operations: Operations,
  io: Io,
): Promise<number> {
  return refusedBy(io, async () => {
    const moved = await operations.within(io, ({ clock }) => advance(clock, by, io));
    const words = catalogue('en').pages.clock;
    const { from, now, stops, isThere } = moved;
    const answer = { from: formatInstant(from), now: formatInstant(now), stops, isThere };
    const line = json ? JSON.stringify(answer) : words.moved({ now, timeZone: 'UTC', stops });
    io.stdout.write(`${line}\n`);
    return isThere ? 0 : REFUSED;
  });
}

async function advance(clock: MovableClock, by: string, io: Io): Promise<ClockMoved> {
  if (!(await clock.isDemonstration())) throw refused({ code: 'clock-not-movable', values: {} });
  const begun = await clock.now();
  const target = sure(clockTarget(begun, by));
  const words = catalogue('en').pages.clock;
  let moved = sure(await moveClock({ clock, wait }, target));
  let { stops } = moved;
  for (let calls = 1; calls < CALLS_MAX && !moved.isThere; calls++) {
    io.stderr.write(`${words.underWay({ now: moved.now, target, timeZone: 'UTC' })}\n`);
    moved = sure(await moveClock({ clock, wait }, target));
    stops += moved.stops;
  }
  return { ...moved, from: begun, stops };
}

function sure<T extends ClockMoved | Instant>(answer: T | ClockRefusal): T {
  if (typeof answer === 'object' && 'code' in answer) throw refused(answer);
  return answer;
}

function refused({ code, values }: ClockRefusal): Refused {
  const say = catalogue('en').pages.refusals[code] as (values: object) => RefusalWords;
  return new Refused(code, values, say(values), REFUSED);
}
