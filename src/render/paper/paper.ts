import type { Instant } from '../../core/instant.ts';
import type { Language } from '../../core/message/catalogue.ts';
import type { LadderView } from '../ladder-view.ts';

/** A piece of a sentence; `href` is where it leads, `at` the instant that it says. */
export interface Piece {
  readonly text: string;
  readonly href?: string | undefined;
  readonly at?: Instant | undefined;
  readonly isStrong?: true | undefined;
  /** Signs that are compared one by one, such as a digest. */
  readonly isCode?: true | undefined;
}

/** What is read in one breath: a sentence, or its pieces one after another. */
export type Words = string | readonly (string | Piece)[];

/** What a cell of a table holds: words, several lines of them, or a list. */
export type Cell = Words | { readonly lines: readonly Line[] } | { readonly list: readonly Words[] };

export interface Line {
  readonly words: Words;
  readonly isQuiet?: true | undefined;
}

/** Somebody to reach, with whatever the reader may see of them. */
export interface PaperPerson {
  readonly name: string;
  readonly title: string | undefined;
  readonly office: string | undefined;
  readonly mobile: string | undefined;
  readonly email: string | undefined;
  /** What has to be known before they are reached: that there are numbers which are kept, that nobody is there. */
  readonly notes: readonly string[];
  /** What else there is to know of them. */
  readonly facts: readonly string[];
  /** The seat they fill, where they can be saved to a telephone. */
  readonly seat: string | undefined;
  /** Of a seat that differs by customer: whose it is that they fill. */
  readonly customer?: string | undefined;
}

/** One part of a paper, as every form of it shows it: page, PDF and static copy. */
export type Block =
  | {
      readonly is: 'heading';
      readonly rank: 3 | 4;
      readonly text: string;
      /** A short word beside it, such as "In force". */
      readonly mark?: string | undefined;
      readonly id?: string | undefined;
    }
  | { readonly is: 'text'; readonly words: Words; readonly isQuiet?: true | undefined }
  | {
      readonly is: 'list';
      readonly items: readonly Words[];
      readonly isNumbered?: true | undefined;
    }
  | { readonly is: 'facts'; readonly facts: readonly { readonly name: string; readonly value: Cell }[] }
  | {
      readonly is: 'table';
      readonly caption: string;
      /** A heading above says the same already. */
      readonly isCaptionHidden?: true | undefined;
      readonly columns: readonly string[];
      /** The first cell of each row is its heading. */
      readonly rows: readonly (readonly Cell[])[];
    }
  | { readonly is: 'people'; readonly people: readonly PaperPerson[] }
  | {
      readonly is: 'ladder';
      readonly track: string;
      readonly alt: string;
      readonly view: LadderView | undefined;
    }
  /** On a screen under one line, until it is opened; on paper all of it. */
  | { readonly is: 'fold'; readonly summary: string; readonly blocks: readonly Block[] }
  | {
      readonly is: 'notice';
      readonly kind: 'warning' | 'error';
      readonly title: string;
      readonly words: Words;
    };

/** A part with its own heading, which the table of contents leads to. */
export interface PaperSection {
  /** Letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A whole paper: the same parts in the same order, whatever it is made into. */
export interface Paper {
  readonly language: Language;
  /** What it belongs to, above its title. */
  readonly caption: string;
  readonly title: string;
  /** Which state of which thing this is, under its title. */
  readonly stamp: Words;
  /** The same in few words, for the foot of every sheet. */
  readonly foot: string;
  /** When what it says was so: a paper made again of the same is the same, byte for byte. */
  readonly asOf: Instant;
  readonly opening: readonly Block[];
  readonly sections: readonly PaperSection[];
}

/** Words as one text. */
export const plain = (words: Words): string =>
  typeof words === 'string' ? words : words.map((one) => (typeof one === 'string' ? one : one.text)).join('');

/** Whether a cell says anything. */
export const saysSomething = (cell: Cell | undefined | false): cell is Cell => {
  if (cell === undefined || cell === false || cell === '') return false;
  return typeof cell === 'string' || !('length' in cell) || cell.length > 0;
};
