import { Parser } from 'htmlparser2';
import { INTAKE_LIMITS } from '../limits.ts';
import { refused } from '../refused-document.ts';
import { blockOf, isHeadingText } from './blocks.ts';
import type { Block, Part, Place } from './paper.ts';

const SILENT = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'svg',
  'object',
  'iframe',
  'select',
  'textarea',
]);
const BREAKS = new Set(
  'p div section article header footer main aside nav blockquote address ul ol li dl dt dd figure figcaption form fieldset pre hr br caption small'.split(
    ' ',
  ),
);
const HEADING = /^h[1-6]$/;

interface OpenTable {
  readonly rows: Block[][];
  hasInner: boolean;
  /** Parts within its cells, in order, for a table that holds others is only a way of laying them out. */
  readonly inside: Part[];
  /** What stands in it outside its cells: its caption. */
  readonly caption: Part[];
}

/**
 * HTML as parts. Nothing in it is fetched or run. A line is a line of the source, or where `lineOf` says: of a paragraph.
 */
export function partsOfHtml(html: string, counts: 'lines' | 'paragraphs'): readonly Part[] {
  const reading = new HtmlReading(html, counts);
  const parser = new Parser(
    {
      onopentag: (name) => reading.open(name),
      ontext: (text) => reading.text(text, parser.startIndex),
      onclosetag: (name) => reading.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  return reading.done();
}

class HtmlReading {
  readonly #parts: Part[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #placeOf: (offset: number) => Place;
  #row: Block[] | undefined;
  #silent = 0;
  #depth = 0;
  #kind: 'heading' | 'item' | 'paragraph' = 'paragraph';
  #pieces: { text: string; at: number }[] = [];
  readonly #inCell: Block[] = [];

  constructor(html: string, counts: 'lines' | 'paragraphs') {
    this.#placeOf = counts === 'lines' ? placesIn(html) : paragraphsCounted();
  }

  open(name: string): void {
    if (++this.#depth > INTAKE_LIMITS.depthMax) throw refused('document-too-dear');
    if (SILENT.has(name)) this.#silent++;
    else if (name === 'table') this.#openTable();
    else if (name === 'tr') this.#openRow();
    else if (name === 'td' || name === 'th') this.#openCell();
    else if (HEADING.test(name)) this.#begin('heading');
    else if (name === 'li' || name === 'dd') this.#begin('item');
    else if (BREAKS.has(name))
      this.#begin(name === 'p' && this.#kind === 'item' && this.#isBlank() ? 'item' : 'paragraph');
  }

  text(text: string, at: number): void {
    if (this.#silent === 0) this.#pieces.push({ text, at });
  }

  close(name: string): void {
    this.#depth--;
    if (SILENT.has(name)) this.#silent = Math.max(0, this.#silent - 1);
    else if (name === 'td' || name === 'th') this.#closeCell();
    else if (name === 'table') this.#closeTable();
    else if (HEADING.test(name) || BREAKS.has(name)) this.#begin('paragraph');
  }

  done(): readonly Part[] {
    this.#flush();
    while (this.#tables.length > 0) this.#closeTable();
    return this.#parts;
  }

  #isBlank(): boolean {
    return this.#pieces.every(({ text }) => text.trim() === '');
  }

  #begin(kind: 'heading' | 'item' | 'paragraph'): void {
    this.#flush();
    this.#kind = kind;
  }

  #flush(): void {
    const pieces = this.#pieces;
    this.#pieces = [];
    const lines = linesOf(pieces, this.#placeOf);
    if (lines.length === 0) return;
    const block = blockOf(this.#row ? 'cell' : this.#kind, lines);
    if (this.#row) this.#inCell.push(block);
    else
      this.#put(
        this.#kind === 'paragraph' && isColonHeading(block.text) ? { ...block, kind: 'heading' } : block,
      );
  }

  #put(part: Part): void {
    const table = this.#tables.at(-1);
    if (table && this.#row === undefined) table.caption.push(part);
    else if (table) table.inside.push(part);
    else this.#parts.push(part);
  }

  #openTable(): void {
    this.#flush();
    const outer = this.#tables.at(-1);
    if (outer) {
      outer.hasInner = true;
      for (const block of this.#inCell.splice(0)) outer.inside.push(headed(block));
    }
    this.#row = undefined;
    this.#tables.push({ rows: [], hasInner: false, inside: [], caption: [] });
  }

  #openRow(): void {
    this.#closeCell();
    const table = this.#tables.at(-1);
    if (!table) return;
    this.#row = [];
    table.rows.push(this.#row);
  }

  #openCell(): void {
    this.#closeCell();
    if (this.#tables.length > 0 && this.#row === undefined) this.#openRow();
  }

  #closeCell(): void {
    this.#flush();
    const blocks = this.#inCell.splice(0);
    const row = this.#row;
    const table = this.#tables.at(-1);
    if (!row || !table || blocks.length === 0) return;
    row.push(mergedCell(blocks));
    table.inside.push(...blocks.map(headed));
  }

  #closeTable(): void {
    this.#closeCell();
    this.#flush();
    const table = this.#tables.pop();
    this.#row = this.#tables.length > 0 ? [] : undefined;
    if (!table) return;
    const rows = table.rows.filter((row) => row.length > 0);
    for (const part of table.caption) this.#put(part);
    if (table.hasInner) for (const part of table.inside) this.#put(part);
    else if (rows.length > 0) this.#put({ kind: 'table', rows });
  }
}

const isColonHeading = (text: string): boolean => text.endsWith(':') && isHeadingText(text.slice(0, -1));

const headed = (block: Block): Block => ({
  ...block,
  kind: isHeadingText(block.text) ? 'heading' : 'paragraph',
});

function mergedCell(blocks: readonly Block[]): Block {
  let text = '';
  const marks: Block['marks'][number][] = [];
  for (const block of blocks) {
    const shift = text === '' ? 0 : text.length + 1;
    text = text === '' ? block.text : `${text} ${block.text}`;
    for (const { at, place } of block.marks) marks.push({ at: at + shift, place });
  }
  return { kind: 'cell', text, marks };
}

function linesOf(pieces: readonly { text: string; at: number }[], placeOf: (offset: number) => Place) {
  const text = pieces
    .map((piece) => piece.text)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const first = pieces.find((piece) => piece.text.trim() !== '');
  if (!first || text === '') return [];
  const lead = first.text.length - first.text.trimStart().length;
  return [{ text, place: placeOf(first.at + lead), kind: 'text' as const }];
}

function placesIn(text: string): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { page: undefined, line: low + 1 };
  };
}

function paragraphsCounted(): (offset: number) => Place {
  let line = 0;
  return () => ({ page: undefined, line: ++line });
}
