import type { Rule } from '../rule.ts';

/** Nobody can see what the next level may do that this one may not; blocking where the clause asks for it. */
export const levelResponsibilityMissing: Rule<'level-responsibility-missing'> = {
  code: 'level-responsibility-missing',
  severity: 'advice',
  find: ({ levels = [], requirements }) => {
    const severity = requirements?.contactFields?.includes('responsibility') ? 'blocking' : 'advice';
    return levels.flatMap(({ responsibility }, index) => {
      if (responsibility !== undefined) return [];
      return [{ path: ['levels', index, 'responsibility'], values: { level: index + 1 }, severity }];
    });
  },
};
