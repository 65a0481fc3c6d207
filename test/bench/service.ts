import { randomUUIDv7 } from 'node:crypto';
import { asInstant, type Instant } from '../../src/core/instant.ts';
import { startEngine } from '../../src/engine/engine.ts';
import { signRecord } from '../../src/engine/sign-record.ts';
import { engineParts } from '../build/engine-parts.ts';
import { atLeast, atMost, type BenchRow } from './bench-row.ts';
import { bareSeconds } from './service/bare.ts';
import { benchDrift } from './service/drift.ts';
import { dueCases, fill, forget, startTheClock } from './service/fill.ts';
import { benchNodeMemory } from './service/node-memory.ts';
import { benchOpening } from './service/opening.ts';
import { makePlace, type Place } from './service/place.ts';

const BURST = 20_000;
/** Fired untimed before anything is measured: a node that has just started is not what is asked about. */
const WARMING = 10_000;
/** As many loops as a node runs by itself. */
const LOOPS = 4;
const SIZES = [10_000, 100_000, 1_000_000];
/** What firing a burst is to come to, by itself and beside bare SQL on one connection. */
const FIRED_MIN = 5_000;
const SHARE_MIN = 50;
/** How late nearly every deadline may be at a steady pace. */
const LATE_P99_MS_MAX = 250;
const PACE = { perSecond: 200, seconds: 60 };
/** What the burst's first deadline is ahead by, so that everything is ready when it comes. */
const AHEAD_MS = 2_000;

/** The whole service on its own database, on the disk: bursts, pace, bare SQL beside it, the API, drift, memory. */
export async function benchService(): Promise<BenchRow[]> {
  const largest = Number(process.env.LADDER_BENCH_CASES ?? SIZES.at(-1));
  const place = await makePlace();
  try {
    const rows: BenchRow[] = [];
    for (const size of [...SIZES.filter((one) => one < largest), largest]) {
      say(`${size.toLocaleString('en-US')} open cases`);
      const isFirst = filled === 0;
      await fillTo(place, size);
      if (isFirst) await fire(place, instants(size, 5, spread(WARMING)));
      rows.push(...(await burst(place, size)));
    }
    say('a steady pace');
    rows.push(await pace(place));
    say('opening by the API');
    rows.push(await benchOpening(place));
    rows.push(await benchDrift());
    rows.push({ name: 'memory with all that', perSecond: 0, notes: place.memory() });
    say('a node by itself');
    rows.push(await benchNodeMemory(place, BURST));
    return rows;
  } finally {
    await place.close();
  }
}

let filled = 0;
async function fillTo(place: Place, size: number): Promise<void> {
  if (size <= filled) return;
  await fill(place, size, filled, (done) => say(`  ${done.toLocaleString('en-US')}`));
  filled = size;
}

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/**
 * Deadlines spread over one second, fired by an engine as a node runs it; then the same rows by SQL alone: on one
 * connection, which leaves the other processor idle, and on as many as the engine has loops.
 */
async function burst(place: Place, size: number): Promise<BenchRow[]> {
  const span = spread(BURST);
  const { fired, seconds } = await fire(place, instants(size, 1, span));
  const rate = fired.length / seconds;
  const bare: BenchRow[] = [];
  const shares: number[] = [];
  for (const [connections, run] of [
    [1, 2],
    [LOOPS, 4],
  ] as const) {
    const keys = await dueCases(place, instants(size, run, span));
    const perSecond = Math.round(BURST / (await bareSeconds(place, keys, connections)));
    await forget(place, keys);
    const percent = Math.round((rate / perSecond) * 100);
    shares.push(percent);
    const share = `firing is ${percent} % of it`;
    const notes = `${connections === 1 ? 'one connection' : `${connections} connections`}; ${share}`;
    bare.push({ name: '  the same rows by bare SQL', perSecond, notes });
  }
  const name = `${BURST.toLocaleString('en-US')} due in one second, of ${size.toLocaleString('en-US')} open`;
  const limits = [
    atLeast('fired', rate, FIRED_MIN, 'a second'),
    atLeast('beside bare SQL on one connection', shares[0]!, SHARE_MIN, '%'),
  ];
  return [{ name, perSecond: Math.round(rate), notes: `late ${latenesses(fired)}`, limits }, ...bare];
}

/** Deadlines at a steady pace for a minute, with everything else that a node does going on. */
async function pace(place: Place): Promise<BenchRow> {
  const count = PACE.perSecond * PACE.seconds;
  const span = Array.from({ length: count }, (_, index) => index / PACE.perSecond);
  const { fired } = await fire(place, instants(0, 3, span));
  return {
    name: `${PACE.perSecond} a second for ${PACE.seconds} s`,
    perSecond: PACE.perSecond,
    notes: `late ${latenesses(fired)}; ${fired.length.toLocaleString('en-US')} fired`,
    limits: [atMost('late p99', latenessAt(fired, 0.99), LATE_P99_MS_MAX, 'ms')],
  };
}

/** So many instants over one second. */
const spread = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index / count);

/** A day of its own for each run, so that no deadline of another falls into it. */
const instants = (size: number, run: number, seconds: readonly number[]): readonly Instant[] => {
  const day = Date.UTC(2026, 11, 1 + run * 5 + SIZES.indexOf(size), 20);
  return seconds.map((each) => asInstant(day + Math.floor(each * 1000)));
};

async function fire(
  place: Place,
  dueAt: readonly Instant[],
): Promise<{ readonly fired: readonly number[]; readonly seconds: number }> {
  const keys = await dueCases(place, dueAt);
  // As on a node that has been running: what filling left behind is not signed while the time is taken.
  place.time.standingAt = asInstant(dueAt[0]! - AHEAD_MS);
  await signRecord(engineParts(place.store));
  place.time.standingAt = undefined;
  await startTheClock(place, keys, dueAt[0]!, AHEAD_MS);
  const fired: number[] = [];
  let first = 0;
  let last = 0;
  const done = Promise.withResolvers<void>();
  const parts = engineParts(place.store, {
    loops: LOOPS,
    meters: {
      deadlinesFired(late) {
        last = performance.now();
        // The first batch is timed from its own deadlines: by how late they are.
        if (first === 0) first = last - Math.max(...late);
        fired.push(...late);
        if (fired.length >= dueAt.length) done.resolve();
      },
      delivered: () => undefined,
      requestAnswered: () => undefined,
    },
    letters: { ...engineParts(place.store).letters, newId: randomUUIDv7 },
  });
  const engine = startEngine(parts);
  await done.promise;
  await engine.stop();
  await forget(place, keys);
  return { fired, seconds: (last - first) / 1000 };
}

function latenessAt(fired: readonly number[], share: number): number {
  const sorted = fired.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

function latenesses(fired: readonly number[]): string {
  const at = (share: number): number => latenessAt(fired, share);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`;
}
