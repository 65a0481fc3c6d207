import type { Obligation } from '../format/schema-contract.ts';

/** How an obligation is called in sentences: by title, by id, or by its place. */
export const obligationName = ({ title, id }: Obligation, index: number): string =>
  title ?? id ?? String(index + 1);
