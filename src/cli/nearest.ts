import { nearestWord } from '../core/plan/nearest-word.ts';

/** The known word somebody most likely typed, undefined where none is near. */
export const nearest = (word: string, known: readonly string[]): string | undefined =>
  nearestWord(word, known);
