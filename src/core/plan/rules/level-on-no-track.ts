import { stepsOnTracks } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** A level of the hierarchy that no track ever reaches. */
export const levelOnNoTrack: Rule<'level-on-no-track'> = {
  code: 'level-on-no-track',
  severity: 'warning',
  find: (plan) => {
    const reached = new Set(stepsOnTracks(plan).map(({ level }) => level));
    if (reached.size === 0) return [];
    return (plan.levels ?? []).flatMap((_, index) =>
      reached.has(index + 1) ? [] : [{ path: ['levels', index], values: { level: index + 1 } }],
    );
  },
};
