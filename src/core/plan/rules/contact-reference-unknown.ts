import { contactOf } from '../lookup.ts';
import { nearestWord } from '../nearest-word.ts';
import { contactReferences } from '../people.ts';
import type { Rule } from '../rule.ts';

/** The plan names somebody it does not describe. */
export const contactReferenceUnknown: Rule<'contact-reference-unknown'> = {
  code: 'contact-reference-unknown',
  severity: 'blocking',
  find: (plan) => {
    const known = Object.keys(plan.contacts ?? {});
    return contactReferences(plan).flatMap(({ id, path }) =>
      contactOf(plan, id) ? [] : [{ path, values: { id, suggestion: nearestWord(id, known) } }],
    );
  },
};
