import { type LaidOut, layOutBySign } from './lay-out-by-sign.ts';

/** The bytes of the typefaces that papers are set in. */
export interface Typefaces {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  /** For letters that the first has not. */
  readonly otherRegular: Uint8Array;
  readonly otherBold: Uint8Array;
}

export type Weight = 'regular' | 'bold';

/** Part of what the library keeps of each typeface that it has opened. */
interface Opened extends LaidOut {
  readonly font?: { hasGlyphForCodePoint?(point: number): boolean };
}

/** Text that is set in one typeface. */
interface Stretch {
  readonly face: string;
  readonly text: string;
  /** At a size of one point; it grows with the size. */
  readonly width: number;
}

/** How a sign is written, and in which typeface. */
interface Chosen {
  readonly face: string;
  readonly shown: string;
}

/** Words that a paper says again and again are measured once; what goes beyond is only slower. */
const KEPT_MAX = 20_000;
/** At what size a stretch is measured. */
const MEASURED_AT = 1000;

const FACES: Readonly<Record<Weight, readonly [string, string]>> = {
  regular: ['regular', 'other-regular'],
  bold: ['bold', 'other-bold'],
};

/** Without shaping, by `unshaped`. */
const UNSHAPED: readonly string[] = ['regular', 'bold'];

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
  readonly #chosen: Readonly<Record<Weight, Map<string, Chosen | undefined>>> = {
    regular: new Map(),
    bold: new Map(),
  };
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
    for (const face of UNSHAPED) layOutBySign(this.#opened(face));
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
      const chosen = this.#choose(sign, weight);
      if (chosen === undefined) continue;
      const last = found.at(-1);
      if (last?.face === chosen.face) last.text += chosen.shown;
      else found.push({ face: chosen.face, text: chosen.shown });
    }
    return found;
  }

  #choose(sign: string, weight: Weight): Chosen | undefined {
    const known = this.#chosen[weight];
    if (known.has(sign)) return known.get(sign);
    const faces = FACES[weight];
    const face = faces.find((one) => this.#hasSign(one, sign));
    const isSeen = !UNSEEN.test(sign);
    if (isSeen && face === undefined) this.unknown.add(sign);
    const shown = face === undefined ? `[U+${hex(sign)}]` : sign;
    const chosen = isSeen ? { face: face ?? faces[0], shown } : undefined;
    known.set(sign, chosen);
    return chosen;
  }

  #hasSign(face: string, sign: string): boolean {
    return this.#opened(face).font?.hasGlyphForCodePoint?.(sign.codePointAt(0) ?? 0) === true;
  }

  #opened(face: string): Opened {
    return (this.#doc.font(face) as unknown as { readonly _font: Opened })._font;
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
