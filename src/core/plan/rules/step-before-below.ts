import { firstEarlierEnd, PAIRS_TRIED_MAX } from '../asked/first-start.ts';
import { openingClocks } from '../asked/opening-clocks.ts';
import type { PlanClock } from '../asked/plan-clock.ts';
import { type StepOnTrack, trackSteps } from '../asked/track-steps.ts';
import type { Plan } from '../format/schema.ts';
import type { Rule } from '../rule.ts';

/**
 * A step falls due before the one below it, for some start of the week. Only clocks that run from the opening are
 * compared; a step that requires the level below, or one between, cannot come before it.
 */
export const stepBeforeBelow: Rule<'step-before-below'> = {
  code: 'step-before-below',
  severity: 'warning',
  find: (plan, facts) =>
    Object.keys(plan.tracks ?? {})
      .flatMap((track) => pairsOf(plan, track))
      .slice(0, PAIRS_TRIED_MAX)
      .flatMap(({ step, below }) => {
        const found = firstEarlierEnd(plan, facts, { earlier: step.clocks, later: below.clocks });
        if (!found) return [];
        const { trackId: track, level, path } = step.on;
        const { from, earlierAt: dueAt, laterAt: belowDueAt, timeZone } = found;
        const values = { track, level, below: below.on.level, from, dueAt, belowDueAt, timeZone };
        return [{ path: [...path, 'when'], values }];
      }),
};

interface Timed {
  readonly on: StepOnTrack;
  readonly clocks: readonly PlanClock[];
}

/** Each step beside the nearest one below it whose clocks start with its own. */
function pairsOf(plan: Plan, track: string): readonly { readonly step: Timed; readonly below: Timed }[] {
  const timed = trackSteps(plan, track)
    .filter(({ isFirst }) => !isFirst)
    .toSorted((a, b) => a.level - b.level)
    .map((on) => ({ on, clocks: openingClocks(plan, on) }))
    .filter(({ clocks }) => clocks.length > 0);
  return timed.flatMap((step, index) => {
    const below = timed[index - 1];
    if (!below || below.on.level === step.on.level) return [];
    const waits = (step.on.step.requires ?? []).some((level) => level >= below.on.level);
    return waits ? [] : [{ step, below }];
  });
}
