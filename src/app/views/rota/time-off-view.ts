import { asInstant, type Instant } from '../../../core/instant.ts';
import { merged, type Time } from '../../../core/rota/live/time-off.ts';
import type { PersonId, PersonTime } from '../../../core/rota/rota.ts';
import { isCuttable, stretches } from '../../../core/rota/shifts.ts';
import { horizon } from './duty-view.ts';
import { type NamedRota, type RotaView, rotaPeople } from './rota-view.ts';

const DAY_MS = 86_400_000;
/** The longest time for which it is worked out who is on duty instead. */
const LOOKED_DAYS_MAX = 400;

/** Everybody of a rota who is away now or within the time that is looked ahead, in the order in which they leave. */
export function awayAhead(rota: NamedRota, now: Instant): readonly PersonTime[] {
  const people = new Set(rotaPeople(rota));
  const ahead = rota.rules.timeOff.filter(
    ({ who, from, until }) => people.has(who) && until > now && from < horizon(now),
  );
  return [...Map.groupBy(ahead, ({ who }) => who)]
    .flatMap(([who, times]) => merged(times).map((time) => ({ who, ...time })))
    .sort((a, b) => a.from - b.from || a.until - b.until);
}

/** A duty that somebody does not have because they are away. */
interface MissedDuty {
  readonly title: string;
  /** Those who have it instead, by their seats. */
  readonly instead: readonly PersonId[];
  /** Whether at some time of it nobody has. */
  readonly isEmpty: boolean;
}

/** A time in which the reader is away, and what becomes of their duty in it. */
export interface OwnTimeOff extends Time {
  readonly duties: readonly MissedDuty[];
}

/** When the reader is away from now on, by their calendars, and who is on duty in their place. */
export const ownTimeOff = (view: RotaView, times: readonly Time[]): readonly OwnTimeOff[] =>
  merged(times)
    .filter(({ until }) => until > view.now)
    .map((time) => ({
      ...time,
      duties: view.rotas.flatMap((rota) =>
        missedIn(rota, view.seats, {
          from: asInstant(Math.max(time.from, view.now)),
          until: asInstant(Math.min(time.until, view.now + LOOKED_DAYS_MAX * DAY_MS)),
        }),
      ),
    }));

function missedIn(
  { title, rules }: NamedRota,
  seats: readonly string[],
  { from, until }: Time,
): readonly MissedDuty[] {
  const without = { ...rules, timeOff: rules.timeOff.filter(({ who }) => !seats.includes(who)) };
  if (until <= from || !isCuttable(rules, from, until)) return [];
  const missed = stretches(without, from, until)
    .filter(({ people }) => people.some((who) => seats.includes(who)))
    .flatMap((own) => stretches(rules, own.from, own.until))
    .filter(({ people }) => !people.some((who) => seats.includes(who)));
  if (missed.length === 0) return [];
  return [
    {
      title,
      instead: [...new Set(missed.flatMap(({ people }) => people))],
      isEmpty: missed.some(({ people }) => people.length === 0),
    },
  ];
}
