import { firstEarlierEnd, PAIRS_TRIED_MAX } from '../asked/first-start.ts';
import { type PlanClock, planClock } from '../asked/plan-clock.ts';
import {
  clearConditions,
  conditionSpan,
  type StepOnTrack,
  silentLevels,
  trackSteps,
} from '../asked/track-steps.ts';
import type { Plan } from '../format/schema.ts';
import type { Rule } from '../rule.ts';

const KINDS = ['acknowledgeWithin', 'respondWithin'] as const;

/** A level promises to answer only when the customer may have gone on to the next level already. */
export const promiseAfterStep: Rule<'promise-after-step'> = {
  code: 'promise-after-step',
  severity: 'warning',
  find: (plan, facts) =>
    pairsOf(plan)
      .slice(0, PAIRS_TRIED_MAX)
      .flatMap(({ track, level, kind, index, next, promise, steps }) => {
        const found = firstEarlierEnd(plan, facts, { earlier: steps, later: [promise] });
        if (!found) return [];
        const { from, earlierAt: dueAt, laterAt: promisedAt, timeZone } = found;
        const values = { track, level, promise: kind, next, from, promisedAt, dueAt, timeZone };
        return [{ path: ['promises', index, kind], values }];
      }),
};

interface Pair {
  readonly track: string;
  readonly level: number;
  readonly kind: (typeof KINDS)[number];
  readonly index: number;
  readonly next: number;
  readonly promise: PlanClock;
  readonly steps: readonly PlanClock[];
}

/** Each promise to answer beside the clocks of the next step that start with the same ask. */
const pairsOf = (plan: Plan): readonly Pair[] =>
  (plan.promises ?? []).flatMap((written, index) => {
    const { track, level, calendar } = written;
    if (track === undefined || level === undefined) return [];
    const next = trackSteps(plan, track)
      .toSorted((a, b) => a.level - b.level)
      .find((step) => step.level > level);
    const steps = next ? clocksFrom(plan, next, level) : [];
    if (!next || steps.length === 0) return [];
    return KINDS.flatMap((kind) => {
      const promise = planClock(plan, written[kind], calendar);
      return promise ? [{ track, level, kind, index, next: next.level, promise, steps }] : [];
    });
  });

/** The clocks of a step that an ask to the level just below it starts, at the latest. */
function clocksFrom(plan: Plan, next: StepOnTrack, level: number): readonly PlanClock[] {
  return clearConditions(next).flatMap(({ condition }) => {
    const starts =
      silentLevels(condition)?.includes(level) ||
      condition.since === 'levelBelow' ||
      (condition.since === 'opened' && next.below[0] === level);
    return starts ? (planClock(plan, conditionSpan(condition), condition.calendar) ?? []) : [];
  });
}
