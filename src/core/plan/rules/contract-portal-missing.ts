import type { Rule } from '../rule.ts';

/** A plan is posted where its readers look for it; blocking where the clause says that it must be posted. */
export const contractPortalMissing: Rule<'contract-portal-missing'> = {
  code: 'contract-portal-missing',
  severity: 'warning',
  find: ({ contract, requirements }) => {
    if (contract?.portal !== undefined) return [];
    const place = requirements?.posting?.place;
    const severity = requirements?.posting === undefined ? 'warning' : 'blocking';
    return [{ path: ['contract', 'portal'], values: { place }, severity }];
  },
};
