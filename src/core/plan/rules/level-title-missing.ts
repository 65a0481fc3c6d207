import type { Rule } from '../rule.ts';

/** A level without a title is a number: nobody sees that the next one may do more. */
export const levelTitleMissing: Rule<'level-title-missing'> = {
  code: 'level-title-missing',
  severity: 'warning',
  find: ({ levels = [] }) =>
    levels.flatMap(({ title }, index) =>
      title === undefined ? [{ path: ['levels', index, 'title'], values: { level: index + 1 } }] : [],
    ),
};
