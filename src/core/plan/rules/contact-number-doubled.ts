import { contactName } from '../asked/people.ts';
import { digitsOf } from '../asked/telephone.ts';
import type { Rule } from '../rule.ts';

/** One number for two means is no second way when it fails; blocking where the clause asks for both. */
export const contactNumberDoubled: Rule<'contact-number-doubled'> = {
  code: 'contact-number-doubled',
  severity: 'warning',
  find: ({ contacts = {}, requirements }) => {
    const fields = requirements?.contactFields ?? [];
    const severity = fields.includes('office') && fields.includes('mobile') ? 'blocking' : 'warning';
    return Object.entries(contacts).flatMap(([id, contact]) => {
      const { office, mobile } = contact;
      if (office === undefined || mobile === undefined || digitsOf(office) !== digitsOf(mobile)) return [];
      const values = { contact: contactName(id, contact), number: mobile };
      return [{ path: ['contacts', id, 'mobile'], values, severity }];
    });
  },
};
