import { contactName } from '../asked/people.ts';
import type { Rule } from '../rule.ts';

/** Nobody can stand in for himself. */
export const contactDeputySelf: Rule<'contact-deputy-self'> = {
  code: 'contact-deputy-self',
  severity: 'blocking',
  find: ({ contacts = {} }) =>
    Object.entries(contacts).flatMap(([id, contact]) => {
      if (contact.deputy !== id) return [];
      return [{ path: ['contacts', id, 'deputy'], values: { contact: contactName(id, contact) } }];
    }),
};
