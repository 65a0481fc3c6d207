/** One measured line: how often a second, and what a reader should know about it. */
export interface BenchRow {
  readonly name: string;
  readonly perSecond: number;
  readonly notes: string;
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
