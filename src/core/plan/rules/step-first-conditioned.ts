import { stepsOnTracks } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

const KEYS = ['when', 'requires', 'warn', 'early', 'ifNotTaken', 'mode'] as const;

/** The first step is the opening of the case itself: it waits for nothing, and is nobody's to pass on. */
export const stepFirstConditioned: Rule<'step-first-conditioned'> = {
  code: 'step-first-conditioned',
  severity: 'warning',
  find: (plan) =>
    stepsOnTracks(plan).flatMap(({ trackId, step, path, isFirst, level }) =>
      isFirst
        ? KEYS.filter((key) => step[key] !== undefined && !(key === 'mode' && step.mode === 'offered')).map(
            (key) => ({
              path: [...path, key],
              values: { track: trackId, level, key },
              severity: key === 'when' || key === 'requires' ? 'blocking' : 'warning',
            }),
          )
        : [],
    ),
};
