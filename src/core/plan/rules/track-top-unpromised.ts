import { hasPromise } from '../asked/promised-levels.ts';
import { trackSteps } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** After the last level there is no further step, and nothing is promised there either. */
export const trackTopUnpromised: Rule<'track-top-unpromised'> = {
  code: 'track-top-unpromised',
  severity: 'advice',
  find: (plan) =>
    Object.keys(plan.tracks ?? {}).flatMap((track) => {
      const top = trackSteps(plan, track).toSorted((a, b) => b.level - a.level)[0];
      if (!top || hasPromise(plan, track, top.level)) return [];
      return [{ path: top.path, values: { track, level: top.level } }];
    }),
};
