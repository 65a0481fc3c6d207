import type { LetterParts } from '../notices/letters.ts';
import type { OpeningParts } from '../open-by-mail.ts';
import type { AnswerBook, Answers } from '../ports/answers.ts';
import type { EngineTransaction } from '../ports/engine.ts';

/** What calls and texts are taken with. */
export interface TelephoneParts {
  readonly answers: Answers;
  readonly letters: LetterParts;
  /** How cases are opened, and the desk told of what is held. */
  readonly openings: OpeningParts;
  /** Ours, E.164; undefined where nobody can ring us. */
  readonly number: string | undefined;
  /** Where the carrier asks, without a slash at its end. */
  readonly baseUrl: () => string;
}

/** Inside one transaction. */
export interface Within {
  readonly tx: EngineTransaction;
  readonly book: AnswerBook;
}

/** A number as numbers are written; undefined for one that was withheld, or is none. */
export const numberIn = (given: string): string | undefined =>
  /^\+[1-9]\d{6,14}$/.test(given) ? given : undefined;
