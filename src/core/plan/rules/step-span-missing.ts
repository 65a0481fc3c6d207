import { clearConditions, stepsOnTracks } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** A silence without saying how long. */
export const stepSpanMissing: Rule<'step-span-missing'> = {
  code: 'step-span-missing',
  severity: 'blocking',
  find: (plan) =>
    stepsOnTracks(plan).flatMap((on) =>
      clearConditions(on).flatMap(({ condition, kind, path }) =>
        kind !== 'unsatisfiedFor' && condition.for === undefined
          ? [{ path: [...path, 'for'], values: { track: on.trackId, level: on.level } }]
          : [],
      ),
    ),
};
