import { stepsOnTracks } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** A step that leads to a level the plan does not have. */
export const stepLevelUnknown: Rule<'step-level-unknown'> = {
  code: 'step-level-unknown',
  severity: 'blocking',
  find: (plan) => {
    const levels = plan.levels?.length ?? 0;
    return stepsOnTracks(plan).flatMap(({ trackId, step: { level }, path }) =>
      level === undefined || level <= levels
        ? []
        : [{ path: [...path, 'level'], values: { track: trackId, level, levels } }],
    );
  },
};
