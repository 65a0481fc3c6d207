import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handle, type Request } from '../../src/app/handle.ts';
import type { Clock } from '../../src/app/ports/clock.ts';
import { asInstant } from '../../src/core/instant.ts';
import { connect } from '../../src/store/connect.ts';
import { openStore } from '../../src/store/open-store.ts';
import { Chance } from '../case/chance.ts';
import { type AskedCase, newCase, noteAccepted, randomAsk } from './asked.ts';
import { checkRecord } from './check-record.ts';
import { makeTown, type Town } from './town.ts';

const DISK_MB = 160;
const COMMANDS = 120;
/** The disk fills the sooner. */
const TEXT_MAX = 15_000;
const BLOCK = Buffer.alloc(1024 * 1024);

/**
 * Fills the small disk under a cluster while commands go on, gives it room again, and holds the record against what
 * was answered. Needs a user who may mount one.
 */
export async function fullDisk(
  seed: number,
): Promise<{ readonly said: string; readonly problems: readonly string[] }> {
  const root = mkdtempSync(join(tmpdir(), `ladder-disk-${process.pid}-`));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', root], { stdio: 'ignore' });
  } catch {
    rmSync(root, { recursive: true });
    return { said: 'skipped: this user may not mount a small one', problems: [] };
  }
  try {
    chmodSync(root, 0o711);
    return await onSmallDisk(seed, root);
  } finally {
    execFileSync('umount', ['-l', root]);
    rmSync(root, { recursive: true });
  }
}

async function onSmallDisk(
  seed: number,
  root: string,
): Promise<{ said: string; problems: readonly string[] }> {
  const chance = new Chance(seed);
  const town = await makeTown(seed, root);
  const cases: AskedCase[] = [];
  const ballast = join(root, 'ballast');
  let faults = 0;
  try {
    await ask(town, chance, cases, COMMANDS);
    fill(ballast);
    faults = await ask(town, chance, cases, COMMANDS);
    rmSync(ballast);
    await town.revive();
    const later = await ask(town, chance, cases, COMMANDS);
    const { problems } = await checkRecord(town, cases, {
      mails: new Map(),
      texts: [],
      calls: [],
      given: [],
    });
    // Nobody sends here: what is left in the queues is as it should be.
    const wrong = problems.filter((problem) => !/^(left in|not sent|overdue)|was not told/.test(problem));
    if (later > 0) wrong.push(`${later} commands failed after there was room again`);
    if (faults === 0) wrong.push('the disk was never full');
    return {
      said: `${faults} commands failed while it was full, none that was accepted was lost`,
      problems: wrong,
    };
  } finally {
    rmSync(ballast, { force: true });
    await town.close();
  }
}

/** Asks so many things and answers how many failed; each is asked once more when there is room. */
async function ask(town: Town, chance: Chance, cases: AskedCase[], count: number): Promise<number> {
  const clock: Clock = async (question) => {
    const [row] = await question('select floor(extract(epoch from clock_timestamp()) * 1000)::int8 as real');
    return { now: asInstant(town.clock()), offsetMs: town.clock() - (row as { real: number }).real };
  };
  let faults = 0;
  const connection = connect<unknown>(town.urlOver(town.port), { max: 2, applicationName: 'ladder node' });
  try {
    const store = await openStore({ connection, clock });
    for (let left = count; left > 0; left--) {
      const one = cases.length < 5 ? newCase(chance, cases.length, town.revisions) : chance.of(cases);
      if (!cases.includes(one)) cases.push(one);
      const { text, request } = randomAsk(chance, one);
      try {
        const isTyped = 'text' in request.command;
        const padding = isTyped ? { text: text.padEnd(TEXT_MAX, '.') } : {};
        const { answerKey: _key, ...asked } = request;
        const long = { ...asked, command: { ...request.command, ...padding } as Request['command'] };
        const [answer] = await handle(store, [
          { ...long, answerKey: undefined } as unknown as typeof request,
        ]);
        if (answer?.accepted) noteAccepted(one, long, answer);
      } catch {
        faults += 1;
      }
    }
    await store.close();
  } catch {
    // The server itself may have stopped for want of room.
    faults += 1;
  } finally {
    await connection.close();
  }
  return faults;
}

function fill(file: string): void {
  const opened = openSync(file, 'w');
  try {
    for (;;) writeSync(opened, BLOCK);
  } catch {
    // Full.
  } finally {
    closeSync(opened);
  }
}
