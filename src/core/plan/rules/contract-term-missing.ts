import type { Rule } from '../rule.ts';

/** The plan must stay current for the whole term, and nobody knows how long that is. */
export const contractTermMissing: Rule<'contract-term-missing'> = {
  code: 'contract-term-missing',
  severity: 'warning',
  find: ({ contract }) => {
    const { from, until } = contract?.term ?? {};
    if (from === undefined && until === undefined)
      return [{ path: ['contract', 'term'], values: { key: undefined } }];
    if (from === undefined) return [{ path: ['contract', 'term', 'from'], values: { key: 'from' as const } }];
    return until === undefined
      ? [{ path: ['contract', 'term', 'until'], values: { key: 'until' as const } }]
      : [];
  },
};
