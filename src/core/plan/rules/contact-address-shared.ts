import { contactName } from '../asked/people.ts';
import { digitsOf } from '../asked/telephone.ts';
import type { Problem, Rule } from '../rule.ts';

/** Two contacts that should be two ways share one number or address; a shared office number may be a switchboard and is advice. */
export const contactAddressShared: Rule<'contact-address-shared'> = {
  code: 'contact-address-shared',
  severity: 'warning',
  find: ({ contacts = {} }) => {
    const first = new Map<string, string>();
    const problems: Problem<'contact-address-shared'>[] = [];
    for (const [id, contact] of Object.entries(contacts)) {
      for (const field of FIELDS) {
        const address = contact[field];
        if (address === undefined) continue;
        // A number with an extension differs from the number alone, as it should.
        const key = field === 'email' ? address.toLowerCase() : digitsOf(address);
        const other = first.get(key);
        if (other === undefined) first.set(key, id);
        if (other === undefined || other === id) continue;
        problems.push({
          path: ['contacts', id, field],
          values: {
            contact: contactName(id, contact),
            other: contactName(other, contacts[other]),
            field,
            address,
          },
          severity: field === 'office' ? 'advice' : 'warning',
        });
      }
    }
    return problems;
  },
};

const FIELDS = ['office', 'mobile', 'email'] as const;
