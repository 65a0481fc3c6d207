import type { Rule } from '../rule.ts';

/** People leave, and the plan does not say by when the parties agree on who comes after them. */
export const contactChangesMissing: Rule<'contact-changes-missing'> = {
  code: 'contact-changes-missing',
  severity: 'advice',
  find: ({ contactChanges }) =>
    contactChanges?.agreedWithin === undefined
      ? [{ path: ['contactChanges', 'agreedWithin'], values: {} }]
      : [],
};
