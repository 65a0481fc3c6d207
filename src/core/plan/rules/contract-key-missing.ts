import type { Rule } from '../rule.ts';

/** A case, a bill and a letter name the contract by these. */
export const contractKeyMissing: Rule<'contract-key-missing'> = {
  code: 'contract-key-missing',
  severity: 'warning',
  find: ({ contract }) =>
    KEYS.filter((key) => contract?.[key] === undefined).map((key) => ({
      path: ['contract', key],
      values: { key },
    })),
};

const KEYS = ['id', 'title', 'clause'] as const;
