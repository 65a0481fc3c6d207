import { type Block, type Cell, plain, type Words } from '../paper/paper.ts';
import { heightOf, type SetLine, type Style } from './lines.ts';
import { type Element, QUIET, RULE, type Sheets, TINT } from './sheets.ts';

const CELL: Style = { size: 9.5 };
const HEAD: Style = { size: 9.5, weight: 'bold' };
const QUIET_CELL: Style = { size: 8.5, colour: QUIET };
const PAD_X = 5;
const PAD_Y = 4;
const BULLET = 10;

/** A part of a cell: a paragraph, or an item of its list. */
interface CellPart {
  readonly isItem: boolean;
  readonly lines: readonly SetLine[];
}

type TableBlock = Extract<Block, { is: 'table' }>;
type Facts = Extract<Block, { is: 'facts' }>['facts'];

/** A table with headings of columns and rows; its head stands again on every further sheet, for the eye alone. */
export function drawTable(
  sheets: Sheets,
  parent: Element,
  { caption, isCaptionHidden, columns, rows }: TableBlock,
): void {
  const widths = widthsOf(sheets, columns, rows);
  const head = columns.map((title, at) => partsOf(sheets, title, HEAD, inside(widths[at])));
  const headHeight = rowHeight(head);
  sheets.ensure(headHeight + 60);
  sheets.element(parent, 'Table', (table) => {
    if (!isCaptionHidden) {
      const lines = sheets.lines(caption, sheets.width, HEAD);
      sheets.element(table, 'Caption', (element) => sheets.write(element, lines, sheets.left));
    }
    row(sheets, table, head, { widths, scope: () => 'Column', isHead: true });
    for (const cells of rows) {
      const parts = cells.map((cell, at) =>
        partsOf(sheets, cell, at === 0 ? HEAD : CELL, inside(widths[at])),
      );
      const height = rowHeight(parts);
      if (sheets.y + height > sheets.bottom && height < sheets.whole - headHeight) {
        sheets.newSheet();
        sheets.decoration(() => headAgain(sheets, head, widths));
      }
      row(sheets, table, parts, { widths, scope: (at) => (at === 0 ? 'Row' : undefined) });
    }
  });
  sheets.y += 8;
}

const NAMES = 0.28;

/** Names and their values, each name the heading of its row. */
export function drawFacts(sheets: Sheets, parent: Element, facts: Facts): void {
  if (facts.length === 0) return;
  const widths = [sheets.width * NAMES, sheets.width * (1 - NAMES)];
  sheets.element(parent, 'Table', (table) => {
    for (const { name, value } of facts) {
      const parts = [
        partsOf(sheets, name, HEAD, inside(widths[0])),
        partsOf(sheets, value, CELL, inside(widths[1])),
      ];
      if (rowHeight(parts) < sheets.whole) sheets.ensure(rowHeight(parts));
      row(sheets, table, parts, { widths, scope: (at) => (at === 0 ? 'Row' : undefined) });
    }
  });
  sheets.y += 6;
}

const inside = (width = 0): number => width - 2 * PAD_X;

function partsOf(sheets: Sheets, cell: Cell, style: Style, width: number): readonly CellPart[] {
  const part = (words: Words, own: Style, isItem: boolean): CellPart => ({
    isItem,
    lines: sheets.lines(words, isItem ? width - BULLET : width, own),
  });
  if (typeof cell === 'string' || !('list' in cell || 'lines' in cell)) return [part(cell, style, false)];
  if ('list' in cell) return cell.list.map((words) => part(words, style, true));
  return cell.lines.map(({ words, isQuiet }) => part(words, isQuiet ? QUIET_CELL : style, false));
}

const cellHeight = (parts: readonly CellPart[]): number =>
  parts.reduce((sum, { lines }) => sum + heightOf(lines), 0) + 2 * PAD_Y;

const rowHeight = (cells: readonly (readonly CellPart[])[]): number =>
  cells.reduce((most, parts) => Math.max(most, cellHeight(parts)), 0);

interface RowOptions {
  readonly widths: readonly number[];
  readonly scope: (at: number) => 'Column' | 'Row' | undefined;
  readonly isHead?: true;
}

function row(
  sheets: Sheets,
  table: Element,
  cells: readonly (readonly CellPart[])[],
  { widths, scope, isHead }: RowOptions,
): void {
  const height = rowHeight(cells);
  // What is higher than a sheet goes on over several: then its cells stand under each other.
  const isStacked = height > sheets.whole;
  const top = sheets.y;
  if (!isStacked) sheets.decoration(() => background(sheets, height, isHead === true));
  sheets.element(table, 'TR', (line) => {
    let x = sheets.left;
    for (const [at, parts] of cells.entries()) {
      if (!isStacked) sheets.y = top;
      sheets.y += PAD_Y;
      const own = scope(at);
      const options = own === undefined ? {} : { scope: own };
      sheets.element(line, own ? 'TH' : 'TD', (cell) => fill(sheets, cell, parts, x + PAD_X), options);
      if (!isStacked) x += widths[at] ?? 0;
    }
  });
  sheets.y = isStacked ? sheets.y + PAD_Y : top + height;
}

function fill(sheets: Sheets, cell: Element, parts: readonly CellPart[], x: number): void {
  if (parts.some(({ isItem }) => isItem)) {
    sheets.element(cell, 'L', (list) => {
      for (const { lines } of parts) item(sheets, list, lines, x);
    });
    return;
  }
  for (const { lines } of parts) sheets.element(cell, 'P', (element) => sheets.write(element, lines, x));
}

function item(sheets: Sheets, list: Element, lines: readonly SetLine[], x: number): void {
  sheets.element(list, 'LI', (one) => {
    const top = sheets.y;
    const sign = sheets.lines('•', BULLET, CELL);
    sheets.element(one, 'Lbl', (label) => sheets.write(label, sign, x));
    sheets.y = top;
    sheets.element(one, 'LBody', (body) => sheets.write(body, lines, x + BULLET));
  });
}

function background(sheets: Sheets, height: number, isHead: boolean): void {
  const { doc, left, width, y } = sheets;
  if (isHead) doc.rect(left, y, width, height).fill(TINT);
  doc.lineWidth(0.5).strokeColor(RULE);
  doc
    .moveTo(left, y + height)
    .lineTo(left + width, y + height)
    .stroke();
}

function headAgain(sheets: Sheets, head: readonly (readonly CellPart[])[], widths: readonly number[]): void {
  const height = rowHeight(head);
  background(sheets, height, true);
  let x = sheets.left;
  for (const [at, parts] of head.entries()) {
    let y = sheets.y + PAD_Y;
    for (const { lines } of parts) {
      for (const line of lines) {
        for (const part of line.parts)
          sheets.doc
            .font(part.face, HEAD.size)
            .fillColor('#1b1b1b')
            .text(part.text, x + PAD_X + part.x, y, { lineBreak: false });
        y += line.height;
      }
    }
    x += widths[at] ?? 0;
  }
  sheets.y += height;
}

/** Widths by what columns hold: each has room for its longest word, and what is left goes to those who want more. */
function widthsOf(sheets: Sheets, columns: readonly string[], rows: TableBlock['rows']): readonly number[] {
  const texts = columns.map((title, at) => [
    title,
    ...rows.slice(0, ROWS_LOOKED_AT).flatMap((cells) => textsIn(cells[at])),
  ]);
  const most = sheets.width * (columns.length > 3 ? WIDEST_OF_MANY : WIDEST);
  const widest = (all: readonly string[]): number =>
    Math.min(most, Math.max(...all.map((text) => text.length)) * SIGN_WIDTH + 2 * PAD_X);
  const least = texts.map((all) => widest(all.flatMap((text) => text.split(' '))));
  const wanted = texts.map(widest);
  const sum = (all: readonly number[]): number => all.reduce((whole, one) => whole + one, 0);
  const spare = Math.max(0, sheets.width - sum(least));
  const more = Math.max(1, sum(wanted) - sum(least));
  const widths = least.map((one, at) => one + (((wanted[at] ?? one) - one) / more) * spare);
  return widths.map((one) => (one / sum(widths)) * sheets.width);
}

/** Enough of a long table tells how wide its columns have to be. */
const ROWS_LOOKED_AT = 60;
/** How wide a bold sign is at most, but for the rarest. */
const SIGN_WIDTH = 6;
/** No column wants more than this part of the sheet. */
const WIDEST = 0.6;
const WIDEST_OF_MANY = 0.45;

function textsIn(cell: Cell | undefined): readonly string[] {
  if (cell === undefined) return [];
  if (typeof cell === 'string' || !('list' in cell || 'lines' in cell)) return [plain(cell)];
  return 'list' in cell ? cell.list.map(plain) : cell.lines.map(({ words }) => plain(words));
}
