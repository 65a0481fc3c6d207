import { asInstant, type Instant } from '../instant.ts';
import type { Span } from '../span.ts';
import type { Pause } from './calendar.ts';
import type { Calendar } from './compile-calendar.ts';
import { dueAt } from './due-at.ts';
import { openBetween } from './open-between.ts';
import { addOpen } from './open-time.ts';
import { INSTANT_MAX } from './page.ts';

/** A deadline and the start it was counted from. */
export interface Due {
  readonly start: Instant;
  readonly dueAt: Instant;
}

/**
 * The deadline after pauses: each moves the start later by the open time it took from that start on, and only a
 * deadline that it began before. Days of a span are counted anew from the moved start.
 *
 * A pause in closed hours moves nothing; a start moved to the end of a day's hours stays there. A span of
 * calendar days heeds no hours, so there a pause counts with all its time.
 *
 *     dueAfterPauses(office, friday1000, oneBusinessDay, [{ from: friday1600, until: monday0900 }])  // Monday 12:00
 */
export function dueAfterPauses(
  calendar: Calendar,
  from: Instant,
  span: Span,
  pauses: readonly Pause[],
): Due | undefined {
  let start = from;
  let due = dueAt(calendar, start, span);
  for (const pause of inOrder(pauses)) {
    if (due === undefined || pause.from >= due) break;
    const moved = movedBy(calendar, start, span, pause);
    if (moved === undefined) return undefined;
    if (moved.start === start) continue;
    start = moved.start;
    due = dueAt(calendar, start, span);
  }
  return due === undefined ? undefined : { start, dueAt: due };
}

/** A start moved by a pause, and how much of its time the pause took. */
interface Moved {
  readonly start: Instant;
  readonly takenMs: number;
}

/** Where a start stands after one pause; the same start where the pause took none of its time. */
export function movedBy(calendar: Calendar, start: Instant, span: Span, pause: Pause): Moved | undefined {
  const from = pause.from > start ? pause.from : start;
  const isPlain = span.unit === 'day';
  const takenMs = isPlain ? Math.max(0, pause.until - from) : openBetween(calendar, from, pause.until);
  if (takenMs === 0) return { start, takenMs };
  const moved = isPlain ? start + takenMs : addOpen(calendar, start, takenMs);
  return moved === undefined || moved >= INSTANT_MAX ? undefined : { start: asInstant(moved), takenMs };
}

/**
 * Pauses by their beginning; those that overlap are one, so that no time is taken twice. Pauses that only touch
 * stay two: the second began later, and may have begun after the deadline.
 */
export function inOrder(pauses: readonly Pause[]): readonly Pause[] {
  if (pauses.length < 2) return pauses;
  const joined: Pause[] = [];
  for (const pause of pauses.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && pause.from < last.until) {
      joined[joined.length - 1] = {
        from: last.from,
        until: pause.until > last.until ? pause.until : last.until,
      };
    } else joined.push(pause);
  }
  return joined;
}

/** Open milliseconds between two instants, less those inside the pauses. */
export function openBetweenPauses(
  calendar: Calendar,
  from: Instant,
  until: Instant,
  pauses: readonly Pause[],
): number {
  let open = openBetween(calendar, from, until);
  for (const pause of inOrder(pauses)) {
    const start = pause.from > from ? pause.from : from;
    open -= openBetween(calendar, start, pause.until < until ? pause.until : until);
  }
  return open;
}
