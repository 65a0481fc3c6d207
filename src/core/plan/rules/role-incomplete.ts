import type { Rule } from '../rule.ts';

/** A role is a name, the party that has it, and what it does. */
export const roleIncomplete: Rule<'role-incomplete'> = {
  code: 'role-incomplete',
  severity: 'warning',
  find: ({ roles = [] }) =>
    roles.flatMap((role, index) =>
      KEYS.filter((key) => role[key] === undefined || role[key].length === 0).map((key) => ({
        path: ['roles', index, key],
        values: { role: role.role ?? String(index + 1), key },
      })),
    ),
};

const KEYS = ['role', 'party', 'does'] as const;
