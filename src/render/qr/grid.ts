/** A square of modules while it is drawn: which are dark, and which are patterns that no data may stand on. */
export interface Grid {
  readonly size: number;
  readonly dark: Uint8Array;
  readonly isFixed: Uint8Array;
}

const sizeOf = (version: number): number => version * 4 + 17;

/** Where the small squares stand along each side, by which a reader finds its way on a bent code. */
function alignmentAt(version: number): readonly number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((sizeOf(version) - 13) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, at) => sizeOf(version) - 7 - (count - 2 - at) * step)];
}

/** A grid with every pattern drawn, and room kept for what says mask and version. */
export function emptyGrid(version: number): Grid {
  const size = sizeOf(version);
  const grid = { size, dark: new Uint8Array(size * size), isFixed: new Uint8Array(size * size) };
  for (let at = 0; at < size; at++) {
    fix(grid, at, 6, at % 2 === 0);
    fix(grid, 6, at, at % 2 === 0);
  }
  for (const [column, row] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const) {
    rings(grid, column, row, 4);
  }
  const places = alignmentAt(version);
  const last = places.length - 1;
  for (const [i, column] of places.entries()) {
    for (const [j, row] of places.entries()) {
      const isAtFinder = (i === 0 && (j === 0 || j === last)) || (i === last && j === 0);
      if (!isAtFinder) rings(grid, column, row, 2);
    }
  }
  drawFormat(grid, 0);
  drawVersion(grid, version);
  return grid;
}

/** Squares within each other, dark and light by turns; the finders' outermost is light. */
function rings(grid: Grid, column: number, row: number, reach: number): void {
  for (let y = -reach; y <= reach; y++) {
    for (let x = -reach; x <= reach; x++) {
      const distance = Math.max(Math.abs(x), Math.abs(y));
      const isInside = [column + x, row + y].every((at) => at >= 0 && at < grid.size);
      if (isInside)
        fix(grid, column + x, row + y, reach === 4 ? distance !== 2 && distance !== 4 : distance !== 1);
    }
  }
}

function fix({ size, dark, isFixed }: Grid, column: number, row: number, isDark: boolean): void {
  dark[row * size + column] = isDark ? 1 : 0;
  isFixed[row * size + column] = 1;
}

/** A number followed by the remainder of its division, so that a reader can mend it. */
function withRemainder(value: number, { bits, divisor }: { bits: number; divisor: number }): number {
  let rest = value;
  for (let at = 0; at < bits; at++) rest = (rest << 1) ^ ((rest >>> (bits - 1)) * divisor);
  return (value << bits) | rest;
}

/** Says which mask was laid, twice; the level of correction is M, whose number is 0. */
export function drawFormat(grid: Grid, mask: number): void {
  const { size } = grid;
  const bits = withRemainder(mask, { bits: 10, divisor: 0x537 }) ^ 0x5412;
  const isDark = (at: number): boolean => ((bits >>> at) & 1) === 1;
  for (let at = 0; at < 15; at++) {
    // Down the first finder's right side and along its foot, stepping over the timing patterns.
    const beside = at < 6 ? at : at < 8 ? at + 1 : 15 - at - (at === 8 ? 0 : 1);
    if (at < 8) fix(grid, 8, beside, isDark(at));
    else fix(grid, at === 8 ? 7 : beside, 8, isDark(at));
    if (at < 8) fix(grid, size - 1 - at, 8, isDark(at));
    else fix(grid, 8, size - 15 + at, isDark(at));
  }
  fix(grid, 8, size - 8, true);
}

/** Larger codes say how large they are. */
function drawVersion(grid: Grid, version: number): void {
  if (version < 7) return;
  const bits = withRemainder(version, { bits: 12, divisor: 0x1f25 });
  for (let at = 0; at < 18; at++) {
    const isDark = ((bits >>> at) & 1) === 1;
    const [far, near] = [grid.size - 11 + (at % 3), Math.floor(at / 3)];
    fix(grid, far, near, isDark);
    fix(grid, near, far, isDark);
  }
}
