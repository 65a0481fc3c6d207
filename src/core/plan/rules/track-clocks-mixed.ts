import type { Calendar } from '../../calendar/compile-calendar.ts';
import { nextOpening } from '../../calendar/open-between.ts';
import { asInstant, type Instant } from '../../instant.ts';
import { calendarOf } from '../asked/lookup.ts';
import { earliestDueAt, type PlanClock, planClock } from '../asked/plan-clock.ts';
import {
  clearConditions,
  conditionSpan,
  laterSteps,
  type StepOnTrack,
  trackSteps,
} from '../asked/track-steps.ts';
import { firstInstant, localTime, longestClosure, zoneOf } from '../asked/typical-starts.ts';
import type { Facts } from '../facts.ts';
import type { Plan } from '../format/schema.ts';
import type { Rule } from '../rule.ts';

/** A track that runs round the clock has a step that waits for the office to open, over a long weekend too. */
export const trackClocksMixed: Rule<'track-clocks-mixed'> = {
  code: 'track-clocks-mixed',
  severity: 'advice',
  find: (plan, facts) =>
    laterSteps(plan).flatMap((on) => {
      const isRoundTheClock = trackSteps(plan, on.trackId).some(
        (lower) =>
          lower.level < on.level &&
          clearConditions(lower).some(({ condition }) => isAlways(plan, condition.calendar)),
      );
      const calendars = clearConditions(on).map(({ condition }) => condition.calendar);
      if (!isRoundTheClock || calendars.some((calendar) => isAlways(plan, calendar))) return [];
      const waits = longestWaits(plan, facts, on);
      if (!waits) return [];
      return [
        {
          path: [...on.path, 'when'],
          values: { track: on.trackId, level: on.level, ...waits, timeZone: zoneOf(plan) },
        },
      ];
    }),
};

const isAlways = (plan: Plan, calendar: string | undefined): boolean =>
  calendar !== undefined && calendarOf(plan, calendar)?.hours === 'always';

interface Wait {
  readonly hours: number;
  readonly from: string;
}

/** The longest waits of the year: for a start while the calendar is open, and for one just after it closed. */
function longestWaits(
  plan: Plan,
  facts: Facts,
  on: StepOnTrack,
): { readonly inHours: Wait; readonly afterHours: Wait } | undefined {
  const clocks = clearConditions(on).flatMap(
    ({ condition }) => planClock(plan, conditionSpan(condition), condition.calendar) ?? [],
  );
  const calendar = clocks[0]?.calendar;
  const closure = calendar && longestClosure(calendar, firstInstant(plan, facts));
  if (!calendar || !closure) return undefined;
  const inHours = longest(plan, clocks, openStarts(calendar, closure.from));
  const afterHours = longest(plan, clocks, [asInstant(closure.from + MINUTE_MS)]);
  return inHours && afterHours && { inHours, afterHours };
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const HALF_HOURS_OF_A_DAY = 48;

/** The half hours of the day before a closing at which the calendar is open, closing included. */
const openStarts = (calendar: Calendar, closing: Instant): readonly Instant[] =>
  Array.from({ length: HALF_HOURS_OF_A_DAY }, (_, index) =>
    asInstant(closing - (index * HOUR_MS) / 2),
  ).filter((at) => at === closing || nextOpening(calendar, at) === at);

function longest(plan: Plan, clocks: readonly PlanClock[], starts: readonly Instant[]): Wait | undefined {
  let found: { readonly from: Instant; readonly ms: number } | undefined;
  for (const from of starts) {
    const due = earliestDueAt(clocks, from);
    if (due !== undefined && (!found || due - from >= found.ms)) found = { from, ms: due - from };
  }
  return found && { hours: Math.round(found.ms / HOUR_MS), from: localTime(plan, found.from) };
}
