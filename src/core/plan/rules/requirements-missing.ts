import type { Rule } from '../rule.ts';

/** Without the demands of the clause a plan can only be checked against itself. */
export const requirementsMissing: Rule<'requirements-missing'> = {
  code: 'requirements-missing',
  severity: 'warning',
  find: ({ requirements }) => (requirements === undefined ? [{ path: ['requirements'], values: {} }] : []),
};
