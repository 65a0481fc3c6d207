/** The words a glossary explains: what stands in bold at the beginning of a line of its list. */
export const glossaryTerms = (page: string): readonly string[] =>
  [...page.matchAll(/^- \*\*(.+?)\*\*/gm)].map((found) => found[1] ?? '');
