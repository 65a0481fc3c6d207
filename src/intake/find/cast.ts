import type { Card, Front, PartyName } from '../found.ts';
import type { Cast } from './moves.ts';

/** What follows whoever acts; "may be called" follows whoever is reached. */
const ACTING = String.raw`(?=\s+(?:will|shall|must|may|can|to|is to|has to|escalates?|notifies|contacts|calls|emails|informs|alerts)\b(?!\s+be\b))`;
const WORDS: Readonly<Record<PartyName, string>> = {
  customer: String.raw`\b(?:customers?|agenc(?:y|ies)|end users?|users?|clients?|you|ordering entit(?:y|ies))\b(?!\s(?:support|service|care|desk)|['’]s)`,
  contractor: String.raw`\b(?:contractors?|vendor|provider|supplier|we)\b(?!['’]s)`,
  oversight: String.raw`\b(?:oversight|CMO|contract (?:management |administration )?office|contract administrator)\b`,
};

/** Who acts, by the words a document has for each party and the names it gives them. */
export function castOf(front: Front, cards: readonly Card[]): Cast {
  const people = cards.flatMap(({ fields }) =>
    [...(fields.name ?? []), ...(fields.title ?? [])].map(({ value }) => value),
  );
  const named = (name: string | undefined, after = ''): string =>
    name === undefined ? '' : `|\\b(?:${formsOf(name).map(escaped).join('|')})\\b${after}`;
  const acting = people.map((name) => `|\\b${escaped(name)}\\b${ACTING}`).join('');
  return {
    cards,
    aliases: [
      { party: 'customer', pattern: new RegExp(WORDS.customer + named(front.customer?.value), 'i') },
      { party: 'oversight', pattern: new RegExp(WORDS.oversight + named(front.oversight?.value), 'i') },
      {
        party: 'contractor',
        pattern: new RegExp(WORDS.contractor + named(front.contractor?.value, ACTING) + acting, 'i'),
      },
    ],
  };
}

/** The party that words name; undefined where they name none. */
export const partyOf = (words: string, { aliases }: Cast): PartyName | undefined =>
  aliases.find(({ pattern }) => pattern.test(`${words} will`))?.party;

/** A name and its singular. */
const formsOf = (name: string): readonly string[] => [
  ...new Set([name, name.replace(/ies$/, 'y'), name.replace(/(?<=[^s])s$/, '')]),
];

const escaped = (text: string): string =>
  text
    .slice(0, 80)
    .replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
    .replaceAll(/[-/]/g, String.raw`\$&`);
