import type { Rule } from '../rule.ts';

/** Pauses are allowed for no reason that is named, which is never. */
export const pausesReasonsMissing: Rule<'pauses-reasons-missing'> = {
  code: 'pauses-reasons-missing',
  severity: 'warning',
  find: ({ pauses }) =>
    pauses !== undefined && (pauses.reasons ?? []).length === 0
      ? [{ path: ['pauses', 'reasons'], values: {} }]
      : [],
};
