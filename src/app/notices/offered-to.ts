import type { LetterCase, Reader } from './letters.ts';
import { type OfferedAction, offeredActions } from './links.ts';
import { placeOf } from './who.ts';

/** What a letter offers its reader: what is theirs to do, and nothing to whoever only watches, or did. */
export const offeredTo = (
  { state, open, at }: LetterCase,
  { person, audience, level }: Reader,
): readonly OfferedAction[] => {
  const isTheirs = audience !== 'customer' || placeOf(open, person, at) === 'acts';
  return isTheirs ? offeredActions(state, audience, level) : [];
};
