import type { Rule } from '../rule.ts';

/** A track without a step: a case on it goes nowhere. */
export const trackStepsMissing: Rule<'track-steps-missing'> = {
  code: 'track-steps-missing',
  severity: 'blocking',
  find: ({ tracks = {} }) =>
    Object.entries(tracks).flatMap(([track, { steps = [] }]) =>
      steps.length === 0 ? [{ path: ['tracks', track, 'steps'], values: { track } }] : [],
    ),
};
