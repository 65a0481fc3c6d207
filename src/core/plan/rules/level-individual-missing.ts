import { levelContacts } from '../asked/people.ts';
import type { Rule } from '../rule.ts';

/** The clause asks for individuals, and a desk has nobody who answers for it by name. */
export const levelIndividualMissing: Rule<'level-individual-missing'> = {
  code: 'level-individual-missing',
  severity: 'advice',
  find: (plan) => {
    if (plan.requirements?.contactFields === undefined) return [];
    return (plan.levels ?? []).flatMap((level, index) => {
      const contacts = levelContacts(plan, level);
      if (contacts.length === 0 || contacts.some(({ kind }) => kind === 'person')) return [];
      return [{ path: ['levels', index, 'reach'], values: { level: index + 1 } }];
    });
  },
};
