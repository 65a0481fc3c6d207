import { isMailAddress } from '../asked/mail-address.ts';
import { contactName } from '../asked/people.ts';
import type { Rule } from '../rule.ts';

/** An address no mail reaches. */
export const contactEmailInvalid: Rule<'contact-email-invalid'> = {
  code: 'contact-email-invalid',
  severity: 'blocking',
  find: ({ contacts = {} }) =>
    Object.entries(contacts).flatMap(([id, contact]) => {
      const { email } = contact;
      if (email === undefined || isMailAddress(email)) return [];
      return [{ path: ['contacts', id, 'email'], values: { contact: contactName(id, contact), email } }];
    }),
};
