import type { Instant } from '../../../core/instant.ts';
import type { Revision } from '../../../core/plan/revision/revision.ts';
import { seatsAt } from '../../../core/plan/revision/seats-at.ts';
import type { Vacancy } from '../../../core/seat/holders.ts';

/** A time in which nobody stood at a level. */
export interface EmptyLevel {
  readonly level: number;
  readonly from: Instant;
  /** Undefined while it lasts. */
  readonly until: Instant | undefined;
}

interface Times {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * When in a period nobody stood at each level: none of its seats was filled, nor one of a deputy. Whose holder differs
 * by customer counts as filled: who that was is not on the record of seats.
 */
export function emptyLevels(
  rules: Pick<Revision, 'levels' | 'seats'>,
  vacant: ReadonlyMap<string, readonly Vacancy[]>,
  period: Times,
): readonly EmptyLevel[] {
  return rules.levels.flatMap((level) => {
    const times = seatsAt(level, rules).map((seat) => vacant.get(seat) ?? []);
    // It is empty from where the last of its seats was left.
    const starts = new Set(times.flat().map(({ from }) => from));
    return [...starts].flatMap((from) => {
      const covering = times.map((own) => own.find((one) => isWithin(one, from)));
      if (!covering.every((one) => one !== undefined)) return [];
      const until = covering.flatMap((one) => one.until ?? []).sort((a, b) => a - b)[0];
      const empty = { level: level.number, from, until };
      return touches(empty, period) ? [empty] : [];
    });
  });
}

/** How many levels at most were empty at one instant; `now` are those that are so now and of which the record knows nothing. */
export function emptyAtOnce(empty: readonly EmptyLevel[], now: readonly number[]): number {
  const lasting = empty.filter(({ until }) => until === undefined).map(({ level }) => level);
  const atOnce = empty.map(({ from }) =>
    empty.filter((one) => isWithin(one, from)).map(({ level }) => level),
  );
  return Math.max(...[...atOnce, [...lasting, ...now]].map((levels) => new Set(levels).size));
}

const isWithin = ({ from, until }: Vacancy, at: Instant): boolean =>
  from <= at && (until === undefined || at < until);

const touches = ({ from, until }: Vacancy, period: Times): boolean =>
  from < period.until && (until === undefined || until > period.from);
