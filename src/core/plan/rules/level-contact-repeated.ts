import { contactOf } from '../asked/lookup.ts';
import { contactName } from '../asked/people.ts';
import type { Rule } from '../rule.ts';

/** Going to the next level reaches the same person again; standing in under `otherwise` is no such thing. */
export const levelContactRepeated: Rule<'level-contact-repeated'> = {
  code: 'level-contact-repeated',
  severity: 'warning',
  find: (plan) => {
    const first = new Map<string, number>();
    return (plan.levels ?? []).flatMap(({ reach = [] }, index) =>
      reach.flatMap((id, place) => {
        const level = index + 1;
        const before = first.get(id) ?? level;
        first.set(id, before);
        if (before === level) return [];
        const values = { contact: contactName(id, contactOf(plan, id)), level, first: before };
        return [{ path: ['levels', index, 'reach', place], values }];
      }),
    );
  },
};
