import { asInstant, type Instant } from '../../../core/instant.ts';
import type { ListedRevision } from '../../ports/reading.ts';

/** A revision in the part of a period in which it was in force. */
export interface InForce {
  readonly number: number;
  readonly from: Instant;
  /** The first instant after it. */
  readonly until: Instant;
  /** Whether it came into force in the period, rather than before it. */
  readonly isNew: boolean;
}

/** The revisions that were in force in a period, the first of them first; this instant counts, and none after it. */
export function inForceIn(
  history: readonly ListedRevision[],
  { from, until }: { readonly from: Instant; readonly until: Instant },
  now: Instant,
): readonly InForce[] {
  const known = history
    .flatMap(({ number, publishedAt }) => (publishedAt === undefined ? [] : [{ number, publishedAt }]))
    .sort((a, b) => a.publishedAt - b.publishedAt || a.number - b.number);
  return known.flatMap(({ number, publishedAt }, index) => {
    const ends = Math.min(known[index + 1]?.publishedAt ?? now + 1, until, now + 1);
    const begins = Math.max(publishedAt, from);
    if (begins >= ends) return [];
    return [{ number, from: asInstant(begins), until: asInstant(ends), isNew: publishedAt > from }];
  });
}
