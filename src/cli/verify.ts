import { readCheckpoint } from '../app/checkpoint.ts';
import type { Verification } from '../app/verify.ts';
import { formatInstant, type Instant } from '../core/instant.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { RefusalWords } from '../core/message/cli.ts';
import type { RecordCounts } from '../core/message/record.ts';
import type { Io } from './io.ts';
import type { RecordOperations } from './record-operations.ts';
import { recordRefused } from './record-refused.ts';
import { REFUSED, refusedBy, sayRefusal } from './refused.ts';

interface VerifyOptions {
  readonly against?: string;
  readonly json?: true;
}

/** `ladder verify`: walks the whole record; 1 where it does not hold, with the first break and what it means. */
export function verify(
  { against, json }: VerifyOptions,
  io: Io,
  operations: Pick<RecordOperations, 'verify'>,
): Promise<number> {
  return refusedBy(io, async () => {
    const held = against === undefined ? [] : [await checkpointIn(against, io)];
    const bar = progressBar(io);
    const found = await operations.verify(io, held, bar.show).finally(bar.clear);
    return sayVerification(found, json ?? false, io);
  });
}

async function checkpointIn(file: string, io: Io) {
  const checkpoint = readCheckpoint(await io.readText(file));
  if (!checkpoint) throw recordRefused('checkpoint-not-understood', { file });
  return checkpoint;
}

/** What a walk found, said; the exit code it stands for. */
export function sayVerification(found: Verification, json: boolean, io: Io): number {
  const { broken } = found;
  const words = catalogue('en').record;
  const say = broken && (words.breaks[broken.code] as (values: unknown) => RefusalWords)(broken.values);
  const counts = countsOf(found);
  if (json) {
    const answer = { holds: !broken, ...counts, ...(broken && { broken: { ...broken, ...say } }) };
    io.stdout.write(`${JSON.stringify(answer)}\n`);
  } else if (broken && say) {
    io.stdout.write(`${words.broken(broken.code)}\n`);
    sayRefusal(io, say);
  } else {
    io.stdout.write(`${words.holds(counts)}\n`);
  }
  return broken ? REFUSED : 0;
}

function countsOf(found: Verification): RecordCounts {
  const { cases, events, texts, erased, erasedFrom, erasedTo, checkpoints, lastCheckpoint, since } = found;
  const last = lastCheckpoint && {
    number: lastCheckpoint.number,
    at: formatInstant(lastCheckpoint.at),
  };
  const days = { erasedFrom: dayOf(erasedFrom), erasedTo: dayOf(erasedTo) };
  return { cases, events, texts, erased, ...days, checkpoints, lastCheckpoint: last, since };
}

const dayOf = (instant: Instant | undefined): string | undefined =>
  instant === undefined ? undefined : formatInstant(instant).slice(0, 10);

const BAR_SIGNS = 30;

interface Bar {
  readonly show: (done: number, total: number) => void;
  readonly clear: () => void;
}

/** How far a walk has come, on a terminal alone: one line on standard error that is written over. */
export function progressBar({ stderr, isTerminal }: Io): Bar {
  if (!isTerminal) return { show: () => undefined, clear: () => undefined };
  let shown = -1;
  const words = catalogue('en').record;
  return {
    show(done, total) {
      const signs = total === 0 ? BAR_SIGNS : Math.min(BAR_SIGNS, Math.floor((BAR_SIGNS * done) / total));
      if (signs === shown) return;
      shown = signs;
      const bar = '#'.repeat(signs).padEnd(BAR_SIGNS, '.');
      stderr.write(`\r[${bar}] ${words.progress({ done, total })}`);
    },
    clear() {
      if (shown >= 0) stderr.write('\r\u001b[K');
    },
  };
}
