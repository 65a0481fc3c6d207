import type { Instant } from '../instant.ts';
import type { NoticeMeans } from './notice-rules.ts';
import { beginReaching, type LevelContact, reachLevel } from './reach-level.ts';
import type { TrySituation } from './tries.ts';

/** Somebody who would be tried. */
export interface OutlookTry {
  readonly at: Instant;
  readonly personId: string;
  readonly means: readonly NoticeMeans[];
}

/**
 * Whom a level that is reached at `start` would have tried, when and by what, so long as nobody acknowledges: what the
 * engine would do, played. `contactsAt` says whom the level reaches at an instant.
 */
export function outlook(
  contactsAt: (at: Instant) => readonly LevelContact[],
  situation: TrySituation,
  { start, triesMax }: { readonly start: Instant; readonly triesMax: number },
): readonly OutlookTry[] {
  const found: OutlookTry[] = [];
  let at = start;
  let look = beginReaching(contactsAt(at), situation, at);
  for (;;) {
    found.push(...look.now.map(({ personId, means }) => ({ at, personId, means })));
    if (found.length >= triesMax || look.nextAt === undefined) return found.slice(0, triesMax);
    at = look.nextAt;
    const contacts = contactsAt(at);
    // The engine, too, ends where nobody is left, and says so.
    if (contacts.length === 0) return found;
    look = reachLevel(contacts, look.progress, situation, at);
  }
}
