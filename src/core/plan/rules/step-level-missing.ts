import { stepsOnTracks } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** A step that does not say which level it leads to. */
export const stepLevelMissing: Rule<'step-level-missing'> = {
  code: 'step-level-missing',
  severity: 'blocking',
  find: (plan) =>
    stepsOnTracks(plan).flatMap(({ trackId, step, path }) =>
      step.level === undefined ? [{ path: [...path, 'level'], values: { track: trackId } }] : [],
    ),
};
