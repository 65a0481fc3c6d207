import { contactName, contactReferences } from '../asked/people.ts';
import type { Rule } from '../rule.ts';

/** A contact nobody is sent to: left behind, or forgotten at a level. */
export const contactUnused: Rule<'contact-unused'> = {
  code: 'contact-unused',
  severity: 'advice',
  find: (plan) => {
    const named = new Set(contactReferences(plan).map(({ id }) => id));
    return Object.entries(plan.contacts ?? {}).flatMap(([id, contact]) =>
      named.has(id) ? [] : [{ path: ['contacts', id], values: { contact: contactName(id, contact) } }],
    );
  },
};
