import type { Card } from '../found.ts';
import type { Block, Part } from '../paper/paper.ts';

/**
 * Which listing of the levels each card stands in, from 0. Another one begins where a level comes again after others, or
 * under a further heading; two people who stand at a level one after the other are in one listing.
 *
 * @param cards in the order of the document
 */
export function listingsOf(cards: readonly Card[], parts: readonly Part[]): ReadonlyMap<Card, number> {
  const sectionOf = sectionsByBlock(cards, parts);
  const listings = new Map<Card, number>();
  let seen = new Set<number>();
  let last: { readonly level: number; readonly section: number | undefined } | undefined;
  let listing = 0;
  for (const card of cards) {
    const { level, at } = card;
    const section = sectionOf.get(at.block);
    if (level !== undefined) {
      const isAgain = seen.has(level) && (last?.level !== level || last.section !== section);
      if (isAgain) {
        listing += 1;
        seen = new Set();
      }
      seen.add(level);
      last = { level, section };
    }
    listings.set(card, listing);
  }
  return listings;
}

/** The heading that each block stands under, counted; one that names a level belongs to the listing it stands in. */
function sectionsByBlock(cards: readonly Card[], parts: readonly Part[]): ReadonlyMap<Block, number> {
  const marks = new Set(cards.map(({ at }) => at.block));
  const sections = new Map<Block, number>();
  let section = 0;
  for (const part of parts) {
    if (part.kind === 'table') for (const cell of part.rows.flat()) sections.set(cell, section);
    else {
      if (part.kind === 'heading' && !marks.has(part)) section += 1;
      sections.set(part, section);
    }
  }
  return sections;
}
