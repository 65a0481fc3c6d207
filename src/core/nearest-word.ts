import { distance } from 'fastest-levenshtein';

/**
 * The known word somebody most likely meant, undefined where none is near: at most a third of its letters differ,
 * or it begins with what was written.
 *
 *     nearestWord('conract', ['contract', 'contacts'])  // 'contract'
 */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const written = word.toLowerCase();
  let best: string | undefined;
  let bestApart = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const apart = distance(written, candidate.toLowerCase());
    if (apart < bestApart && apart <= Math.max(1, Math.ceil(candidate.length / 3))) {
      best = candidate;
      bestApart = apart;
    }
  }
  return best;
}
