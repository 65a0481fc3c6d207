import type { Rule } from '../rule.ts';

/** The plan does not say whether a clock may stand still, so none ever does. */
export const pausesMissing: Rule<'pauses-missing'> = {
  code: 'pauses-missing',
  severity: 'advice',
  find: ({ pauses }) => (pauses === undefined ? [{ path: ['pauses'], values: {} }] : []),
};
