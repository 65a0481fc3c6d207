/** One measured line: how often a second, and what a reader should know about it. */
export interface BenchRow {
  readonly name: string;
  readonly perSecond: number;
  readonly notes: string;
  /** What is wanted of it; nothing where it is only told. */
  readonly limits?: readonly BenchLimit[];
}

/** What is wanted of a figure, and whether it was reached. */
export interface BenchLimit {
  readonly says: string;
  readonly isReached: boolean;
}

/** A figure that has to be so large at the most; one that is no number is not reached. */
export const atMost = (what: string, value: number, limit: number, unit: string): BenchLimit => ({
  says: `${what} at most ${limit.toLocaleString('en-US')} ${unit}`,
  isReached: value <= limit,
});

/** A figure that has to be so large at least. */
export const atLeast = (what: string, value: number, limit: number, unit: string): BenchLimit => ({
  says: `${what} at least ${limit.toLocaleString('en-US')} ${unit}`,
  isReached: value >= limit,
});

/** Whether every row reached what is wanted of it. */
export const allReached = (rows: readonly BenchRow[]): boolean =>
  rows.every(({ limits = [] }) => limits.every(({ isReached }) => isReached));

/** A row as one line of a table; names are as wide as `width`. */
export function benchLine({ name, perSecond, notes, limits = [] }: BenchRow, width: number): string {
  const rate = perSecond === 0 ? '' : `${perSecond.toLocaleString('en-US')}/s`;
  const said = limits.map(({ says, isReached }) => `[${says}: ${isReached ? 'reached' : 'NOT REACHED'}]`);
  return `  ${[name.padEnd(width), rate.padStart(14), [notes, ...said].join(' ')].join('  ')}`.trimEnd();
}

/** Each measurement runs for about this long, in this many turns, of which the best counts. */
const TURN_MS = 400;
const TURNS = 3;
const BATCH = 256;

/**
 * How many times a second `once` runs, asked for one input after another, round and round. The best of some turns,
 * because a shared machine only ever takes time away.
 */
export function perSecond<T>(inputs: readonly T[], once: (input: T) => unknown): number {
  let best = 0;
  let index = 0;
  for (let turn = 0; turn < TURNS; turn++) {
    const begin = performance.now();
    let runs = 0;
    let passed = 0;
    while (passed < TURN_MS) {
      for (let each = 0; each < BATCH; each++) {
        once(inputs[index] as T);
        index = index + 1 === inputs.length ? 0 : index + 1;
      }
      runs += BATCH;
      passed = performance.now() - begin;
    }
    best = Math.max(best, (runs / passed) * 1000);
  }
  return Math.round(best);
}

/** Numbers from 0 to 1 that are the same in every run: a small generator (mulberry32) with a fixed seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
