import type { Language } from '../../core/message/catalogue.ts';
import type { Words } from '../paper/paper.ts';
import { LINK_COLOUR, type SetLine, type Style, setLines } from './lines.ts';
import { Setting, type Typefaces } from './typefaces.ts';
import { writeInBulk } from './write-in-bulk.ts';

export type SheetSize = 'A4' | 'LETTER';

interface SheetOptions {
  readonly size: SheetSize;
  readonly language: Language;
  readonly title: string;
  readonly asOf: number;
  /** In points. */
  readonly margin: number;
}

export type Element = PDFKit.PDFStructureElement;

export const INK = '#1b1b1b';
export const QUIET = '#454545';
export const RULE = '#8d9297';
export const TINT = '#eef3f9';

/** Room that the foot of a sheet takes above its margin. */
const FOOT = 24;
const FOOT_SIZE = 8;

/**
 * Sheets that are written from top to bottom, each thing with its tag, so that what is read aloud is what is seen, in
 * the same order. All lengths are points.
 */
export class Sheets {
  readonly doc: PDFKit.PDFDocument;
  readonly setting: Setting;
  readonly root: Element;
  readonly language: Language;
  readonly left: number;
  readonly width: number;
  y: number;
  readonly #chunks: Uint8Array[] = [];
  readonly #done: Promise<void>;
  readonly #margin: number;

  /** The library takes long to load, and a service starts without it. */
  static async begin(faces: Typefaces, options: SheetOptions): Promise<Sheets> {
    const { default: Document } = await import('pdfkit');
    const { size, language, title, asOf, margin } = options;
    const made = new Date(asOf);
    const doc = new Document({
      ...{ size, margin, autoFirstPage: false, bufferPages: true, pdfVersion: '1.7', compress: true },
      ...{ tagged: true, displayTitle: true, lang: language === 'es' ? 'es-US' : 'en-US' },
      subset: 'PDF/UA' as 'PDF/A-3a',
      info: { Title: title, CreationDate: made, ModDate: made, Creator: 'Ladder', Producer: 'Ladder' },
      // No typeface of the library's own: those have other letters for many, and say nothing.
      font: null as unknown as string,
    });
    return new Sheets(doc, faces, options);
  }

  private constructor(doc: PDFKit.PDFDocument, faces: Typefaces, { language, margin }: SheetOptions) {
    this.doc = doc;
    writeInBulk(doc);
    this.#done = new Promise((resolve, reject) => {
      this.doc.on('data', (chunk: Uint8Array) => this.#chunks.push(chunk));
      this.doc.on('end', resolve);
      this.doc.on('error', reject);
    });
    this.language = language;
    this.setting = new Setting(this.doc, faces);
    this.#margin = margin;
    this.left = margin;
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
    this.doc.addPage();
    this.width = this.doc.page.width - 2 * margin;
    this.y = margin;
  }

  /** How far down a sheet is written. */
  get bottom(): number {
    return this.doc.page.height - this.#margin - FOOT;
  }

  /** How much one sheet holds. */
  get whole(): number {
    return this.bottom - this.#margin;
  }

  newSheet(): void {
    // What is open goes on with its tag on the next sheet.
    (this.doc as unknown as { continueOnNewPage(): void }).continueOnNewPage();
    this.y = this.#margin;
  }

  /** Begins a new sheet where so much has no room on this one. */
  ensure(height: number): void {
    if (this.y + height > this.bottom && this.y > this.#margin) this.newSheet();
  }

  lines(words: Words, width: number, style: Style): readonly SetLine[] {
    return setLines(this.setting, words, width, style);
  }

  /** A part of the structure, filled by what `fill` adds to it. */
  element(parent: Element, type: string, fill: (element: Element) => void, options: object = {}): void {
    const element = this.doc.struct(type, options);
    parent.add(element);
    fill(element);
    element.end();
  }

  /** Writes lines under each other as the content of an element; links become parts of it that can be followed. */
  write(element: Element, lines: readonly SetLine[], x: number): void {
    for (const line of lines) {
      this.ensure(line.height);
      for (const part of line.parts) {
        const draw = (): void => this.#part(line, part, x);
        if (part.href === undefined) element.add(draw);
        else this.#link(element, part.href, line, { part, x, draw });
      }
      this.y += line.height;
    }
  }

  #part({ style, height }: SetLine, part: SetLine['parts'][number], x: number): void {
    const { size, colour = INK } = style;
    this.doc
      .font(part.face, size)
      .fillColor(part.href === undefined ? colour : LINK_COLOUR)
      .text(part.text, x + part.x, this.y + (height - size * ASCENT_AND_DESCENT) / 2, { lineBreak: false });
  }

  #link(
    element: Element,
    href: string,
    { height }: SetLine,
    { part, x, draw }: { part: SetLine['parts'][number]; x: number; draw: () => void },
  ): void {
    this.element(element, 'Link', (link) => {
      link.add(() => {
        draw();
        const options = { structParent: link, Contents: new String(part.text) as string };
        this.doc.link(x + part.x, this.y, part.width, height, href, options as object);
      });
    });
  }

  /** Draws what is only there to be seen. */
  decoration(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  /** Writes the foot of every sheet and gives the whole as bytes. */
  async finish(
    foot: string,
    pageOf: (values: { number: number; of: number }) => string,
  ): Promise<Uint8Array> {
    const { start, count } = this.doc.bufferedPageRange();
    for (let index = 0; index < count; index++) {
      this.doc.switchToPage(start + index);
      const page = pageOf({ number: index + 1, of: count });
      this.decoration(() => this.#foot(foot, page), 'Pagination');
    }
    this.doc.end();
    await this.#done;
    return Buffer.concat(this.#chunks);
  }

  #foot(foot: string, page: string): void {
    const y = this.doc.page.height - this.#margin - FOOT_SIZE;
    this.doc.lineWidth(0.5).strokeColor(RULE);
    this.doc
      .moveTo(this.left, y - 6)
      .lineTo(this.left + this.width, y - 6)
      .stroke();
    const style = { size: FOOT_SIZE, colour: QUIET };
    const [first] = this.lines(page, this.width, style);
    const right = first?.parts.reduce((sum, part) => sum + part.width, 0) ?? 0;
    const [line] = this.lines(foot, this.width - right - 20, style);
    const draw = (one: SetLine | undefined, x: number): void => {
      for (const part of one?.parts ?? [])
        this.doc
          .font(part.face, FOOT_SIZE)
          .fillColor(QUIET)
          .text(part.text, x + part.x, y, { lineBreak: false });
    };
    draw(line, this.left);
    draw(first, this.left + this.width - right);
  }
}

/** How high a line of either typeface is, of its size. */
const ASCENT_AND_DESCENT = 1.17;
