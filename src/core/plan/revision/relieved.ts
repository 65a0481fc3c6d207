import { compileCalendar } from '../../calendar/compile-calendar.ts';
import { isOpenAt, windowEdges } from '../../calendar/open-windows.ts';
import type { Instant } from '../../instant.ts';
import type { Revision } from './revision.ts';

interface Relief {
  readonly isQuiet: (id: string, at: Instant) => boolean;
  /** Who is reached in somebody's place; undefined: nobody. */
  readonly deputyOf: (id: string) => string | undefined;
}

/** These, and in place of those whose hours are quiet their deputies, where these have none just then; each once. */
export function relievedBy(
  { isQuiet, deputyOf }: Relief,
  ids: readonly string[],
  at: Instant,
): readonly string[] {
  const there = ids.flatMap((id) => {
    if (!isQuiet(id, at)) return [id];
    const deputy = deputyOf(id);
    return deputy === undefined || isQuiet(deputy, at) ? [] : [deputy];
  });
  return [...new Set(there)];
}

/** The same of the seats of a revision. */
export function relievedSeats(
  { seats }: Pick<Revision, 'seats'>,
  ids: readonly string[],
  at: Instant,
): readonly string[] {
  const isQuiet = (id: string): boolean => {
    const quiet = seats[id]?.quiet;
    return quiet !== undefined && isOpenAt(compileCalendar(quiet), at);
  };
  return relievedBy({ isQuiet, deputyOf: (id) => seats[id]?.deputy }, ids, at);
}

/** When quiet hours of a revision's seats begin and end in a period; the first and the last may lie outside it. */
export function quietEdges({ seats }: Pick<Revision, 'seats'>, from: Instant, until: Instant): Instant[] {
  return Object.values(seats).flatMap(({ quiet }) =>
    quiet ? [...windowEdges(compileCalendar(quiet), from, until)] : [],
  );
}
