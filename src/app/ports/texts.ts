import type { Instant } from '../../core/instant.ts';
import type { CaseKey } from './store.ts';

/** Which numbers take no texts, because whoever has them said so. */
export interface Texts {
  /** False where it was so before. */
  stop(number: string, at: Instant): Promise<boolean>;
  start(number: string): Promise<boolean>;
  /** Open cases in which somebody with this number is told by text, so many at most. */
  casesTold(number: string, max: number): Promise<readonly (CaseKey & { readonly personId: string })[]>;
}
