import { laterSteps } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** A step after the first that waits for nothing, so that nobody can tell when it may be taken. */
export const stepConditionMissing: Rule<'step-condition-missing'> = {
  code: 'step-condition-missing',
  severity: 'blocking',
  find: (plan) =>
    laterSteps(plan).flatMap(({ trackId, step: { when }, path, level }) =>
      when === undefined || (Array.isArray(when) && when.length === 0)
        ? [{ path: [...path, 'when'], values: { track: trackId, level } }]
        : [],
    ),
};
