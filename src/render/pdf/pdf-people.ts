import type { PaperPerson, Words } from '../paper/paper.ts';
import { heightOf, type SetLine, type Style } from './lines.ts';
import { type Element, QUIET, RULE, type Sheets } from './sheets.ts';
import { waysOf } from './ways.ts';

const NAME: Style = { size: 11.5, weight: 'bold' };
const BODY: Style = { size: 9.5 };
const SMALL: Style = { size: 8.5, colour: QUIET };
const COLUMNS = 2;
const GAP = 12;
const PADDING = 9;

interface CardPart {
  readonly type: 'H4' | 'P' | 'L';
  readonly items: readonly (readonly SetLine[])[];
}

interface Card {
  readonly parts: readonly CardPart[];
  readonly height: number;
}

/** People as cards beside each other; each is read to its end before the next. */
export function drawPeople(sheets: Sheets, parent: Element, people: readonly PaperPerson[]): void {
  const width = (sheets.width - GAP * (COLUMNS - 1)) / COLUMNS;
  for (let first = 0; first < people.length; first += COLUMNS) {
    const cards = people.slice(first, first + COLUMNS).map((one) => cardOf(sheets, one, width - 2 * PADDING));
    const height = Math.max(...cards.map((card) => card.height));
    sheets.ensure(height);
    const top = sheets.y;
    for (const [at, card] of cards.entries()) {
      const x = sheets.left + at * (width + GAP);
      sheets.decoration(() => {
        sheets.doc.lineWidth(0.75).strokeColor(RULE).roundedRect(x, top, width, height, 4).stroke();
      });
      sheets.y = top + PADDING;
      drawCard(sheets, parent, card, x + PADDING);
    }
    sheets.y = top + height + GAP - 4;
  }
}

function cardOf(sheets: Sheets, person: PaperPerson, width: number): Card {
  const { name, title, notes, facts } = person;
  const lines = (words: Words, style: Style): readonly SetLine[] => sheets.lines(words, width, style);
  const ways = waysOf(person, sheets.language);
  const parts: CardPart[] = [
    { type: 'H4', items: [lines(name, NAME)] },
    ...(title === undefined ? [] : [{ type: 'P' as const, items: [lines(title, SMALL)] }]),
    ...(ways.length === 0 ? [] : [{ type: 'L' as const, items: ways.map((way) => lines(way, BODY)) }]),
    ...notes.map((note) => ({ type: 'P' as const, items: [lines(note, BODY)] })),
    ...(facts.length === 0 ? [] : [{ type: 'L' as const, items: facts.map((fact) => lines(fact, SMALL)) }]),
  ];
  const inner = parts.reduce(
    (sum, { items }) => sum + items.reduce((all, one) => all + heightOf(one), 0) + 2,
    0,
  );
  return { parts, height: inner + 2 * PADDING };
}

function drawCard(sheets: Sheets, parent: Element, { parts }: Card, x: number): void {
  for (const { type, items } of parts) {
    if (type === 'L') {
      sheets.element(parent, 'L', (list) => {
        for (const item of items)
          sheets.element(list, 'LI', (one) =>
            sheets.element(one, 'LBody', (body) => sheets.write(body, item, x)),
          );
      });
    } else {
      for (const item of items) sheets.element(parent, type, (element) => sheets.write(element, item, x));
    }
    sheets.y += 2;
  }
}
