import { isBug } from '../bug.ts';
import type { CaseLine } from '../ports/lists.ts';

/** Lines of a list as its reader sees them. */
interface Legible<T> {
  readonly items: readonly T[];
  /** Ids of the cases that a bug keeps from being shown: they keep no other from it. */
  readonly unshown: readonly string[];
}

/** Works each line out by itself; one that is not the reader's to see here is undefined, and left out. */
export function legible<T>(lines: readonly CaseLine[], show: (line: CaseLine) => T | undefined): Legible<T> {
  const items: T[] = [];
  const unshown: string[] = [];
  for (const line of lines) {
    try {
      const item = show(line);
      if (item !== undefined) items.push(item);
    } catch (error) {
      if (!isBug(error)) throw error;
      unshown.push(line.key.caseId);
    }
  }
  return { items, unshown };
}
