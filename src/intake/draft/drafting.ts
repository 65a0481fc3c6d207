import type { Said } from '../found.ts';
import { type Passage, placeOf, quoteOf } from '../paper/paper.ts';
import type { Fact, IntakeFinding, IntakeQuestion, Quote, Reading } from '../report.ts';

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
  askWhereTwice(drafting, path, said);
  note(drafting, path, said.value, said.at);
  return said.value;
}

/** A question where something is said in other places too, and otherwise there. */
export function askWhereTwice(drafting: Drafting, path: string, said: Said<unknown>): void {
  const { others = [] } = said;
  if (others.length === 0) return;
  const readings = [said, ...others].map(({ value, at }) => ({
    value: typeof value === 'number' ? value : String(value),
    at,
  }));
  askBetween(drafting, path, readings);
}

/** The values of a list, each noted where it stands in it; `null` where none was said. */
export function sayList<T>(
  drafting: Drafting,
  path: string,
  list: readonly Said<T>[] | undefined,
): readonly T[] | null {
  if (!list) return null;
  for (const [index, { value, at }] of list.entries()) note(drafting, `${path}.${index + 1}`, value, at);
  return list.map(({ value }) => value);
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
  readings: readonly Reading['value'][],
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

/** A reading of a question, with the words it was read from where the document has some. */
interface ReadSo {
  readonly value: Reading['value'];
  readonly at?: Passage | undefined;
}

/** A question between values that the document gives in different places. Asked again, it has the further ones too. */
export function askBetween(drafting: Drafting, about: string, said: readonly ReadSo[]): void {
  const { questions } = drafting;
  const asked = questions.findIndex((one) => one.about === about);
  const readings = [...(questions[asked]?.readings ?? [])];
  for (const { value, at } of said) {
    const isKnown = readings.some((one) => String(one.value) === String(value));
    if (!isKnown) readings.push({ value, ...(at && { quote: quotedFrom(at) }) });
  }
  const question = { about, readings, quote: questions[asked]?.quote, taken: 1 } as const;
  questions.splice(asked < 0 ? questions.length : asked, 1, question);
}
