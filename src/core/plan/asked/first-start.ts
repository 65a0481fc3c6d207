import type { Instant } from '../../instant.ts';
import type { Facts } from '../facts.ts';
import type { Plan } from '../format/schema.ts';
import { earliestDueAt, type PlanClock } from './plan-clock.ts';
import { localTime, typicalStarts, zoneOf } from './typical-starts.ts';

/** A start for which one clock ends before another, as wall clocks of a zone show them. */
interface EarlierEnd {
  readonly from: string;
  readonly earlierAt: string;
  readonly laterAt: string;
  readonly timeZone: string;
}

/** A rule tries the starts of at most so many pairs of clocks, each some milliseconds; no contract has half as many. */
export const PAIRS_TRIED_MAX = 100;

/**
 * The first typical start for which the earliest of some clocks ends before the earliest of others that start with
 * them; undefined where there is none. Clocks that never end are before nothing.
 */
export function firstEarlierEnd(
  plan: Plan,
  facts: Facts,
  { earlier, later }: { readonly earlier: readonly PlanClock[]; readonly later: readonly PlanClock[] },
): EarlierEnd | undefined {
  if (later.some((clock) => earlier.every((other) => isNeverBefore(other, clock)))) return undefined;
  const calendars = [...earlier, ...later].map(({ calendar }) => calendar);
  for (const start of typicalStarts(plan, facts, calendars)) {
    const one = earliestDueAt(earlier, start);
    const other = earliestDueAt(later, start);
    if (one !== undefined && other !== undefined && one < other) return inWords(plan, start, one, other);
  }
  return undefined;
}

/** Whether it needs no trial that a clock does not end before another. */
function isNeverBefore(clock: PlanClock, other: PlanClock): boolean {
  const [one, two] = [clock.span, other.span];
  const isSame = clock.calendar === other.calendar;
  if (one.unit === 'time')
    return two.unit === 'time' && one.ms >= two.ms && (isSame || other.calendar.always);
  return isSame && two.unit === one.unit && one.days >= two.days;
}

const inWords = (plan: Plan, from: Instant, earlier: Instant, later: Instant): EarlierEnd => ({
  from: localTime(plan, from),
  earlierAt: localTime(plan, earlier),
  laterAt: localTime(plan, later),
  timeZone: zoneOf(plan),
});
