import type { Instant } from '../../instant.ts';
import type { Agreeing } from '../../publication/draft-state.ts';
import { formatLocal } from './dates.ts';

/** A party in a sentence. */
export const agreeingWords = (party: Agreeing): string =>
  party === 'contractor' ? 'the contractor' : 'oversight';

/** An instant with its year and its zone. */
export const longMoment = (at: Instant, timeZone: string): string =>
  formatLocal(at, timeZone, { year: true, zone: true });
