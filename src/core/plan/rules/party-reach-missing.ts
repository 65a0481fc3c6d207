import type { Problem, Rule } from '../rule.ts';

/** Somebody at oversight and at the contractor must be told what happens; the customer is whoever opens a case. The contractor's program manager counts. */
export const partyReachMissing: Rule<'party-reach-missing'> = {
  code: 'party-reach-missing',
  severity: 'blocking',
  find: ({ contract }) => {
    const { contractor, oversight } = contract?.parties ?? {};
    const missing: Problem<'party-reach-missing'>[] = [];
    if (!contractor?.reach?.length && contractor?.programManager === undefined) {
      const path = ['contract', 'parties', 'contractor', 'reach'];
      missing.push({ path, values: { party: 'contractor' }, severity: 'warning' });
    }
    if (!oversight?.reach?.length) {
      missing.push({ path: ['contract', 'parties', 'oversight', 'reach'], values: { party: 'oversight' } });
    }
    return missing;
  },
};
