/** How a line is set. */
export interface Type {
  readonly size: number;
  readonly isBold?: boolean;
}

// Shares of the font's size, from the widest of the common system fonts: a line that fits here fits anywhere.
const NARROW = 0.34;
const SLIM = 0.47;
const SMALL = 0.59;
const USUAL = 0.64;
const CAPITAL = 0.78;
const BROAD = 1;
/** Ideographs and pictures: as wide as they are high, and a little more. */
const WHOLE = 1.25;
const BOLD = 1.13;

const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/[iljI.,:;'’|\s]/, NARROW],
  [/[frt!()[\]"·/-]/, SLIM],
  [/[cksvxyz“”]/, SMALL],
  [/[mwMW@%…—]/, BROAD],
  [/[A-Z&+]/, CAPITAL],
  [/[!-\u024f]/, USUAL],
  [/[\u0250-\u1fff]/, CAPITAL],
];

const known = new Map<string, number>();

function shareOf(character: string): number {
  let share = known.get(character);
  if (share === undefined) {
    share = CLASSES.find(([pattern]) => pattern.test(character))?.[1] ?? WHOLE;
    if (known.size < KNOWN_MAX) known.set(character, share);
  }
  return share;
}

const KNOWN_MAX = 5000;

/** How wide a text will be at most, whatever the reader's system font. */
export function textWidth(text: string, { size, isBold = false }: Type): number {
  let share = 0;
  for (const character of text) share += shareOf(character);
  return share * size * (isBold ? BOLD : 1);
}

/**
 * A text in lines that fit a width, broken at blanks, and within a word only where it is longer than a line.
 *
 *     wrapped('Level 2: Solutions Architect', 120, { size: 15 })  // ['Level 2:', 'Solutions', 'Architect']
 */
export function wrapped(text: string, width: number, type: Type): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((one) => pieces(one, width, type))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, type) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function pieces(word: string, width: number, type: Type): readonly string[] {
  if (textWidth(word, type) <= width) return word === '' ? [] : [word];
  const found: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character, type) > width) {
      const kept = piece.slice(0, breakIn(piece));
      found.push(kept);
      piece = piece.slice(kept.length);
    }
    piece += character;
  }
  return [...found, piece];
}

/** Where an address or a compound is best broken: after its last sign in the second half, else at the end. */
function breakIn(piece: string): number {
  const at = Math.max(...['@', '.', '-', '/', '_'].map((sign) => piece.lastIndexOf(sign)));
  return at >= piece.length / 2 ? at + 1 : piece.length;
}
