/** What a plan's text may cost to read. A plan that needs more is not a plan; each bound is checked before the work it bounds. */
export const LIMITS = {
  /** Bytes of UTF-8. A plan of two thousand contacts has about 400,000. */
  bytesMax: 2 * 1024 * 1024,
  /** Maps and lists inside one another. The format itself needs eight. */
  depthMax: 32,
  /** Words, marks, spaces and line ends as the YAML reader counts them; the time to read grows with them. */
  tokensMax: 300_000,
  /** Aliases (`*name`) in the whole text. */
  aliasesMax: 100,
  /** Values, those that aliases repeat included: what stops a text from growing when it is read. */
  valuesMax: 100_000,
  /** Findings of the same kind about broken syntax: one mistake early often breaks every line after it. */
  syntaxFindingsMax: 10,
} as const;
