import { PassThrough, Writable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Request } from '../../src/app/handle.ts';
import type { RecordSnapshot } from '../../src/app/ports/record.ts';
import { verifyRecord } from '../../src/app/verify.ts';
import type { Io } from '../../src/cli/io.ts';
import { verify } from '../../src/cli/verify.ts';
import { readRecord } from '../../src/store/record/read-record.ts';
import { on } from '../build/case.ts';
import { type World, world } from '../build/world.ts';
import { checkpoint, keyOf } from './record-world.ts';

let here: World;
beforeEach(async () => {
  here = await world(on('Tue 09:00'));
});
afterEach(() => here.close());

/** The collector, so that what is counted is what is held. */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const CASES_AT_ONCE = 250;
const TEXT = 'The line is dead between the two towers. '.repeat(20);
const { publicKey } = keyOf(7);

/** Opens so many cases; each comes to three events, with a long text in one. */
async function fill(cases: number): Promise<void> {
  for (let made = 0; made < cases; made += CASES_AT_ONCE) {
    const ids = await here.store.transaction(async (tx) => {
      const numbers: string[] = [];
      for (let index = 0; index < Math.min(CASES_AT_ONCE, cases - made); index++)
        numbers.push(await tx.newCaseId());
      return numbers;
    });
    await here.send(...ids.map(opening), ...ids.map(noted));
  }
}

const opening = (caseId: string): Request => ({
  key: { contract: here.contract, caseId },
  caller: undefined,
  actor: 'customer',
  command: {
    ...{ type: 'open', by: 'dana', caseId, revision: here.revision, track: 'service', customer: 'agency' },
  },
});

const noted = (caseId: string): Request => ({
  key: { contract: here.contract, caseId },
  caller: undefined,
  actor: 'customer',
  command: { type: 'addNote', by: 'dana', text: TEXT },
});

/** What a walk holds at the most, in bytes beyond what was held before it, and how much it read. */
async function walked(): Promise<{ held: number; events: number; parts: number; most: number }> {
  collect();
  const before = process.memoryUsage().heapUsed;
  let [held, parts, most] = [0, 0, 0];
  const watched = (record: RecordSnapshot): RecordSnapshot => ({
    ...record,
    async *parts() {
      for await (const part of record.parts()) {
        parts += 1;
        most = Math.max(most, ...Object.values(part).map((of) => (Array.isArray(of) ? of.length : 1)));
        yield part;
      }
    },
  });
  const progress = (): void => {
    collect();
    held = Math.max(held, process.memoryUsage().heapUsed - before);
  };
  const found = await readRecord(here.connection.db, (record) =>
    verifyRecord(watched(record), { against: [], publicKey, progress }),
  );
  expect(found.broken).toBeUndefined();
  return { held, events: found.events, parts, most };
}

const MEBIBYTE = 1024 * 1024;

test('a record four times as long is walked in the same memory, in parts that are no larger', async () => {
  await fill(2_500);
  await checkpoint(here.connection.db, on('Tue 09:00'));
  const short = await walked();
  await fill(7_500);
  const long = await walked();
  expect([short.events, long.events]).toEqual([7_500, 30_000]);
  expect(long.parts).toBeGreaterThan(3 * short.parts);
  expect(long.most).toBeLessThanOrEqual(5_000);
  // The texts alone that came to it are six mebibytes, and what stands around them is several times as much.
  expect(long.held - short.held).toBeLessThan(4 * MEBIBYTE);
}, 240_000);

describe('how far it has come', () => {
  const sink = (): { readonly stream: Writable; readonly text: () => string } => {
    const chunks: string[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        chunks.push(String(chunk));
        done();
      },
    });
    return { stream, text: () => chunks.join('') };
  };

  const verified = async (isTerminal: boolean): Promise<{ exit: number; out: string; err: string }> => {
    const [out, err] = [sink(), sink()];
    const io: Io = {
      ...{ stdin: new PassThrough(), stdout: out.stream, stderr: err.stream, cwd: '/', env: {}, isTerminal },
      readText: async () => '',
    };
    const exit = await verify({}, io, {
      verify: (_io, against, progress) =>
        readRecord(here.connection.db, (record) => verifyRecord(record, { against, publicKey, progress })),
    });
    return { exit, out: out.text(), err: err.text() };
  };

  test('is a bar on a terminal that is written over, grows, reaches its end and is wiped away', async () => {
    await fill(1_250);
    const { exit, out, err } = await verified(true);
    expect([exit, out]).toEqual([0, expect.stringMatching(/^The record holds: 1,250 cases, 3,750 events/)]);
    expect(err.endsWith('\r\u001b[K')).toBe(true);
    const shown = err.split('\r').slice(1, -1);
    expect(shown.length).toBeGreaterThan(1);
    expect(err).not.toContain('\n');
    for (const line of shown) expect(line).toMatch(/^\[#*\.*\] [\d,]+ of 3,750 events/);
    const signs = shown.map((line) => [...line].filter((sign) => sign === '#').length);
    expect(signs).toEqual(signs.toSorted((a, b) => a - b));
    expect(signs.at(-1)).toBe(30);
    expect(new Set(shown.map((line) => line.indexOf(']')))).toEqual(new Set([31]));
  }, 60_000);

  test('is not said into a file or a pipe, where nothing can be written over', async () => {
    await fill(5);
    const { exit, out, err } = await verified(false);
    expect([exit, out, err]).toEqual([0, expect.stringMatching(/15 events/), '']);
  });

  test('is said of a record with nothing in it, too', async () => {
    const { exit, err } = await verified(true);
    expect([exit, err.includes('NaN')]).toEqual([0, false]);
  });
});
