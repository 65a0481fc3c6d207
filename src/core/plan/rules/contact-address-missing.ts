import { contactName, contactReferences } from '../asked/people.ts';
import type { Rule } from '../rule.ts';

/** The plan sends people to a contact that has neither number nor address. */
export const contactAddressMissing: Rule<'contact-address-missing'> = {
  code: 'contact-address-missing',
  severity: 'blocking',
  find: (plan) => {
    const named = new Set(contactReferences(plan).map(({ id }) => id));
    return Object.entries(plan.contacts ?? {}).flatMap(([id, contact]) => {
      if (!named.has(id) || contact.kind === 'directory') return [];
      if ((contact.office ?? contact.mobile ?? contact.email) !== undefined) return [];
      return [{ path: ['contacts', id], values: { contact: contactName(id, contact) } }];
    });
  },
};
