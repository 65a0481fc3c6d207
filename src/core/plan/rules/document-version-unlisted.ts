import type { Rule } from '../rule.ts';

/** The number on the title page is not among the versions the history tells of. */
export const documentVersionUnlisted: Rule<'document-version-unlisted'> = {
  code: 'document-version-unlisted',
  severity: 'advice',
  find: ({ document }) => {
    const { version, history = [] } = document ?? {};
    if (version === undefined || history.length === 0) return [];
    if (history.some((entry) => entry.version === version)) return [];
    return [{ path: ['document', 'version'], values: { version } }];
  },
};
