import type { Rule } from '../rule.ts';

/** Without the day of execution nobody can say by when the plan had to be posted. */
export const contractExecutionMissing: Rule<'contract-execution-missing'> = {
  code: 'contract-execution-missing',
  severity: 'warning',
  find: ({ contract }) =>
    contract?.executed === undefined ? [{ path: ['contract', 'executed'], values: {} }] : [],
};
