import { nearestWord } from '../../nearest-word.ts';
import { contactOf } from '../asked/lookup.ts';
import { contactReferences } from '../asked/people.ts';
import type { Rule } from '../rule.ts';

/** The plan names somebody it does not describe. */
export const contactReferenceUnknown: Rule<'contact-reference-unknown'> = {
  code: 'contact-reference-unknown',
  severity: 'blocking',
  find: (plan) => {
    const known = Object.keys(plan.contacts ?? {});
    const unknown = contactReferences(plan).filter(({ id }) => !contactOf(plan, id));
    return unknown.map(({ id, path }, index) => {
      const suggestion = index < SUGGESTIONS_MAX ? nearestWord(id, known) : undefined;
      return { path, values: { id, suggestion } };
    });
  },
};

/** A suggestion compares with every contact: where thousands are unknown, the list of contacts itself is missing. */
const SUGGESTIONS_MAX = 100;
