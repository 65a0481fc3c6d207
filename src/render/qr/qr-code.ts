import { errorWords } from './error-words.ts';
import { emptyGrid, type Grid } from './grid.ts';
import { masked } from './mask.ts';

/** The largest version drawn: 97 modules a side, 666 bytes. What is longer is no picture for a telephone. */
const VERSION_MAX = 20;
/** Version by version, at the level M, which mends 15 in 100: correcting words of each block, and blocks. */
const CORRECTING = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];

/** A QR code: dark modules by row and column. */
interface QrCode {
  readonly size: number;
  readonly isDark: (column: number, row: number) => boolean;
}

/**
 * The QR code of a text, in UTF-8 and the smallest version that holds it; undefined where that is more than 666 bytes.
 * Written after ISO/IEC 18004.
 */
export function qrCode(text: string): QrCode | undefined {
  const bytes = new TextEncoder().encode(text);
  const version = versionFor(bytes.length);
  if (version === undefined) return undefined;
  const grid = emptyGrid(version);
  place(grid, interleaved(dataWords(bytes, version), version));
  const { size, dark } = masked(grid);
  return { size, isDark: (column, row) => dark[row * size + column] === 1 };
}

function versionFor(length: number): number | undefined {
  for (let version = 1; version <= VERSION_MAX; version++) {
    if (length * 8 + 4 + lengthBits(version) <= capacityOf(version) * 8) return version;
  }
  return undefined;
}

/** Bits in which the number of bytes is written. */
const lengthBits = (version: number): number => (version < 10 ? 8 : 16);

/** Words of a version, correcting ones included: what its patterns leave free. */
function wordsOf(version: number): number {
  const { size, isFixed } = emptyGrid(version);
  return Math.floor((size * size - isFixed.reduce((sum, one) => sum + one, 0)) / 8);
}

const capacityOf = (version: number): number =>
  wordsOf(version) - CORRECTING[version - 1]! * BLOCKS[version - 1]!;

/** The bytes behind the mark of their kind and their number, filled up to what the version holds. */
function dataWords(bytes: Uint8Array, version: number): Uint8Array {
  const capacity = capacityOf(version);
  const binary = (value: number, length: number): string => value.toString(2).padStart(length, '0');
  const bits = [
    binary(0b0100, 4),
    binary(bytes.length, lengthBits(version)),
    ...Array.from(bytes, (byte) => binary(byte, 8)),
  ].join('');
  const ended = `${bits}0000`.slice(0, capacity * 8);
  const words = ended.match(/.{1,8}/g)!.map((word) => Number.parseInt(word.padEnd(8, '0'), 2));
  const filled = Uint8Array.from({ length: capacity }, (_, at) =>
    (at - words.length) % 2 === 0 ? 0xec : 0x11,
  );
  filled.set(words);
  return filled;
}

/** Blocks with their correcting words, one word of each in turn, so that a stain spoils a little of many. */
function interleaved(data: Uint8Array, version: number): Uint8Array {
  const [correcting, count] = [CORRECTING[version - 1]!, BLOCKS[version - 1]!];
  const short = Math.floor(data.length / count);
  // The last blocks are one word longer, where the words do not divide.
  const longFrom = count - (data.length % count);
  let start = 0;
  const blocks = Array.from({ length: count }, (_, at) => {
    const block = data.subarray(start, start + short + (at < longFrom ? 0 : 1));
    start += block.length;
    return block;
  });
  const errors = blocks.map((block) => errorWords(block, correcting));
  return Uint8Array.from([...inTurn(blocks, short + 1), ...inTurn(errors, correcting)]);
}

function* inTurn(blocks: readonly Uint8Array[], longest: number): Generator<number> {
  for (let at = 0; at < longest; at++) {
    for (const block of blocks) {
      const word = block[at];
      if (word !== undefined) yield word;
    }
  }
}

/** Lays words up and down in columns of two from the right, around what is fixed. */
function place({ size, dark, isFixed }: Grid, words: Uint8Array): void {
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    // The column of the timing pattern is stepped over.
    if (right === 6) right = 5;
    const isUp = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) {
      const row = isUp ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        const at = row * size + column;
        if (isFixed[at] === 1 || bit >= words.length * 8) continue;
        dark[at] = (words[bit >> 3]! >>> (7 - (bit & 7))) & 1;
        bit += 1;
      }
    }
  }
}
