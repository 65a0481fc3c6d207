import { stepsOnTracks } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** Opening a case is the customer's, so the first step cannot be another party's. */
export const stepFirstActor: Rule<'step-first-actor'> = {
  code: 'step-first-actor',
  severity: 'blocking',
  find: (plan) =>
    stepsOnTracks(plan).flatMap(({ trackId, step: { actor }, path, isFirst }) =>
      isFirst && actor !== undefined && actor !== 'customer'
        ? [{ path: [...path, 'actor'], values: { track: trackId, actor } }]
        : [],
    ),
};
