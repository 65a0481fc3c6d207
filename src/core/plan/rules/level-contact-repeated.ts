import { contactOf, levelOf } from '../lookup.ts';
import { contactName, levelsByContact } from '../people.ts';
import type { Rule } from '../rule.ts';

/** Going to the next level reaches the same person again. */
export const levelContactRepeated: Rule<'level-contact-repeated'> = {
  code: 'level-contact-repeated',
  severity: 'warning',
  find: (plan) =>
    [...levelsByContact(plan)].flatMap(([id, levels]) => {
      const [first, ...rest] = levels.filter((level) => levelOf(plan, level)?.reach?.includes(id));
      return rest.map((level) => {
        const place = levelOf(plan, level)?.reach?.indexOf(id) ?? 0;
        const values = { contact: contactName(id, contactOf(plan, id)), level, first: first ?? level };
        return { path: ['levels', level - 1, 'reach', place], values };
      });
    }),
};
