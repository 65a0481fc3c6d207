import type { Card } from '../found.ts';

interface Mention {
  readonly card: Card;
  readonly at: number;
  readonly length: number;
}

/** The first of the contacts that a text names: by name, by title, or by the last two words of a desk's name. */
export function mentionIn(text: string, cards: readonly Card[]): Mention | undefined {
  const lower = text.toLowerCase();
  for (const namesOf of [fullNames, shortNames]) {
    const found = cards.flatMap((card) =>
      namesOf(card).flatMap((name) => {
        const at = lower.indexOf(name.toLowerCase());
        return at >= 0 && isWord(lower, at, name.length) ? [{ card, at, length: name.length }] : [];
      }),
    );
    found.sort((one, other) => one.at - other.at || other.length - one.length);
    if (found[0]) return found[0];
  }
  return undefined;
}

const fullNames = ({ fields }: Card): readonly string[] =>
  [...(fields.name ?? []), ...(fields.title ?? [])]
    .map(({ value }) => value)
    .filter((name) => name.length > 2);

/** "Quarry Fiber Help Desk" is also "help desk", and a title of two parts is either. */
const shortNames = (card: Card): readonly string[] =>
  fullNames(card).flatMap((name) => [
    ...name.split('/').filter((part) => part !== name && part.includes(' ')),
    ...(name.split(' ').length > 2 ? [name.split(' ').slice(-2).join(' ')] : []),
  ]);

const isWord = (text: string, at: number, length: number): boolean =>
  !/[\p{L}\d]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\d]/u.test(text[at + length] ?? ' ');
