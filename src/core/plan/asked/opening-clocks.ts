import type { Plan } from '../format/schema.ts';
import { type PlanClock, planClock } from './plan-clock.ts';
import { clearConditions, conditionSpan, type StepOnTrack, silentLevels } from './track-steps.ts';

/**
 * The clocks of a step that run from the opening of a case nobody answers: satisfaction since the opening, and
 * silence of a set of levels to which the first belongs. Those that start with a later move are left out.
 */
export function openingClocks(plan: Plan, on: StepOnTrack): readonly PlanClock[] {
  const firstLevel = on.below[0];
  return clearConditions(on).flatMap(({ condition, kind }) => {
    const runs =
      kind === 'unsatisfiedFor'
        ? condition.since === 'opened'
        : firstLevel !== undefined && silentLevels(condition)?.includes(firstLevel) === true;
    if (!runs) return [];
    return planClock(plan, conditionSpan(condition), condition.calendar) ?? [];
  });
}
