import type { Rule } from '../rule.ts';

/** A question has readings, and the plan says which of them it carries meanwhile. */
export const questionReadingUnclear: Rule<'question-reading-unclear'> = {
  code: 'question-reading-unclear',
  severity: 'blocking',
  find: ({ questions = [] }) =>
    questions.flatMap(({ about, readings = [], taken }, index) => {
      if (taken !== undefined && taken >= 1 && taken <= readings.length) return [];
      const values = { about: about ?? String(index + 1), taken, readings: readings.length };
      return [{ path: ['questions', index, readings.length === 0 ? 'readings' : 'taken'], values }];
    }),
};
