import type { Card } from '../found.ts';
import type { Ledger } from '../paper/ledger.ts';
import { type Block, quoteOf } from '../paper/paper.ts';
import { sentencesOf, within } from '../paper/sentences.ts';
import { addressesIn, numbersIn } from '../words/reachable.ts';
import { put } from './cards.ts';
import { mentionIn } from './mentions.ts';

const NEAR = 70;

/** Numbers and addresses that stand with a contact's name or title somewhere else: in a step, a note, a footnote. */
export function readDetails(blocks: readonly Block[], cards: readonly Card[], ledger: Ledger): void {
  for (const sentence of blocks.flatMap(sentencesOf)) {
    if (ledger.isLeft(sentence)) continue;
    const text = quoteOf(sentence);
    const endpoints = [
      ...numbersIn(text).map((one) => ({ ...one, isNumber: true })),
      ...addressesIn(text).map((one) => ({ ...one, isNumber: false })),
    ];
    for (const { at, length, isNumber } of endpoints) {
      const value = within(sentence, at, length);
      if (isNumbered(ledger, value)) continue;
      const start = Math.max(0, at - NEAR);
      const mention = mentionIn(text.slice(start, at), cards);
      if (!mention) continue;
      const from = start + mention.at;
      const isMobile = /\b(?:mobile|cell)\b/i.test(text.slice(start, at));
      const quoted = within(sentence, from, at + length - from);
      put(mention.card, isNumber ? (isMobile ? 'mobile' : 'office') : 'email', value, ledger, quoted);
    }
  }
}

/** Numbers of cards are taken one by one; a step that a number stands in is taken whole, and does not count. */
const isNumbered = (ledger: Ledger, value: { block: Block; from: number; to: number }): boolean =>
  ledger.takenAs(value).some(({ from, to }) => to - from < 60);
