/** What a file is, by its bytes; its name is not asked. */
export type ContentKind = 'pdf' | 'docx' | 'html' | 'markdown' | 'text';

/** Where something stands in the document, counted from 1. Lines are paragraphs where a format has no lines. */
export interface Place {
  readonly page: number | undefined;
  readonly line: number;
}

/** A heading, a paragraph, an entry of a list or a cell: text that belongs together, with the places of its lines. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'cell' | 'furniture';
  readonly text: string;
  /** Offsets in `text` at which another line begins, the first at 0. */
  readonly marks: readonly { readonly at: number; readonly place: Place }[];
}

interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly Block[])[];
}

export type Part = Block | Table;

/** A document as it is read, whatever it was written with. */
export interface Paper {
  readonly content: ContentKind;
  readonly pages: number;
  readonly parts: readonly Part[];
  /** Pages that hold no text, such as pictures of pages. */
  readonly pagesWithoutText: readonly number[];
}

/** A part of a block's text. */
export interface Passage {
  readonly block: Block;
  readonly from: number;
  readonly to: number;
}

export const quoteOf = ({ block, from, to }: Passage): string => block.text.slice(from, to);

/** Where a passage begins. */
export function placeOf({ block, from }: Passage): Place {
  let place = block.marks[0]?.place ?? { page: undefined, line: 1 };
  for (const mark of block.marks) if (mark.at <= from) place = mark.place;
  return place;
}

export const wholeOf = (block: Block): Passage => ({ block, from: 0, to: block.text.length });

/** Every block, those of tables included, in reading order. */
export const blocksOf = (parts: readonly Part[]): readonly Block[] =>
  parts.flatMap((part) => (part.kind === 'table' ? part.rows.flat() : [part]));
