import type { Rule } from '../rule.ts';

/** A level that reaches nobody ends every escalation to it. */
export const levelContactMissing: Rule<'level-contact-missing'> = {
  code: 'level-contact-missing',
  severity: 'blocking',
  find: ({ levels = [] }) =>
    levels.flatMap(({ reach = [] }, index) =>
      reach.length > 0 ? [] : [{ path: ['levels', index, 'reach'], values: { level: index + 1 } }],
    ),
};
