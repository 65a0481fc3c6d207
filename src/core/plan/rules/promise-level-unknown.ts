import { trackSteps } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** A promise is made at a level that its track does not lead to, or at none. */
export const promiseLevelUnknown: Rule<'promise-level-unknown'> = {
  code: 'promise-level-unknown',
  severity: 'blocking',
  find: (plan) =>
    (plan.promises ?? []).flatMap(({ track, level }, index) => {
      const steps = track === undefined ? [] : trackSteps(plan, track);
      const isKnown = steps.length === 0 || steps.some((step) => step.level === level);
      if (level !== undefined && isKnown) return [];
      return [{ path: ['promises', index, 'level'], values: { track, level } }];
    }),
};
