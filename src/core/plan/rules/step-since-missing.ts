import { clearConditions, stepsOnTracks } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** How long the customer is unsatisfied is not said to count from the opening or from the level below. */
export const stepSinceMissing: Rule<'step-since-missing'> = {
  code: 'step-since-missing',
  severity: 'blocking',
  find: (plan) =>
    stepsOnTracks(plan).flatMap((on) =>
      clearConditions(on).flatMap(({ condition, kind, path }) =>
        kind === 'unsatisfiedFor' && condition.since === undefined
          ? [{ path: [...path, 'since'], values: { track: on.trackId, level: on.level } }]
          : [],
      ),
    ),
};
