import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ReadyPlace } from '../../src/cli/operations.ts';
import { ROOT } from '../cli/play.ts';
import { place } from '../store/cluster-world.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** A real `ladder` and what it has said so far. */
interface Running {
  readonly child: ChildProcess & { readonly pid: number };
  readonly out: () => string;
  readonly err: () => string;
  /** The place it says it is at; rejects with all it said where it ends before. */
  readonly ready: Promise<ReadyPlace>;
  readonly ended: Promise<Ended>;
}

interface Ended {
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

interface Surroundings {
  /** The data folder. */
  readonly data: string;
  readonly env?: Env;
  /** The user to run as. */
  readonly ids?: { readonly uid: number; readonly gid: number };
  readonly program?: string;
}

/** Runs a command line as a process of its own, as a shell would; it is killed at the end of the test. */
export function ladder(args: readonly string[], { data, env, ids, program }: Surroundings): Running {
  const child = spawn(program ?? process.execPath, ['bin/ladder.js', ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, PORT: '0', LADDER_MAIL_PORT: 'off', LADDER_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...ids,
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (said.err += text));
  const ended = new Promise<Ended>((done) => {
    child.once('close', (exit, signal) => done({ exit, signal, ...said }));
  });
  const ready = new Promise<ReadyPlace>((done, fail) => {
    child.stdout.on('data', () => {
      const line = said.out.split('\n').find((one) => one.startsWith('{"url"'));
      if (line) done(JSON.parse(line) as ReadyPlace);
    });
    void ended.then((how) =>
      fail(new Error(`it ended with ${how.exit} ${how.signal}: ${how.out}${how.err}`)),
    );
  });
  // Most runs that never get ready are not asked.
  ready.catch(() => undefined);
  return {
    child: child as Running['child'],
    out: () => said.out,
    err: () => said.err,
    ready,
    ended,
  };
}

/** Starts the service and waits until it is ready. */
export async function started(surroundings: Surroundings): Promise<Running & { readonly url: string }> {
  const running = ladder(['start', '--json'], surroundings);
  const { url } = await running.ready;
  return { ...running, url };
}

let model: string | undefined;

/** A data folder with a real installation that was stopped cleanly: a copy, for making one takes seconds. */
export async function realInstallation(): Promise<string> {
  if (!model) {
    const root = mkdtempSync(join(tmpdir(), `ladder-test-${process.pid}-installation-`));
    // As root the server is another user, who has to pass through.
    chmodSync(root, 0o755);
    model = join(root, 'data');
    const { exit, err } = await ladder(['init'], { data: model }).ended;
    if (exit !== 0) throw new Error(`init ended with ${exit}: ${err}`);
  }
  const folder = place();
  execFileSync('cp', ['-a', model, folder]);
  // Each copy has a port of its own, or two tests would wait for one.
  rmSync(`${folder}/pg.port`);
  return folder;
}

/** Takes away what `realInstallation` copies from. */
export function forgetInstallation(): void {
  if (model) rmSync(join(model, '..'), { recursive: true });
  model = undefined;
}

/** The processes whose command line or folder names the data folder. */
export function processesIn(folder: string): readonly string[] {
  return execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(folder));
}
