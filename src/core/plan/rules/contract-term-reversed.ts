import type { Rule } from '../rule.ts';

/** A term that ends before it begins has no day. */
export const contractTermReversed: Rule<'contract-term-reversed'> = {
  code: 'contract-term-reversed',
  severity: 'blocking',
  find: ({ contract }) => {
    const { from, until } = contract?.term ?? {};
    if (from === undefined || until === undefined || from <= until) return [];
    return [{ path: ['contract', 'term', 'until'], values: { from, until } }];
  },
};
