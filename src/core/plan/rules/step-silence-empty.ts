import { clearConditions, silentLevels, stepsOnTracks } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** Silence of nobody. */
export const stepSilenceEmpty: Rule<'step-silence-empty'> = {
  code: 'step-silence-empty',
  severity: 'blocking',
  find: (plan) =>
    stepsOnTracks(plan).flatMap((on) =>
      clearConditions(on).flatMap(({ condition, kind, path }) =>
        silentLevels(condition)?.length === 0
          ? [{ path: [...path, kind], values: { track: on.trackId, level: on.level } }]
          : [],
      ),
    ),
};
