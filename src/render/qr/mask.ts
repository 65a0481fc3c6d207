import { drawFormat, type Grid } from './grid.ts';

/** Where each mask turns a module over, by its column and row. */
const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** The grid under the mask that leaves the least to mistake for something else. */
export function masked(grid: Grid): Grid {
  const [best] = MASKS.map((_, mask) => under(grid, mask)).sort((a, b) => penaltyOf(a) - penaltyOf(b));
  return best ?? grid;
}

function under({ size, dark, isFixed }: Grid, mask: number): Grid {
  const turns = MASKS[mask]!;
  const turned = dark.map((one, at) =>
    isFixed[at] === 0 && turns(at % size, Math.floor(at / size)) ? 1 - one : one,
  );
  const grid = { size, dark: turned, isFixed: isFixed.slice() };
  drawFormat(grid, mask);
  return grid;
}

/** What a reader could stumble over, counted as the standard counts it. */
function penaltyOf({ size, dark }: Grid): number {
  const at = (x: number, y: number): number => dark[y * size + x]!;
  const lines = Array.from({ length: size }, (_, line) => [
    Array.from({ length: size }, (_, x) => at(x, line)).join(''),
    Array.from({ length: size }, (_, y) => at(line, y)).join(''),
  ]).flat();
  let penalty = 0;
  for (const line of lines) {
    for (const run of line.match(/0{5,}|1{5,}/g) ?? []) penalty += run.length - 2;
    penalty +=
      40 * ((line.match(/(?=00001011101)/g) ?? []).length + (line.match(/(?=10111010000)/g) ?? []).length);
  }
  for (let y = 1; y < size; y++) {
    for (let x = 1; x < size; x++) {
      const sum = at(x, y) + at(x - 1, y) + at(x, y - 1) + at(x - 1, y - 1);
      if (sum === 0 || sum === 4) penalty += 3;
    }
  }
  const share = (100 * dark.reduce((sum, one) => sum + one, 0)) / dark.length;
  return penalty + 10 * Math.floor(Math.abs(share - 50) / 5);
}
