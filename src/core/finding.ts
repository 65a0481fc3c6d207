import type { FindingValues } from './message/findings.ts';

/**
 * How much a finding weighs. Blocking: the plan fails its clause or disagrees with itself, and is not published.
 * Warning: two careful readers would do different things. Advice: nothing is wrong, and a better plan would say more.
 */
export type Severity = 'blocking' | 'warning' | 'advice';

export type FindingCode = keyof FindingValues;

/** Keys and places in lists from the top of the document; places count from 0, as in the data. */
export type Path = readonly (string | number)[];

/** Where something stands in a text, both counted from 1, columns in UTF-16 units as editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

interface FindingOf<C extends FindingCode> extends Position {
  readonly code: C;
  readonly severity: Severity;
  readonly path: Path;
  /** What the sentences of the catalogue are filled with. */
  readonly values: FindingValues[C];
}

/** The plan is wrong, or not yet right: data, which the catalogue turns into a message and advice. */
export type Finding = { readonly [C in FindingCode]: FindingOf<C> }[FindingCode];
