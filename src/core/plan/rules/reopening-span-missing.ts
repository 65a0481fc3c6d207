import type { Rule } from '../rule.ts';

/** Reopening without saying within what time. */
export const reopeningSpanMissing: Rule<'reopening-span-missing'> = {
  code: 'reopening-span-missing',
  severity: 'blocking',
  find: ({ reopening }) =>
    reopening !== undefined && reopening.within === undefined
      ? [{ path: ['reopening', 'within'], values: {} }]
      : [],
};
