import type { Rule } from '../rule.ts';

/** The clause asks for more levels than the plan has. */
export const levelsTooFew: Rule<'levels-too-few'> = {
  code: 'levels-too-few',
  severity: 'blocking',
  find: ({ levels = [], requirements }) => {
    const required = requirements?.levels ?? 1;
    if (levels.length >= required) return [];
    return [{ path: ['levels'], values: { levels: levels.length, required } }];
  },
};
