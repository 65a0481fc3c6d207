import { levelContacts } from '../asked/people.ts';
import type { Rule } from '../rule.ts';

/** Whom the customer has to look up may not be found, and then the level needs somebody to fall back on. */
export const levelDirectoryAlone: Rule<'level-directory-alone'> = {
  code: 'level-directory-alone',
  severity: 'blocking',
  find: (plan) =>
    (plan.levels ?? []).flatMap((level, index) => {
      const contacts = levelContacts(plan, level);
      const isAlone = contacts.length > 0 && contacts.every(({ kind }) => kind === 'directory');
      return isAlone ? [{ path: ['levels', index, 'otherwise'], values: { level: index + 1 } }] : [];
    }),
};
