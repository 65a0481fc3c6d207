import { INTAKE_LIMITS } from '../limits.ts';
import { datesIn } from '../words/dates.ts';
import { addressesIn, numbersIn } from '../words/reachable.ts';
import { spansIn } from '../words/spans.ts';
import { type Block, blocksOf, type Paper, type Part, type Passage, quoteOf } from './paper.ts';
import { sentencesOf, within } from './sentences.ts';

/** Which words of a document have been understood: what nobody takes is listed at the end. */
export interface Ledger {
  take(passage: Passage): void;
  /** Takes words that have no place in a plan: nobody else reads them, and they are listed. */
  leave(passage: Passage): void;
  isLeft(passage: Passage): boolean;
  isTaken(passage: Passage): boolean;
  /** What was taken that has words of the passage. */
  takenAs(passage: Passage): readonly Passage[];
  /** Sentences of which nothing was taken, or not every number, address, length of time, date and exception, and what was left; in reading order. */
  untaken(): readonly Passage[];
}

/** An empty ledger of a document. */
export function ledgerOf(paper: Paper): Ledger {
  const taken = new Map<Block, Passage[]>();
  const left = new Map<Block, Passage[]>();
  const takenAs = (passage: Passage): readonly Passage[] => overlapping(taken, passage);
  const isLeft = (passage: Passage): boolean => overlapping(left, passage).length > 0;
  const isTaken = (passage: Passage): boolean => takenAs(passage).length > 0;
  return {
    take: (passage) => put(taken, passage),
    leave(passage) {
      put(taken, passage);
      put(left, passage);
    },
    isLeft,
    isTaken,
    takenAs,
    untaken: () =>
      blocksOf(paper.parts)
        .filter(isSaying)
        .flatMap(sentencesOf)
        .filter(
          (sentence) =>
            isWorded(sentence) &&
            (isLeft(sentence) || !isTaken(sentence) || weightsIn(sentence).some((one) => !isTaken(one))),
        )
        .slice(0, INTAKE_LIMITS.reportedMax),
  };
}

type Words = Map<Block, Passage[]>;

function put(words: Words, passage: Passage): void {
  words.set(passage.block, [...(words.get(passage.block) ?? []), passage]);
}

const overlapping = (words: Words, { block, from, to }: Passage): readonly Passage[] =>
  (words.get(block) ?? []).filter((one) => one.from < to && from < one.to);

const EXCEPTION = /\b(?:except(?:ing)?|excluding|other than|apart from)\b/gi;

/** What a reader acts by, and would miss where only the rest of its sentence found a place. */
function weightsIn(sentence: Passage): readonly Passage[] {
  const text = quoteOf(sentence);
  return [
    ...[...numbersIn(text), ...addressesIn(text), ...spansIn(text), ...datesIn(text)],
    ...[...text.matchAll(EXCEPTION)].map((found) => ({ at: found.index, length: found[0].length })),
  ].map(({ at, length }) => within(sentence, at, length));
}

const isSaying = (block: Block): boolean => block.kind !== 'heading';

/** Page numbers, lines drawn with marks and words that only send the reader elsewhere say nothing; a telephone number does. */
function isWorded({ block, from, to }: Passage): boolean {
  const text = block.text.slice(from, to);
  if (/^\W*see (?:also )?(?:appendix|section|table|page|annex|attachment)\b/i.test(text)) return false;
  if (numbersIn(text).length > 0) return true;
  return /\p{L}{2}/u.test(text) && !/^\W*page\s+\d+(?:\s*(?:of|\/)\s*\d+)?\W*$/i.test(text);
}

/** A part of a document under its heading. */
export interface Section {
  readonly heading: Block | undefined;
  readonly parts: readonly Part[];
}

/** The document cut at its headings. */
export function sectionsOf(parts: readonly Part[]): readonly Section[] {
  const sections: { heading: Block | undefined; parts: Part[] }[] = [{ heading: undefined, parts: [] }];
  for (const part of parts) {
    if (part.kind === 'heading') sections.push({ heading: part, parts: [] });
    else sections.at(-1)?.parts.push(part);
  }
  return sections;
}
