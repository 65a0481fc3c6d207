import type { Card, CardField } from '../found.ts';
import type { Ledger } from '../paper/ledger.ts';
import { type Block, type Passage, quoteOf, wholeOf } from '../paper/paper.ts';
import { trimmed } from '../paper/sentences.ts';
import { levelsIn } from '../words/level-words.ts';
import { numberOf } from '../words/number-words.ts';
import { put } from './cards.ts';
import { labelOf } from './labels.ts';
import { isJob } from './people-words.ts';

type Column = CardField | 'both' | 'level';

/** The cards of a table whose first row says what its columns are; none where they are not those of contacts. */
export function cardsOfTable(rows: readonly (readonly Block[])[], ledger: Ledger): readonly Card[] {
  const [head = [], ...body] = rows;
  const columns = head.map((cell) => columnOf(cell.text));
  const isNamed = columns.includes('name') || columns.includes('title');
  const isReached = columns.some(
    (column) => column === 'office' || column === 'mobile' || column === 'email' || column === 'both',
  );
  if (!isNamed || !isReached) return [];
  for (const [index, cell] of head.entries()) if (columns[index]) ledger.take(wholeOf(cell));
  return body.flatMap((row) => {
    const card = cardOf(row, columns, ledger);
    return card ? [card] : [];
  });
}

function cardOf(
  row: readonly Block[],
  columns: readonly (Column | undefined)[],
  ledger: Ledger,
): Card | undefined {
  const [first] = row;
  if (!first) return undefined;
  const card: Card = { level: undefined, at: wholeOf(first), fields: {} };
  for (const [index, cell] of row.entries()) {
    const column = columns[index];
    if (!column || cell.text === '') continue;
    if (column === 'level') {
      card.level = levelOf(cell.text);
      ledger.take(wholeOf(cell));
    } else if (column === 'both') {
      put(card, 'office', wholeOf(cell), ledger);
      put(card, 'mobile', wholeOf(cell), ledger);
    } else if (column === 'name') {
      named(card, wholeOf(cell), ledger);
    } else {
      put(card, column, wholeOf(cell), ledger);
    }
  }
  return card;
}

/** "Ann Example, Team Lead" is a name and a title. */
function named(card: Card, cell: Passage, ledger: Ledger): void {
  const text = quoteOf(cell);
  const comma = text.search(/,\s|\s[-–—]\s|\s\(/);
  if (comma > 0 && isJob(text.slice(comma))) {
    put(card, 'name', trimmed({ ...cell, to: cell.from + comma }), ledger);
    const from = cell.from + comma + (/^[\s,(–—-]+/.exec(text.slice(comma))?.[0].length ?? 0);
    put(card, 'title', trimmed({ ...cell, from, to: cell.to - (text.endsWith(')') ? 1 : 0) }), ledger);
  } else {
    put(card, 'name', cell, ledger);
  }
}

function levelOf(text: string): number | undefined {
  const said = levelsIn(text)[0]?.numbers[0];
  if (said !== undefined) return said;
  return /^\s*(?:L|#)?\s*[\w-]{1,7}\W*$/i.test(text)
    ? numberOf(
        text
          .replace(/^\s*[L#]\s*/i, '')
          .replace(/\W+$/, '')
          .trim(),
      )
    : undefined;
}

function columnOf(text: string): Column | undefined {
  const word = text.replaceAll(/\(.*?\)/g, '').trim();
  const label = labelOf(word);
  if (label === 'level' || label === 'both') return label;
  if (label === 'name' || label === 'title' || label === 'office' || label === 'mobile' || label === 'email')
    return label;
  if (label === 'responsibility') return label;
  if (/^(?:#|no\.?|step|escalation)$/i.test(word)) return 'level';
  if (/responsib|authority/i.test(word)) return 'responsibility';
  if (/e-?mail/i.test(word)) return 'email';
  if (/cell|mobile/i.test(word)) return /office|phone.*\//i.test(word) ? 'both' : 'mobile';
  if (/phone|office|telephone|number/i.test(word)) return 'office';
  if (/contact|name|who|^escalates?d? to$/i.test(word)) return 'name';
  return /title|position|role/i.test(word) ? 'title' : undefined;
}
