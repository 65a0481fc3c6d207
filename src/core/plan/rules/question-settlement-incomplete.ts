import type { Rule } from '../rule.ts';

/** A settlement is worth what it can show: who agreed, when, and why. */
export const questionSettlementIncomplete: Rule<'question-settlement-incomplete'> = {
  code: 'question-settlement-incomplete',
  severity: 'blocking',
  find: ({ questions = [] }) =>
    questions.flatMap(({ about, settled }, index) => {
      if (settled === undefined) return [];
      return KEYS.filter((key) => settled[key] === undefined || settled[key].length === 0).map((key) => ({
        path: ['questions', index, 'settled', key],
        values: { about: about ?? String(index + 1), key },
      }));
    }),
};

const KEYS = ['by', 'date', 'because'] as const;
