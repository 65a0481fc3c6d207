import type { Rule } from '../rule.ts';

/** The document leaves it open or says it twice, and the parties have not settled it. */
export const questionOpen: Rule<'question-open'> = {
  code: 'question-open',
  severity: 'blocking',
  find: ({ questions = [] }) =>
    questions.flatMap(({ about, readings = [], quote, taken, settled }, index) => {
      if (settled !== undefined) return [];
      const said = readings.map(({ value }) => (Array.isArray(value) ? value.join(', ') : String(value)));
      const values = {
        about: about ?? String(index + 1),
        readings: said,
        quote,
        taken: said[(taken ?? 0) - 1],
      };
      return [{ path: ['questions', index], values }];
    }),
};
