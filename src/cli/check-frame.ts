import type { Position } from '../core/finding.ts';
import { printable } from './terminal-text.ts';

/** How much of a line a frame shows; a plan written as JSON may be one line. */
const FRAME_COLUMNS_MAX = 96;

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** The offending line and, below it, spaces up to the place: what an eye needs to find it. */
interface Frame {
  readonly number: string;
  readonly line: string;
  /** White space as wide as what stands before the place, tabs kept. */
  readonly before: string;
}

/**
 * The line a finding points at. A long line is cut around the place, with `…` where something was left out.
 *
 *     codeFrame(lines, { line: 41, column: 9 })  // { number: '41', line: '  reach: []', before: '        ' }
 */
export function codeFrame(lines: readonly string[], { line, column }: Position): Frame {
  const whole = lines[line - 1] ?? '';
  const at = Math.min(column - 1, whole.length);
  const from = at < FRAME_COLUMNS_MAX ? 0 : at - FRAME_COLUMNS_MAX / 2;
  const until = Math.min(whole.length, from + FRAME_COLUMNS_MAX);
  const start = from > 0 ? '…' : '';
  const shown = `${start}${whole.slice(from, until)}${until < whole.length ? '…' : ''}`;
  const before = start + whole.slice(from, at);
  return { number: String(line), line: printable(shown), before: blank(printable(before)) };
}

/** The lines of a text as its positions count them: only a line feed ends one. */
export const linesOf = (text: string): readonly string[] =>
  text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));

function blank(text: string): string {
  let spaces = '';
  for (const character of text) spaces += character === '\t' ? '\t' : WIDE.test(character) ? '  ' : ' ';
  return spaces;
}
