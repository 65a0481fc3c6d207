import type { Words } from '../paper/paper.ts';
import type { Setting, Weight } from './typefaces.ts';

/** How words are set. */
export interface Style {
  /** In points. */
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: string;
}

/** A part of a line in one typeface and one colour, `x` from the line's beginning. */
interface Part {
  readonly x: number;
  readonly width: number;
  readonly text: string;
  readonly face: string;
  readonly href: string | undefined;
}

export interface SetLine {
  readonly parts: readonly Part[];
  readonly style: Style;
  /** From this line to the next. */
  readonly height: number;
}

const LEADING = 1.35;
export const LINK_COLOUR = '#1a4480';

/** A word with the blank before it. */
interface Token {
  readonly text: string;
  readonly weight: Weight;
  readonly href: string | undefined;
}

/** Words broken into lines of a width; a word that is wider than a line is broken where it has to be. */
export function setLines(setting: Setting, words: Words, width: number, style: Style): readonly SetLine[] {
  const { size, weight = 'regular' } = style;
  const height = size * LEADING;
  const lines: Part[][] = [[]];
  let x = 0;
  const put = (text: string, token: Token): void => {
    for (const stretch of setting.stretches(text, token.weight)) {
      const wide = stretch.width * size;
      const line = lines.at(-1) ?? [];
      const last = line.at(-1);
      if (last && last.face === stretch.face && last.href === token.href) {
        line[line.length - 1] = { ...last, text: last.text + stretch.text, width: x + wide - last.x };
      } else line.push({ x, width: wide, text: stretch.text, face: stretch.face, href: token.href });
      x += wide;
    }
  };
  const next = (): void => {
    lines.push([]);
    x = 0;
  };
  for (const token of tokensOf(words, weight)) {
    const isFirst = x === 0;
    const text = isFirst ? token.text.trimStart() : token.text;
    if (text === '') continue;
    const wide = widthOf(setting, text, token.weight, size);
    if (x + wide <= width) {
      put(text, token);
      continue;
    }
    if (!isFirst) next();
    for (const piece of broken(setting, text.trimStart(), token.weight, { width, size })) {
      if (x > 0) next();
      put(piece, token);
    }
  }
  return lines.map((parts) => ({ parts, style, height }));
}

const widthOf = (setting: Setting, text: string, weight: Weight, size: number): number =>
  setting.stretches(text, weight).reduce((sum, one) => sum + one.width * size, 0);

/** A word in pieces that each fit into a line. */
function broken(
  setting: Setting,
  word: string,
  weight: Weight,
  { width, size }: { readonly width: number; readonly size: number },
): readonly string[] {
  if (widthOf(setting, word, weight, size) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && widthOf(setting, piece + sign, weight, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return [...pieces, piece];
}

function* tokensOf(words: Words, weight: Weight): Generator<Token> {
  const pieces = typeof words === 'string' ? [words] : words;
  for (const piece of pieces) {
    const one = typeof piece === 'string' ? { text: piece } : piece;
    const own = 'isStrong' in one && one.isStrong ? 'bold' : weight;
    const href = 'href' in one ? one.href : undefined;
    for (const text of one.text.match(/\s*\S+|\s+$/g) ?? []) yield { text, weight: own, href };
  }
}

export const heightOf = (lines: readonly SetLine[]): number =>
  lines.reduce((sum, { height }) => sum + height, 0);
