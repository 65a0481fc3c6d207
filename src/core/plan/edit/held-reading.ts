import { type Document, isNode } from 'yaml';
import type { Path } from '../../finding.ts';
import type { Question } from '../format/schema-contract.ts';

type Reading = NonNullable<Question['readings']>[number];

/** A question of a plan, and which of its readings holds. */
export interface HeldReading {
  readonly question: Question;
  /** What the question is about. */
  readonly path: Path;
  readonly holds: Reading & { readonly value: NonNullable<Reading['value']> };
}

/** The values of the readings that do not hold. */
export const otherValues = ({ question, holds }: HeldReading): readonly unknown[] =>
  (question.readings ?? []).map(({ value }) => value).filter((value) => value !== holds.value);

/** Whether a comment says where one of the readings stands in the document, and nothing else. */
export const isPlaceOfReading = ({ question }: HeldReading, comment: string | null | undefined): boolean =>
  (question.readings ?? []).some(({ place }) => place !== undefined && place === comment?.trim());

/** Beside what stands at a path, the place of a reading becomes that of the one that holds, or goes where it has none. */
export function movePlace(document: Document.Parsed, path: Path, held: HeldReading): void {
  const node = document.getIn(path, true);
  if (!isNode(node)) return;
  const { place } = held.holds;
  for (const key of ['comment', 'commentBefore'] as const) {
    if (isPlaceOfReading(held, node[key])) node[key] = place === undefined ? null : ` ${place}`;
  }
}
