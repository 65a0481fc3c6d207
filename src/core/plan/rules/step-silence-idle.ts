import { levelOf } from '../asked/lookup.ts';
import { clearConditions, laterSteps, type StepOnTrack, silentLevels } from '../asked/track-steps.ts';
import type { Plan } from '../format/schema.ts';
import type { Rule } from '../rule.ts';

/** A step waits for the silence of a level that the plan or the track does not have, or that is not below the step. */
export const stepSilenceIdle: Rule<'step-silence-idle'> = {
  code: 'step-silence-idle',
  severity: 'blocking',
  find: (plan) =>
    laterSteps(plan).flatMap((on) =>
      clearConditions(on).flatMap(({ condition, kind, path }) =>
        (silentLevels(condition) ?? []).flatMap((silent, index) => {
          const why = whyIdle(plan, on, silent);
          if (!why) return [];
          const values = { track: on.trackId, level: on.level, silent, why };
          const severity = why === 'off-track' ? 'warning' : 'blocking';
          return [{ path: [...path, kind, index], values, severity }];
        }),
      ),
    ),
};

function whyIdle(
  plan: Plan,
  on: StepOnTrack,
  silent: number,
): 'unknown' | 'not-below' | 'off-track' | undefined {
  if (!levelOf(plan, silent)) return 'unknown';
  if (silent >= on.level) return 'not-below';
  return on.below.includes(silent) ? undefined : 'off-track';
}
