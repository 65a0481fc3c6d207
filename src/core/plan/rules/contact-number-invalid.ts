import { contactName } from '../asked/people.ts';
import { isDiallable } from '../asked/telephone.ts';
import type { Rule } from '../rule.ts';

/** A number that cannot be dialled from anywhere: without its country, too short, too long, or none at all. */
export const contactNumberInvalid: Rule<'contact-number-invalid'> = {
  code: 'contact-number-invalid',
  severity: 'blocking',
  find: ({ contacts = {} }) =>
    Object.entries(contacts).flatMap(([id, contact]) =>
      FIELDS.flatMap((field) => {
        const number = contact[field];
        if (number === undefined || isDiallable(number)) return [];
        const values = { contact: contactName(id, contact), field, number };
        return [{ path: ['contacts', id, field], values }];
      }),
    ),
};

const FIELDS = ['office', 'mobile'] as const;
