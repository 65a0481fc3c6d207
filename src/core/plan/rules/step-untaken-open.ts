import { laterSteps } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** The step is not the customer's, and nothing happens where its actor does not take it. */
export const stepUntakenOpen: Rule<'step-untaken-open'> = {
  code: 'step-untaken-open',
  severity: 'advice',
  find: (plan) =>
    laterSteps(plan).flatMap(({ trackId, step: { actor, ifNotTaken }, path, level }) =>
      actor === undefined || actor === 'customer' || ifNotTaken !== undefined
        ? []
        : [{ path: [...path, 'ifNotTaken'], values: { track: trackId, level, actor } }],
    ),
};
