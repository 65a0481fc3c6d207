import { contactName } from '../asked/people.ts';
import { digitsOf } from '../asked/telephone.ts';
import type { Contact } from '../format/schema-contract.ts';
import type { Rule } from '../rule.ts';

/** Two contacts that should be two ways share one number or address; a shared office number may be a switchboard and is advice. */
export const contactAddressShared: Rule<'contact-address-shared'> = {
  code: 'contact-address-shared',
  severity: 'warning',
  find: ({ contacts = {} }) => {
    const first = new Map<string, string>();
    return Object.entries(contacts).flatMap(([id, contact]) =>
      addressesOf(contact).flatMap(({ field, key, address }) => {
        const other = first.get(key);
        if (other === undefined || other === id) {
          first.set(key, id);
          return [];
        }
        const values = {
          contact: contactName(id, contact),
          other: contactName(other, contacts[other]),
          field,
          address,
        };
        const severity = field === 'office' ? 'advice' : 'warning';
        return [{ path: ['contacts', id, field], values, severity } as const];
      }),
    );
  },
};

const FIELDS = ['office', 'mobile', 'email'] as const;

function addressesOf(contact: Contact): readonly {
  readonly field: (typeof FIELDS)[number];
  readonly key: string;
  readonly address: string;
}[] {
  return FIELDS.flatMap((field) => {
    const address = contact[field];
    if (address === undefined) return [];
    // A number with an extension differs from the number alone, as it should.
    return [{ field, key: field === 'email' ? address.toLowerCase() : digitsOf(address), address }];
  });
}
