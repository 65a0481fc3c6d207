import type { Change, Changes } from '../plan/diff/change.ts';
import type { RefusalWords } from './cli.ts';

/** What a comparison of two plans says. */
export interface DiffWords {
  readonly sentences: { readonly [C in keyof Changes]: (values: Changes[C]) => string };
  /** What each key that changes on its own is called; where an author chooses a key, it stands as `*`. */
  readonly fields: Readonly<Record<string, string>>;
  readonly nothing: string;
  /** Why two plans are not compared: what could not be read of one would be missing from the answer. */
  readonly notRead: (values: { file: string }) => RefusalWords;
}

/** A change in one language. */
export const changeSentence = (words: DiffWords, change: Change): string =>
  (words.sentences[change.code] as (values: unknown) => string)(change.values);
