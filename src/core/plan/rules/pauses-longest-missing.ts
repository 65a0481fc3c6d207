import type { Rule } from '../rule.ts';

/** A pause that nothing ends would stop every clock for ever. */
export const pausesLongestMissing: Rule<'pauses-longest-missing'> = {
  code: 'pauses-longest-missing',
  severity: 'blocking',
  find: ({ pauses }) =>
    pauses !== undefined && pauses.longest === undefined ? [{ path: ['pauses', 'longest'], values: {} }] : [],
};
