import { stepsOnTracks, trackSteps } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** A level that other tracks lead to has no step on this one. */
export const trackLevelSkipped: Rule<'track-level-skipped'> = {
  code: 'track-level-skipped',
  severity: 'warning',
  find: (plan) => {
    const levels = plan.levels?.length ?? 0;
    const anywhere = new Set(stepsOnTracks(plan).map(({ level }) => level));
    return Object.keys(plan.tracks ?? {}).flatMap((track) => {
      const here = new Set(trackSteps(plan, track).map(({ level }) => level));
      if (here.size === 0) return [];
      return [...anywhere]
        .filter((level) => level <= levels && !here.has(level))
        .sort((a, b) => a - b)
        .map((level) => ({ path: ['tracks', track, 'steps'], values: { track, level } }));
    });
  },
};
