import { laterSteps } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** What happens to an untaken step is half said: after what time, or to whom it passes, is missing. */
export const stepUntakenIncomplete: Rule<'step-untaken-incomplete'> = {
  code: 'step-untaken-incomplete',
  severity: 'blocking',
  find: (plan) =>
    laterSteps(plan).flatMap(({ trackId, step: { ifNotTaken }, path, level }) =>
      ifNotTaken === undefined
        ? []
        : (['within', 'then'] as const)
            .filter((key) => ifNotTaken[key] === undefined)
            .map((key) => ({ path: [...path, 'ifNotTaken', key], values: { track: trackId, level, key } })),
    ),
};
