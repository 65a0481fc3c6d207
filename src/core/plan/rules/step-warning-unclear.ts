import { parseSpan } from '../../span.ts';
import { laterSteps } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** A warning is given in days; it is plain time before the deadline, in hours or minutes. */
export const stepWarningUnclear: Rule<'step-warning-unclear'> = {
  code: 'step-warning-unclear',
  severity: 'blocking',
  find: (plan) =>
    laterSteps(plan).flatMap(({ trackId, step: { warn = [] }, path, level }) =>
      warn.flatMap((span, index) =>
        parseSpan(span)?.unit === 'time'
          ? []
          : [{ path: [...path, 'warn', index], values: { track: trackId, level, warn: span } }],
      ),
    ),
};
