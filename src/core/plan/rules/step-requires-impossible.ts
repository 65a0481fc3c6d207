import { levelOf } from '../asked/lookup.ts';
import { laterSteps, type StepOnTrack } from '../asked/track-steps.ts';
import type { Plan } from '../format/schema.ts';
import type { Rule } from '../rule.ts';

/** A step requires a level that is never contacted before it: itself, a higher one, or one its track does not have. */
export const stepRequiresImpossible: Rule<'step-requires-impossible'> = {
  code: 'step-requires-impossible',
  severity: 'blocking',
  find: (plan) =>
    laterSteps(plan).flatMap((on) =>
      (on.step.requires ?? []).flatMap((required, index) => {
        const why = whyImpossible(plan, on, required);
        if (!why) return [];
        const values = { track: on.trackId, level: on.level, required, why };
        return [{ path: [...on.path, 'requires', index], values }];
      }),
    ),
};

function whyImpossible(
  plan: Plan,
  on: StepOnTrack,
  required: number,
): 'unknown' | 'itself' | 'not-below' | 'off-track' | undefined {
  if (!levelOf(plan, required)) return 'unknown';
  if (required === on.level) return 'itself';
  if (required > on.level) return 'not-below';
  return on.below.includes(required) ? undefined : 'off-track';
}
