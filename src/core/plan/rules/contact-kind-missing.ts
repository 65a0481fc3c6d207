import { contactName } from '../asked/people.ts';
import type { Rule } from '../rule.ts';

/** Whether a contact is a person, a desk or to be looked up decides who is told and when. */
export const contactKindMissing: Rule<'contact-kind-missing'> = {
  code: 'contact-kind-missing',
  severity: 'blocking',
  find: ({ contacts = {} }) =>
    Object.entries(contacts).flatMap(([id, contact]) => {
      if (contact.kind !== undefined) return [];
      return [{ path: ['contacts', id, 'kind'], values: { contact: contactName(id, contact) } }];
    }),
};
