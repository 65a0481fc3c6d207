import { stepsOnTracks } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** The step does not say how the level is reached: call, write, or what else. */
export const stepMeansMissing: Rule<'step-means-missing'> = {
  code: 'step-means-missing',
  severity: 'warning',
  find: (plan) =>
    stepsOnTracks(plan).flatMap(({ trackId, step: { means = [] }, path, level }) =>
      means.length === 0 ? [{ path: [...path, 'means'], values: { track: trackId, level } }] : [],
    ),
};
