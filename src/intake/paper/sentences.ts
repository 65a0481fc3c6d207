import type { Block, Passage } from './paper.ts';

/** The end of a sentence; what follows a semicolon with a condition of its own is one too. */
const END =
  /[.!?](?:["”’)\]]|\*+)*\s+(?=["“(*]*[\p{Lu}\d])|;\s+(?=(?:(?:and|then|but)\s+)?(?:if|when|where|whenever|after|once|should|otherwise)\b)/gu;
/** Ends of words that have a full stop and do not end a sentence. */
const ABBREVIATED =
  /(?:\b(?:ext|no|nos|mr|mrs|ms|dr|st|e\.g|i\.e|inc|co|vs|tel|sec|art|approx|min|hrs?)|^[\d.]+)\.$/i;

/** The sentences of a block, spaces around them left out. */
export function sentencesOf(block: Block): readonly Passage[] {
  const sentences: Passage[] = [];
  let from = 0;
  for (const found of block.text.matchAll(END)) {
    const to = found.index + found[0].trimEnd().length;
    if (ABBREVIATED.test(block.text.slice(from, to))) continue;
    sentences.push({ block, from, to });
    from = found.index + found[0].length;
  }
  return [...sentences, { block, from, to: block.text.length }]
    .map(trimmed)
    .map(unnumbered)
    .filter(({ from: start, to }) => to > start);
}

const NUMBERING = /^(?:[-•*–·▪]\s+|\(?\d{1,2}(?:\.\d{1,2}){0,4}[.)]?\s+(?=\p{Lu}))/u;

/** The number or bullet of an entry is no part of its sentence. */
function unnumbered(passage: Passage): Passage {
  const lead = NUMBERING.exec(passage.block.text.slice(passage.from, passage.to))?.[0].length ?? 0;
  return { ...passage, from: passage.from + lead };
}

/** The passage without the spaces at its ends. */
export function trimmed({ block, from, to }: Passage): Passage {
  const text = block.text.slice(from, to);
  const before = text.length - text.trimStart().length;
  return { block, from: from + before, to: from + Math.max(before, text.trimEnd().length) };
}

/** The passage that a match in it stands for. */
export const within = (passage: Passage, at: number, length: number): Passage => ({
  block: passage.block,
  from: passage.from + at,
  to: passage.from + at + length,
});
