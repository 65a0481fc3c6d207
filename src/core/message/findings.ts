import type { Finding, FindingCode } from '../finding.ts';
import type { DocumentFindings } from './findings-document.ts';
import type { PeopleFindings } from './findings-people.ts';
import type { RotaFindings } from './findings-rotas.ts';
import type { ShapeFindings } from './findings-shape.ts';
import type { TimeFindings } from './findings-time.ts';

/** Every finding's code, with the values its sentences are filled with. */
export interface FindingValues
  extends ShapeFindings,
    DocumentFindings,
    PeopleFindings,
    RotaFindings,
    TimeFindings {}

/** What a finding says: what is wrong, and what to do. */
interface FindingSentences<V> {
  readonly message: (values: V) => string;
  readonly advice: (values: V) => string;
}

/** The sentences of one area, none missing: the type of each file that writes them. */
export type FindingWords<Area> = { readonly [C in keyof Area]: FindingSentences<Area[C]> };

/** A finding in one language: `findingSentences(catalogue('en').findings, finding).message`. */
export function findingSentences(
  words: FindingWords<FindingValues>,
  finding: Finding,
): { readonly message: string; readonly advice: string } {
  const sentences = words[finding.code] as FindingSentences<FindingValues[FindingCode]>;
  return { message: sentences.message(finding.values), advice: sentences.advice(finding.values) };
}
