/** The bytes of the typefaces that papers are set in. */
export interface Typefaces {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  /** For letters that the first has not. */
  readonly otherRegular: Uint8Array;
  readonly otherBold: Uint8Array;
}

export type Weight = 'regular' | 'bold';

/** What asks a typeface for a letter: part of what `pdfkit` keeps of each that it has opened. */
interface Opened {
  readonly _font?: { readonly font?: { hasGlyphForCodePoint?(point: number): boolean } };
}

/** Text that is set in one typeface. */
interface Stretch {
  readonly face: string;
  readonly text: string;
  /** At a size of one point; it grows with the size. */
  readonly width: number;
}

/** Words that a paper says again and again are measured once; what goes beyond is only slower. */
const KEPT_MAX = 20_000;
/** At what size a stretch is measured. */
const MEASURED_AT = 1000;

const FACES: Readonly<Record<Weight, readonly [string, string]>> = {
  regular: ['regular', 'other-regular'],
  bold: ['bold', 'other-bold'],
};

/** What has no sign of its own to see: said in no typeface, and left out. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u;

/**
 * Chooses for each letter a typeface that has it. A letter that none has is written by its number, as `[U+6771]`, and
 * noted: never as another letter, and never in silence.
 */
export class Setting {
  /** Signs that were written by their number. */
  readonly unknown = new Set<string>();
  readonly #doc: PDFKit.PDFDocument;
  readonly #has = new Map<string, boolean>();
  readonly #kept: Readonly<Record<Weight, Map<string, readonly Stretch[]>>> = {
    regular: new Map(),
    bold: new Map(),
  };

  constructor(doc: PDFKit.PDFDocument, faces: Typefaces) {
    this.#doc = doc;
    doc.registerFont('regular', unshaped(faces.regular));
    doc.registerFont('bold', unshaped(faces.bold));
    doc.registerFont('other-regular', Buffer.from(faces.otherRegular));
    doc.registerFont('other-bold', Buffer.from(faces.otherBold));
  }

  /** A text as stretches, each in a typeface that has its letters. */
  stretches(text: string, weight: Weight): readonly Stretch[] {
    const kept = this.#kept[weight];
    const known = kept.get(text);
    if (known) return known;
    const found = this.#split(text, weight).map(({ face, text: own }) => ({
      face,
      text: own,
      width: this.#doc.font(face, MEASURED_AT).widthOfString(own) / MEASURED_AT,
    }));
    if (kept.size < KEPT_MAX) kept.set(text, found);
    return found;
  }

  #split(text: string, weight: Weight): readonly { readonly face: string; readonly text: string }[] {
    const found: { face: string; text: string }[] = [];
    for (const sign of text.normalize('NFC').replaceAll(/\s/g, ' ')) {
      if (UNSEEN.test(sign)) continue;
      const face = FACES[weight].find((one) => this.#hasSign(one, sign));
      if (face === undefined) this.unknown.add(sign);
      const shown = face === undefined ? `[U+${hex(sign)}]` : sign;
      const last = found.at(-1);
      const into = face ?? FACES[weight][0];
      if (last?.face === into) last.text += shown;
      else found.push({ face: into, text: shown });
    }
    return found;
  }

  #hasSign(face: string, sign: string): boolean {
    const key = `${face} ${sign}`;
    const known = this.#has.get(key);
    if (known !== undefined) return known;
    const opened = this.#doc.font(face) as unknown as Opened;
    const has = opened._font?.font?.hasGlyphForCodePoint?.(sign.codePointAt(0) ?? 0) === true;
    this.#has.set(key, has);
    return has;
  }
}

/** Tables of a typeface that say how letters change beside each other. */
const SHAPING: ReadonlySet<string> = new Set(['GSUB', 'GPOS', 'GDEF']);
const TABLE_COUNT_AT = 4;
const TABLES_AT = 12;
const TABLE_ENTRY = 16;

/**
 * A typeface without what shapes Latin letters finely and costs most of the time that a paper takes: its tables get
 * names that nothing asks for. The other typeface keeps its own, for scripts that are wrong without them.
 */
function unshaped(bytes: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  for (let index = 0; index < copy.readUInt16BE(TABLE_COUNT_AT); index++) {
    const at = TABLES_AT + index * TABLE_ENTRY;
    const name = copy.toString('latin1', at, at + 4);
    if (SHAPING.has(name)) copy.write(name.toLowerCase(), at, 'latin1');
  }
  return copy;
}

const hex = (sign: string): string => (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
