import { contactName } from '../asked/people.ts';
import type { Rule } from '../rule.ts';

/** An address no mail reaches. */
export const contactEmailInvalid: Rule<'contact-email-invalid'> = {
  code: 'contact-email-invalid',
  severity: 'blocking',
  find: ({ contacts = {} }) =>
    Object.entries(contacts).flatMap(([id, contact]) => {
      const { email } = contact;
      if (email === undefined || (email.length <= EMAIL_CHARACTERS_MAX && EMAIL.test(email))) return [];
      return [{ path: ['contacts', id, 'email'], values: { contact: contactName(id, contact), email } }];
    }),
};

// RFC 5321, 4.5.3.1.3: a path of 256 octets with its angle brackets.
const EMAIL_CHARACTERS_MAX = 254;
const EMAIL =
  /^[^\s@<>()[\],;:\\"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;
