import type { Rule } from '../rule.ts';

/** The plan has no rule for a customer who never says whether it is settled, so such a case stays open. */
export const closingMissing: Rule<'closing-missing'> = {
  code: 'closing-missing',
  severity: 'advice',
  find: ({ closing }) => (closing === undefined ? [{ path: ['closing'], values: {} }] : []),
};
