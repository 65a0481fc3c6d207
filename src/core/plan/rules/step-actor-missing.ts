import { stepsOnTracks } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** The step does not say whose it is. */
export const stepActorMissing: Rule<'step-actor-missing'> = {
  code: 'step-actor-missing',
  severity: 'blocking',
  find: (plan) =>
    stepsOnTracks(plan).flatMap(({ trackId, step: { actor }, path, level }) =>
      actor === undefined ? [{ path: [...path, 'actor'], values: { track: trackId, level } }] : [],
    ),
};
