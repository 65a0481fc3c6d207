import { laterSteps } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** An untaken step passes to the party it already belongs to. */
export const stepUntakenSame: Rule<'step-untaken-same'> = {
  code: 'step-untaken-same',
  severity: 'blocking',
  find: (plan) =>
    laterSteps(plan).flatMap(({ trackId, step: { actor, ifNotTaken }, path, level }) =>
      actor === undefined || ifNotTaken?.then !== actor
        ? []
        : [{ path: [...path, 'ifNotTaken', 'then'], values: { track: trackId, level, actor } }],
    ),
};
