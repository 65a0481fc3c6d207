import { stepsOnTracks } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** A step leads lower than the one written before it; levels only rise. */
export const stepLevelUnordered: Rule<'step-level-unordered'> = {
  code: 'step-level-unordered',
  severity: 'blocking',
  find: (plan) =>
    stepsOnTracks(plan).flatMap(({ trackId, track: { steps = [] }, step, path }) => {
      const { level } = step;
      const before = steps[steps.indexOf(step) - 1]?.level;
      if (level === undefined || before === undefined || level >= before) return [];
      return [{ path: [...path, 'level'], values: { track: trackId, level, before } }];
    }),
};
