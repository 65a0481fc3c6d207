import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { codeOf, folderFault, StartFault } from '../start-fault.ts';
import type { Binaries } from './binaries.ts';
import { isAlive } from './postmaster.ts';
import { type Runner, SURROUNDINGS } from './runner.ts';

const run = promisify(execFile);
const LOCALE = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
/** What this process is making now, so that two starts in it do not sweep each other's. */
const making = new Set<string>();

/** The file in a cluster's folder that holds its password: they come, go and are copied together. */
export const PASSWORD_FILE = 'ladder.password';

interface Making {
  readonly binaries: Binaries;
  readonly runner: Runner;
  readonly durable: boolean;
}

/**
 * Makes a cluster at `folder/pg`, whole or not at all: it is made aside and renamed. Of two that make one at once,
 * the slower throws its own away.
 */
export async function makeCluster(folder: string, options: Making): Promise<void> {
  const aside = `pg.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  making.add(aside);
  const place = join(folder, aside);
  try {
    sweep(folder);
    await initialise(place, { ...options, folder });
    moveIn(join(place, 'data'), folder);
  } catch (error) {
    throw folderFault(folder, error);
  } finally {
    rmSync(place, { recursive: true, force: true });
    making.delete(aside);
  }
}

async function initialise(
  place: string,
  { folder, binaries, runner, durable }: Making & { readonly folder: string },
): Promise<void> {
  const [data, password] = [join(place, 'data'), join(place, 'password')];
  mkdirSync(place, { mode: 0o700 });
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' });
  if (runner.ids) for (const path of [place, data, password]) chownSync(path, runner.ids.uid, runner.ids.gid);
  const given = ['-D', data, '-U', 'ladder', `--pwfile=${password}`, '-A', 'scram-sha-256', ...LOCALE];
  const [program = '', ...args] = [...runner.before, binaries.initdb, ...given];
  try {
    await run(program, [...args, ...(durable ? [] : ['--no-sync'])], {
      env: SURROUNDINGS,
      cwd: '/',
      ...runner.ids,
    });
  } catch (error) {
    throw makingFault(folder, program, error);
  }
  renameSync(password, join(data, PASSWORD_FILE));
}

/** A disk that ends in the middle of a write takes part of it: PostgreSQL then hints at the reason alone. */
const FULL_DISK = /No space left on device|Disk quota exceeded|Check free disk space/;

function makingFault(folder: string, program: string, error: unknown): StartFault {
  const { stderr = '' } = error as { stderr?: string };
  if (FULL_DISK.test(stderr)) return new StartFault('database-disk-full', { folder }, error);
  // A program that was not run at all says why in a word of the system; one that failed has its exit code.
  const code = codeOf(error);
  if (code !== '') return new StartFault('database-binaries-unusable', { program, reason: code }, error);
  return new StartFault('database-making-failed', { folder, lines: stderr.trim().split('\n') }, error);
}

function moveIn(made: string, folder: string): void {
  try {
    renameSync(made, join(folder, 'pg'));
  } catch (error) {
    if (existsSync(join(folder, 'pg', 'PG_VERSION'))) return;
    throw error;
  }
  if (process.platform === 'win32') return;
  // A power cut must not take the new name away from what is written into the cluster next.
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** Deletes what starts that were killed on the way have left. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(/^pg\.new-(\d+)-/.exec(name)?.[1]);
    if (Number.isNaN(pid) || making.has(name)) continue;
    if (pid === process.pid || !isAlive(pid)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
