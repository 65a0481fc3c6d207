import { laterSteps } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** A step may be taken early, but for no reason that is named, which is never. */
export const stepEarlyReasonless: Rule<'step-early-reasonless'> = {
  code: 'step-early-reasonless',
  severity: 'warning',
  find: (plan) =>
    laterSteps(plan).flatMap(({ trackId, step: { early }, path, level }) =>
      early === undefined || (early.reasons ?? []).length > 0
        ? []
        : [{ path: [...path, 'early', 'reasons'], values: { track: trackId, level } }],
    ),
};
