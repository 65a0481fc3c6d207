import { contactOf } from '../asked/lookup.ts';
import { contactName, levelContactIds, levelContacts } from '../asked/people.ts';
import type { Rule } from '../rule.ts';

/** Everybody at a level has quiet hours and no deputy, though the level is said to be reachable round the clock. */
export const contactQuietUnrelieved: Rule<'contact-quiet-unrelieved'> = {
  code: 'contact-quiet-unrelieved',
  severity: 'warning',
  find: (plan) => {
    if (plan.requirements?.availability !== '24x7x365') return [];
    return (plan.levels ?? []).flatMap((level) => {
      const contacts = levelContacts(plan, level);
      const isQuiet =
        contacts.length > 0 && contacts.every(({ quietHours, deputy }) => quietHours && !deputy);
      const id = levelContactIds(plan, level)[0];
      if (!isQuiet || id === undefined) return [];
      const values = { contact: contactName(id, contactOf(plan, id)) };
      return [{ path: ['contacts', id, 'quietHours'], values }];
    });
  },
};
