import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { fingerprint, secretOf } from '../../../src/app/secret.ts';
import { machineNow } from '../../../src/clock/machine.ts';
import { asInstant } from '../../../src/core/instant.ts';
import { makeInstallation } from '../../../src/store/installation.ts';
import type { BenchRow } from '../bench-row.ts';
import { dueCases, forget } from './fill.ts';
import type { Place } from './place.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** As `npm start` runs it. */
const NODE_OPTIONS = ['--max-semi-space-size=32', '--v8-pool-size=1'];
/** So soon the burst falls due once its cases are made: the node is ready by then. */
const AHEAD_MS = 30_000;
const GIVEN_UP_AFTER_MS = 180_000;
const QUIET_MS = 10_000;

/**
 * What a node holds by itself: `ladder start` as a process of its own on the place's database, when it has been quiet for
 * some seconds, and at most while so many deadlines fall due in one second and their letters are written.
 */
export async function benchNodeMemory(place: Place, burst: number): Promise<BenchRow> {
  const secret = randomBytes(32);
  const secretFingerprint = fingerprint(secretOf(secret));
  await makeInstallation(place.connection.db, { kind: 'real', secretFingerprint }, machineNow());
  place.time.offsetMs = 0;
  const folder = mkdtempSync(join(tmpdir(), `ladder-bench-node-${process.pid}-`));
  const node = startNode(place, folder, secret.toString('base64url'));
  try {
    await ready(node);
    await wait(QUIET_MS);
    const quiet = megabytes(node, 'VmRSS');
    const first = machineNow() + AHEAD_MS;
    const span = Array.from({ length: burst }, (_, index) =>
      asInstant(first + Math.floor((index * 1000) / burst)),
    );
    const keys = await dueCases(place, span);
    await fired(
      place,
      keys.map(({ caseId }) => caseId),
    );
    const most = megabytes(node, 'VmHWM');
    await forget(place, keys);
    const notes = `${quiet} MB when nothing is due, ${most} MB at most while ${burst.toLocaleString('en-US')} deadlines fall due in one second`;
    return { name: 'memory of a node by itself', perSecond: 0, notes };
  } finally {
    const ended = new Promise((done) => node.once('exit', done));
    node.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

function startNode(place: Place, folder: string, secret: string): ChildProcess {
  return spawn(process.execPath, [...NODE_OPTIONS, join(ROOT, 'bin', 'ladder.js'), 'start', '--json'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      ...{ PORT: '0', LADDER_MAIL_PORT: 'off', LADDER_DATA: folder, LADDER_SECRET: secret },
      DATABASE_URL: place.url,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function ready(node: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    node.stdout?.once('data', () => done());
    node.once('exit', (code) => fail(new Error(`the node ended with ${code}`)));
  });
}

/** Until every one of the cases has moved up. */
async function fired({ connection: { db }, revision }: Place, ids: readonly string[]): Promise<void> {
  const until = machineNow() + GIVEN_UP_AFTER_MS;
  while (machineNow() < until) {
    const { rows } = await sql<{ left: number }>`
      select count(*)::int as left from "case" where contract_id = ${revision.contract}
        and case_id = any(${[...ids]}::text[]) and next_due_at <= clock_timestamp()`.execute(db);
    if (rows[0]?.left === 0 && machineNow() > until - GIVEN_UP_AFTER_MS + AHEAD_MS) return;
    await wait(500);
  }
  throw new Error('the node of the benchmark has not come to the end of its deadlines');
}

/** Of the process itself, as Linux counts it. */
function megabytes({ pid }: ChildProcess, what: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(new RegExp(`^${what}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024);
}
