import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atMost, type BenchRow } from './bench-row.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const LATER_STARTS = 3;
const FIRST_MS_MAX = 15_000;
const LATER_MS_MAX = 2_000;

/** How long `npm start` takes from being called to being ready: on nothing, and after a clean stop. */
export async function benchStart(): Promise<BenchRow[]> {
  const { first, later } = await measureStarts();
  return [
    {
      name: '`npm start`, first, to a demonstration',
      perSecond: 1000 / first,
      notes: `${Math.round(first)} ms`,
      limits: [atMost('ready after', first, FIRST_MS_MAX, 'ms')],
    },
    {
      name: '`npm start`, later, the fastest of a few',
      perSecond: 1000 / later,
      notes: `${Math.round(later)} ms`,
      limits: [atMost('ready after', later, LATER_MS_MAX, 'ms')],
    },
  ].map((row) => ({ ...row, perSecond: Math.round(row.perSecond * 100) / 100 }));
}

/** Milliseconds; of the later ones the fastest counts, because a shared machine only ever takes time away. */
export async function measureStarts(): Promise<{ readonly first: number; readonly later: number }> {
  const root = mkdtempSync(join(tmpdir(), `ladder-start-${process.pid}-`));
  try {
    const first = await startOnce(join(root, 'data'));
    let later = Number.POSITIVE_INFINITY;
    for (let count = 0; count < LATER_STARTS; count++) {
      later = Math.min(later, await startOnce(join(root, 'data')));
    }
    return { first, later };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function startOnce(data: string): Promise<number> {
  const begin = performance.now();
  const child = spawn('npm', ['start', '--silent', '--', '--json'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, PORT: '0', LADDER_MAIL_PORT: 'off', LADDER_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own, which is told to end as a terminal tells it.
    detached: true,
  });
  await ready(child);
  const passed = performance.now() - begin;
  const ended = new Promise((done) => child.once('exit', done));
  process.kill(-child.pid!, 'SIGINT');
  await ended;
  return passed;
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    child.stdout?.once('data', () => done());
    child.once('exit', (code) => fail(new Error(`the start ended with ${code}`)));
  });
}
