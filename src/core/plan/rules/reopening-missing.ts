import type { Rule } from '../rule.ts';

/** The plan does not say how long a settled case may be taken up again, so it never is. */
export const reopeningMissing: Rule<'reopening-missing'> = {
  code: 'reopening-missing',
  severity: 'advice',
  find: ({ reopening }) => (reopening === undefined ? [{ path: ['reopening'], values: {} }] : []),
};
