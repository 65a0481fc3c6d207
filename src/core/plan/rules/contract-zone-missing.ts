import type { Rule } from '../rule.ts';

/** Without a zone a date has no end and a calendar no hours. */
export const contractZoneMissing: Rule<'contract-zone-missing'> = {
  code: 'contract-zone-missing',
  severity: 'blocking',
  find: ({ contract }) =>
    contract?.timeZone === undefined ? [{ path: ['contract', 'timeZone'], values: {} }] : [],
};
