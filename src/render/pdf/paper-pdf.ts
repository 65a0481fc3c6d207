import { catalogue } from '../../core/message/catalogue.ts';
import type { Block, Paper, Words } from '../paper/paper.ts';
import { heightOf, type Style } from './lines.ts';
import { drawLadder } from './pdf-ladder.ts';
import { drawPeople } from './pdf-people.ts';
import { drawFacts, drawTable } from './pdf-table.ts';
import { type Element, INK, QUIET, RULE, type SheetSize, Sheets, TINT } from './sheets.ts';
import type { Typefaces } from './typefaces.ts';

const MARGIN = 54;
const BODY: Style = { size: 10 };
const SMALL: Style = { size: 8.5, colour: QUIET };
const HEADINGS: Readonly<Record<1 | 2 | 3 | 4, Style>> = {
  1: { size: 22, weight: 'bold' },
  2: { size: 16, weight: 'bold', colour: '#162e51' },
  3: { size: 12.5, weight: 'bold' },
  4: { size: 10.5, weight: 'bold' },
};
const GAP = 6;
/** A heading stands on no sheet without so much of what it heads. */
const AFTER_HEADING = 100;

/**
 * A paper as a tagged PDF: the same words in the same order as its page, with headings, lists, tables and pictures
 * that a screen reader tells apart. The same paper gives the same bytes.
 */
export async function paperPdf(paper: Paper, faces: Typefaces, size: SheetSize): Promise<Uint8Array> {
  const { language, title, asOf } = paper;
  const { papers } = catalogue(language);
  const sheets = await Sheets.begin(faces, { size, language, title, asOf, margin: MARGIN });
  const { root, doc } = sheets;
  paragraph(sheets, root, paper.caption, { size: 10, colour: QUIET });
  heading(sheets, root, 1, title);
  paragraph(sheets, root, paper.stamp, SMALL);
  for (const block of paper.opening) drawBlock(sheets, root, block);
  for (const section of paper.sections) {
    sheets.y += GAP;
    sheets.ensure(AFTER_HEADING + HEADINGS[2].size * 2);
    const mark = doc.outline.addItem(section.title);
    sheets.element(root, 'Sect', (part) => {
      heading(sheets, part, 2, section.title);
      for (const block of section.blocks) {
        if (block.is === 'heading' && block.rank === 3) mark.addItem(block.text);
        drawBlock(sheets, part, block);
      }
    });
  }
  const { size: count } = sheets.setting.unknown;
  if (count > 0) paragraph(sheets, root, papers.unknownSigns({ count }), SMALL);
  root.end();
  return sheets.finish(paper.foot, papers.pageOf);
}

function drawBlock(sheets: Sheets, parent: Element, block: Block): void {
  switch (block.is) {
    case 'heading':
      heading(sheets, parent, block.rank, block.text, block.mark);
      break;
    case 'text':
      paragraph(sheets, parent, block.words, block.isQuiet ? SMALL : BODY);
      break;
    case 'list':
      list(sheets, parent, block.items, block.isNumbered === true);
      break;
    case 'facts':
      drawFacts(sheets, parent, block.facts);
      break;
    case 'table':
      drawTable(sheets, parent, block);
      break;
    case 'people':
      drawPeople(sheets, parent, block.people);
      break;
    case 'ladder':
      drawLadder(sheets, parent, block);
      break;
    case 'fold':
      paragraph(sheets, parent, [{ text: block.summary, isStrong: true }], BODY);
      for (const inner of block.blocks) drawBlock(sheets, parent, inner);
      break;
    case 'notice':
      drawNotice(sheets, parent, block);
      break;
  }
}

function heading(sheets: Sheets, parent: Element, rank: 1 | 2 | 3 | 4, text: string, mark?: string): void {
  const style = HEADINGS[rank];
  const words: Words = mark === undefined ? text : `${text} ${mark}`;
  const lines = sheets.lines(words, sheets.width, style);
  sheets.y += style.size * 0.5;
  sheets.ensure(heightOf(lines) + (rank === 1 ? 0 : AFTER_HEADING));
  sheets.element(parent, `H${rank}`, (element) => sheets.write(element, lines, sheets.left));
  if (rank === 2) {
    sheets.decoration(() => {
      sheets.doc.lineWidth(1).strokeColor(RULE);
      sheets.doc
        .moveTo(sheets.left, sheets.y + 1)
        .lineTo(sheets.left + sheets.width, sheets.y + 1)
        .stroke();
    });
    sheets.y += 4;
  }
  sheets.y += 2;
}

function paragraph(sheets: Sheets, parent: Element, words: Words, style: Style): void {
  const lines = sheets.lines(words, sheets.width, style);
  sheets.element(parent, 'P', (element) => sheets.write(element, lines, sheets.left));
  sheets.y += GAP;
}

const INDENT = 16;

/** A list, each item with its sign or number beside it. */
function list(sheets: Sheets, parent: Element, items: readonly Words[], isNumbered: boolean): void {
  const numbering = { O: 'List', ListNumbering: isNumbered ? 'Decimal' : 'Disc' };
  sheets.element(parent, 'L', (all) => {
    (all as unknown as { dictionary: { data: { A: object } } }).dictionary.data.A = numbering;
    for (const [index, item] of items.entries()) {
      const lines = sheets.lines(item, sheets.width - INDENT, BODY);
      const sign = sheets.lines(isNumbered ? `${index + 1}.` : '•', INDENT, BODY);
      sheets.ensure(Math.min(heightOf(lines), sheets.whole));
      sheets.element(all, 'LI', (one) => {
        const top = sheets.y;
        sheets.element(one, 'Lbl', (label) => sheets.write(label, sign, sheets.left + 4));
        sheets.y = top;
        sheets.element(one, 'LBody', (body) => sheets.write(body, lines, sheets.left + INDENT));
      });
      sheets.y += 2;
    }
  });
  sheets.y += GAP - 2;
}

const PADDING = 10;

/** Word that stands out: in a box, under a bar, and by its own heading. */
function drawNotice(
  sheets: Sheets,
  parent: Element,
  { title, words, kind }: Extract<Block, { is: 'notice' }>,
): void {
  const width = sheets.width - 2 * PADDING - 4;
  const head = sheets.lines(title, width, { size: 12, weight: 'bold', colour: INK });
  const body = sheets.lines(words, width, { size: 12 });
  const height = heightOf(head) + heightOf(body) + 2 * PADDING;
  sheets.ensure(height);
  const { doc, left, y } = sheets;
  sheets.decoration(() => {
    doc.rect(left, y, sheets.width, height).fill(TINT);
    doc.rect(left, y, 4, height).fill(kind === 'error' ? '#b50909' : '#936f38');
  });
  sheets.y += PADDING;
  for (const lines of [head, body])
    sheets.element(parent, 'P', (element) => sheets.write(element, lines, left + PADDING + 4));
  sheets.y += PADDING + GAP;
}
