import type { ListReader } from '../../../portal/lists/case-lines.tsx';
import type { SignedVisit } from '../visit.ts';

/** The path of a contract's pages. */
export const baseOf = ({ visitor: { caller } }: SignedVisit): string =>
  `/contracts/${encodeURIComponent(caller.contract)}`;

/** Who reads a list, and when. */
export async function readerOf(visit: SignedVisit): Promise<ListReader> {
  const { language, frame, parts } = visit;
  return {
    language,
    readerZone: frame.readerZone,
    now: await parts.reading.now(),
    base: baseOf(visit),
  };
}
