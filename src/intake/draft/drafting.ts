import type { Said } from '../found.ts';
import { type Passage, placeOf, quoteOf } from '../paper/paper.ts';
import type { Fact, IntakeFinding, IntakeQuestion, Quote } from '../report.ts';

/** What comes out beside the plan while it is put together. */
export interface Drafting {
  readonly facts: Fact[];
  readonly questions: IntakeQuestion[];
  readonly findings: IntakeFinding[];
}

/** Words of the document with their place, as reports carry them. */
export const quotedFrom = (passage: Passage): Quote => ({
  text: quoteOf(passage).trim(),
  place: placeOf(passage),
});

/** The value that was said, noted as a fact at its path; `null` where nothing was. */
export function say<T>(drafting: Drafting, path: string, said: Said<T> | undefined): T | null {
  if (!said) return null;
  const { others = [] } = said;
  if (others.length > 0) {
    const readings = [said, ...others].map(({ value, at }) => ({ value: String(value), at }));
    askBetween(drafting, path, readings);
  }
  note(drafting, path, said.value, said.at);
  return said.value;
}

/** A fact whose value stands in the plan in its own way. */
export function note(drafting: Drafting, path: string, value: unknown, at: Passage): void {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  drafting.facts.push({ path, value: shown, quote: quotedFrom(at) });
}

/** An open question; the draft carries its first reading. The same question is asked once. */
export function ask(
  drafting: Drafting,
  about: string,
  readings: readonly (string | readonly string[])[],
  at: Passage,
): void {
  if (drafting.questions.some((one) => one.about === about)) return;
  drafting.questions.push({
    about,
    readings: readings.map((value) => ({ value })),
    quote: quotedFrom(at),
    taken: 1,
  });
}

/** A question between values that the document gives in different places. */
export function askBetween(drafting: Drafting, about: string, readings: readonly Said[]): void {
  if (drafting.questions.some((one) => one.about === about)) return;
  drafting.questions.push({
    about,
    readings: readings.map(({ value, at }) => ({ value, quote: quotedFrom(at) })),
    quote: undefined,
    taken: 1,
  });
}
