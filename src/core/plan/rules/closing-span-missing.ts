import type { Rule } from '../rule.ts';

/** Closing for silence without saying how long the silence is. */
export const closingSpanMissing: Rule<'closing-span-missing'> = {
  code: 'closing-span-missing',
  severity: 'blocking',
  find: ({ closing }) =>
    closing !== undefined && closing.silentFor === undefined
      ? [{ path: ['closing', 'silentFor'], values: {} }]
      : [],
};
