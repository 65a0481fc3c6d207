import { atPerson, chosenOf, code, onwards } from './call-opening.ts';
import { prompt } from './call-prompt.ts';
import type { Conversation, Facts, Turn } from './conversation.ts';
import { bare, readText } from './read-text.ts';

/** What stands for 1 and for 2 where a question is yes or no; without accents, in capitals. */
const YES = /^(?:YES|SI)$/;
const NO = /^NO$/;

/** Whether a question was yes or no, and is answered so. */
export const isYesOrNo = ({ place }: Conversation, body: string): boolean =>
  place === 'person' && (YES.test(bare(body)) || NO.test(bare(body)));

/** What an answer by text leads to, while a case is opened; undefined where it fits nothing that was asked. */
export function turnAt(now: Conversation, body: string, facts: Facts): Turn | undefined {
  const key = keyIn(now, body, facts);
  if (key === undefined) return undefined;
  switch (now.place) {
    case 'contract':
    case 'track':
      return chosenOf(now, key, facts);
    case 'person':
      return atPerson(now, key, facts);
    case 'code':
      return code(now, key);
    default:
      return undefined;
  }
}

/** What was asked last, once more; what it was about may be gone since. */
export const askedAgain = (now: Conversation, facts: Facts): Turn =>
  now.place === 'code' ? prompt(now, facts) : onwards(now, facts);

/** The digits that an answer gives or means: words after them have to say the same. */
function keyIn(now: Conversation, body: string, facts: Facts): string | undefined {
  const meaning = readText(body);
  if (meaning.means === 'number') return meaning.digits;
  if (meaning.means !== 'key') return keyFor(now, body, facts);
  const { key, rest } = meaning;
  return rest === '' || keyFor(now, rest, facts) === key ? key : undefined;
}

/** The digit that words stand for, where they can stand for one only. */
function keyFor(now: Conversation, words: string, { contracts }: Facts): string | undefined {
  switch (now.place) {
    case 'person':
      if (YES.test(bare(words))) return '1';
      return NO.test(bare(words)) ? '2' : undefined;
    case 'contract':
      return keyOfTitle(contracts, words);
    case 'track':
      return keyOfTitle(contracts.find(({ contract }) => contract === now.contract)?.tracks ?? [], words);
    default:
      return undefined;
  }
}

/** The place of the title that is said whole, or the only one that has every word of what is said. */
function keyOfTitle(all: readonly { readonly title: string }[], said: string): string | undefined {
  const words = wordsOf(said);
  const titles = all.map(({ title }) => wordsOf(title));
  const whole = titles.flatMap((title, index) => (title.join(' ') === words.join(' ') ? [index] : []));
  const parts = titles.flatMap((title, index) =>
    words.every((word) => title.includes(word)) ? [index] : [],
  );
  const [found, ...others] = whole.length === 1 ? whole : parts;
  return words.length > 0 && found !== undefined && others.length === 0 ? String(found + 1) : undefined;
}

const wordsOf = (text: string): readonly string[] =>
  bare(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
