import type { Rule } from '../rule.ts';

/** The last day of the term is past; that day itself still belongs to it. */
export const contractTermOver: Rule<'contract-term-over'> = {
  code: 'contract-term-over',
  severity: 'blocking',
  needs: ['today'],
  find: ({ contract }, { today }) => {
    const until = contract?.term?.until;
    if (until === undefined || today === undefined || today <= until) return [];
    return [{ path: ['contract', 'term', 'until'], values: { until, today } }];
  },
};
