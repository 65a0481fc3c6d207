import { hasPromise } from '../asked/promised-levels.ts';
import { trackSteps } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** Other levels of the track promise something and this one does not; for the last level `track-top-unpromised` speaks. */
export const promiseLevelMissing: Rule<'promise-level-missing'> = {
  code: 'promise-level-missing',
  severity: 'advice',
  find: (plan) =>
    Object.keys(plan.tracks ?? {}).flatMap((track) => {
      const steps = trackSteps(plan, track).toSorted((a, b) => a.level - b.level);
      const isMade = (level: number): boolean => hasPromise(plan, track, level);
      if (!steps.some(({ level }) => isMade(level))) return [];
      return steps
        .slice(0, -1)
        .filter(({ level }) => !isMade(level))
        .map(({ path, level }) => ({ path, values: { track, level } }));
    }),
};
