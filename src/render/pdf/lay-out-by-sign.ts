/** A text in one typeface: its glyphs and where each stands. Lengths are thousandths of the size. */
interface Layout {
  readonly glyphs: unknown[];
  readonly positions: unknown[];
  readonly advanceWidth: number;
}

/** What the library asks a typeface that it has opened. */
export interface LaidOut {
  layout(text: string, features?: object, onlyWidth?: boolean): Layout;
}

interface Sign {
  readonly glyph: unknown;
  readonly position: unknown;
  readonly width: number;
}

/** What stands over or under the sign before it. */
const COMBINES = /\p{M}/u;

/**
 * Has a typeface without shaping lay out a text sign by sign, each looked up once: no sign depends on those beside
 * it, and the library would look for that in every word anew
 * ([decision 52](../../../docs/decisions/0052-a-pdf-is-written-in-bulk.md)).
 */
export function layOutBySign(face: LaidOut): void {
  const layout = face.layout.bind(face);
  const signs = new Map<string, Sign | undefined>();
  const known = (text: string): Sign | undefined => {
    if (signs.has(text)) return signs.get(text);
    const { glyphs, positions, advanceWidth } = layout(text);
    const isAlone = glyphs.length === 1 && !COMBINES.test(text);
    const sign = isAlone ? { glyph: glyphs[0], position: positions[0], width: advanceWidth } : undefined;
    signs.set(text, sign);
    return sign;
  };
  face.layout = (text, features, onlyWidth) => {
    const glyphs: unknown[] = [];
    const positions: unknown[] = [];
    let width = 0;
    for (const one of text) {
      const sign = features === undefined ? known(one) : undefined;
      if (sign === undefined) return layout(text, features, onlyWidth);
      width += sign.width;
      if (onlyWidth) continue;
      glyphs.push(sign.glyph);
      positions.push(sign.position);
    }
    return { glyphs, positions, advanceWidth: width };
  };
}
