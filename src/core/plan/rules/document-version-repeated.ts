import type { Rule } from '../rule.ts';

/** Two states of a document under one number: nobody can say which of them was agreed. */
export const documentVersionRepeated: Rule<'document-version-repeated'> = {
  code: 'document-version-repeated',
  severity: 'warning',
  find: ({ document }) => {
    const first = new Map<string, string | undefined>();
    return (document?.history ?? []).flatMap(({ version, date }, index) => {
      if (version === undefined) return [];
      if (!first.has(version)) {
        first.set(version, date);
        return [];
      }
      const values = { version, date, firstDate: first.get(version) };
      return [{ path: ['document', 'history', index, 'version'], values }];
    });
  },
};
