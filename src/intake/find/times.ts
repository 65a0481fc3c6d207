import { allSaid, type Said, type SaidTime } from '../found.ts';
import { type Passage, quoteOf } from '../paper/paper.ts';
import { within } from '../paper/sentences.ts';
import { type SaidSpan, spansIn } from '../words/spans.ts';

/** The lengths of time that a passage says; one whose number in brackets is another counts twice. */
export const timesIn = (passage: Passage): readonly SaidTime[] =>
  spansIn(quoteOf(passage)).flatMap((span) => timesOf(passage, span));

/** A length of time as it is said, and as its number in brackets has it where that is another. */
export function timesOf(passage: Passage, span: SaidSpan): readonly SaidTime[] {
  const { bracketed } = span;
  const time = { ...span, passage: within(passage, span.at, span.length) };
  if (!bracketed) return [time];
  const { at, length } = bracketed;
  return [time, { ...time, ...bracketed, bracketed: undefined, passage: within(passage, at, length) }];
}

/** The spans of some times as one value, said as often as they differ. */
export const spanSaid = (times: readonly SaidTime[]): Said | undefined =>
  allSaid(times.map(({ span, passage }) => ({ value: span, at: passage })));
