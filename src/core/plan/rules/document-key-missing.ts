import type { Rule } from '../rule.ts';

/** Readers tell one issue of a document from another by its title, version and date. */
export const documentKeyMissing: Rule<'document-key-missing'> = {
  code: 'document-key-missing',
  severity: 'warning',
  find: ({ document }) =>
    KEYS.filter((key) => document?.[key] === undefined).map((key) => ({
      path: ['document', key],
      values: { key },
    })),
};

const KEYS = ['title', 'version', 'dated'] as const;
