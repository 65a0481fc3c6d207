import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, type Say, StartFault } from '../start-fault.ts';
import type { Binaries } from './binaries.ts';
import { ask, PAUSE_MS, type Postmaster, READY_WITHIN_SECONDS, readPostmaster } from './postmaster.ts';
import { runnerForData, SURROUNDINGS } from './runner.ts';

const LOG_BYTES_MAX = 10_000_000;
const LINES_SHOWN = 12;
/** Below this a server cannot even write what it needs to start. */
const FREE_BYTES_MIN = 1_000_000;

const SETTINGS = [
  `shared_buffers=${sharedMegabytes()}MB`,
  'max_connections=60',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=2GB',
  'checkpoint_timeout=15min',
  'random_page_cost=1.1',
  'jit=off',
  'wal_compression=pglz',
  'autovacuum_naptime=10s',
  // A node that hangs or whose host is gone must not keep its cases locked.
  'idle_in_transaction_session_timeout=60s',
  'tcp_keepalives_idle=10',
  'tcp_keepalives_interval=5',
  'tcp_keepalives_count=3',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
];
/**
 * An eighth of the machine's memory, within bounds: what a million cases touch all day fits, and a small machine is
 * left room. The system gives each page when it is first used, so few cases take little.
 */
function sharedMegabytes(): number {
  const eighth = Math.floor(totalmem() / 8 / 1_048_576);
  return Math.min(Math.max(eighth, 128), 512);
}

/** For clusters that are thrown away: nothing has to outlive a power cut. */
const FLEETING = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];

/** How a start ended: with a server, or with the reason why another try may do better. */
export type Started =
  | { readonly end: 'ready'; readonly postmaster: Postmaster; readonly recovered: boolean }
  | { readonly end: 'portTaken' }
  | { readonly end: 'held' };

interface Start {
  readonly data: string;
  readonly log: string;
  readonly password: string;
  readonly port: number;
  readonly durable: boolean;
  readonly binaries: Binaries;
  readonly say: Say;
}

/** Starts a server on a cluster and waits until it answers. It outlives us. */
export async function startServer(start: Start): Promise<Started> {
  const { data, log, password, port, say } = start;
  turnLog(log);
  const from = existsSync(log) ? statSync(log).size : 0;
  const crashed = existsSync(join(data, 'postmaster.pid'));
  if (crashed) say('database-recovering', { folder: data });
  const child = await launch(start);
  const ended = new Promise<true>((done) => child.once('exit', () => done(true)));
  for (let tries = 0; tries < (READY_WITHIN_SECONDS * 1000) / PAUSE_MS; tries++) {
    if (await Promise.race([ended, wait(PAUSE_MS)])) return endOf(data, log, from);
    const found = readPostmaster(data);
    if (!found || found.pid !== child.pid || (await ask(data, password, port)) !== 'ours') continue;
    const recovered = crashed || textFrom(log, from).includes('database system was interrupted');
    return { end: 'ready', postmaster: found, recovered };
  }
  throw new StartFault('database-start-slow', { log, seconds: READY_WITHIN_SECONDS });
}

async function launch({ data, log, port, durable, binaries }: Start): Promise<ChildProcess> {
  const { ids, before } = await runnerForData(data, binaries.folder);
  const settings = [...SETTINGS, ...(durable ? [] : FLEETING)].flatMap((setting) => ['-c', setting]);
  const given = ['-D', data, '-h', '127.0.0.1', '-k', '', '-p', String(port), ...settings];
  const [program = '', ...args] = [...before, binaries.postgres, ...given];
  const output = openSync(log, 'a', 0o600);
  try {
    const child = spawn(program, args, {
      detached: true,
      windowsHide: true,
      stdio: ['ignore', output, output],
      cwd: process.platform === 'win32' ? data : '/',
      env: SURROUNDINGS,
      ...ids,
    });
    await new Promise((done, fail) => child.once('spawn', done).once('error', fail));
    child.unref();
    return child;
  } catch (error) {
    throw new StartFault('database-binaries-unusable', { program, reason: codeOf(error) }, error);
  } finally {
    closeSync(output);
  }
}

/** What the last words of a server that ended at once mean for the next try. */
function endOf(data: string, log: string, from: number): Started {
  const text = textFrom(log, from);
  if (/could not (?:bind|create any TCP\/IP sockets)/.test(text)) return { end: 'portTaken' };
  // Another start was faster, or processes of a killed server are still on their way out.
  if (/lock file "postmaster\.pid"|pre-existing shared memory block/.test(text)) return { end: 'held' };
  if (text.includes('No space left on device') || isFull(data))
    throw new StartFault('database-disk-full', { folder: data });
  const lines = text.trim().split('\n').slice(-LINES_SHOWN);
  throw new StartFault('database-ended-early', { log, lines });
}

/** On a full disk the log cannot say so either. */
function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < FREE_BYTES_MIN;
}

function turnLog(log: string): void {
  if (existsSync(log) && statSync(log).size > LOG_BYTES_MAX) renameSync(log, `${log}.1`);
}

/** At most a log's length of bytes. */
function textFrom(path: string, from: number): string {
  const length = Math.min(statSync(path).size - from, LOG_BYTES_MAX);
  if (length <= 0) return '';
  const bytes = Buffer.alloc(length);
  const handle = openSync(path, 'r');
  try {
    readSync(handle, bytes, 0, length, from);
  } finally {
    closeSync(handle);
  }
  return bytes.toString('utf8');
}

/** The port of the last start, if one is kept. */
export function keptPort(path: string): number | undefined {
  if (!existsSync(path)) return undefined;
  const port = Number(readFileSync(path, 'utf8'));
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}
