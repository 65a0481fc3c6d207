import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { type Cluster, findCluster, startCluster } from '../../src/store/embedded/cluster.ts';
import type { Say } from '../../src/store/start-fault.ts';

export const quiet: Say = () => undefined;

/** A place for a data folder, with all in its path that once broke a shell; all that runs there is stopped at the end. */
export function place(): string {
  const root = mkdtempSync(join(tmpdir(), `ladder-test-${process.pid}-`));
  // As root the server is another user, who has to pass through.
  chmodSync(root, 0o755);
  const folder = join(root, 'Daten für "Ladder" ä');
  onTestFinished(async () => {
    await discard(folder);
    rmSync(root, { recursive: true, force: true });
  });
  return folder;
}

/** Tests break what is in the folder; a server that can no longer be found has been stopped by its test. */
async function discard(folder: string): Promise<void> {
  const running = await findCluster(folder, quiet).catch(() => undefined);
  await running?.stop();
}

let model: string | undefined;

/** A place where a cluster was made, used and stopped cleanly; a copy, for making one takes a second. */
export async function usedPlace(): Promise<string> {
  if (!model) {
    const root = mkdtempSync(join(tmpdir(), `ladder-test-${process.pid}-model-`));
    chmodSync(root, 0o755);
    const cluster = await start(join(root, 'data'));
    await query(cluster.url, 'create table kept (word text)');
    await query(cluster.url, "insert into kept values ('here')");
    await cluster.stop();
    model = join(root, 'data');
  }
  const folder = place();
  execFileSync('cp', ['-a', model, folder]);
  // Each copy has a port of its own, or two tests would wait for one.
  rmSync(join(folder, 'pg.port'));
  return folder;
}

/** Takes away what `usedPlace` copies from. */
export function forgetModel(): void {
  if (model) rmSync(join(model, '..'), { recursive: true });
  model = undefined;
}

export const start = (folder: string, say: Say = quiet): Promise<Cluster> =>
  startCluster({ folder, durable: false, say });

export async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

export const pidFile = (folder: string): string => join(folder, 'pg', 'postmaster.pid');

export const pidOf = (folder: string): number => Number.parseInt(readFileSync(pidFile(folder), 'utf8'), 10);

/** Makes the file name another process, as when ids come round again after a crash. */
export function renamePid(folder: string, pid: number): void {
  const lines = readFileSync(pidFile(folder), 'utf8').split('\n');
  writeFileSync(pidFile(folder), [pid, ...lines.slice(1)].join('\n'));
}

/** Ends a process as a crash does, and returns when it is gone. */
export async function crash(pid: number, until: (check: () => void) => Promise<unknown>): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await until(() => {
    if (isThere(pid)) throw new Error(`process ${pid} is still there`);
  });
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A process that has nothing to do with any database. */
export function stranger(): ChildProcess & { readonly pid: number } {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child as ChildProcess & { readonly pid: number };
}

/** Another Ladder that starts a cluster: its first line, and the process. */
export async function starter(
  folder: string,
  ids: { uid?: number; gid?: number } = {},
): Promise<{ child: ChildProcess; said: Record<string, unknown> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start-cluster.ts'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...ids,
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const line = await new Promise<string>((done, fail) => {
    createInterface(child.stdout).once('line', done);
    child.once('exit', (code) => fail(new Error(`the starter ended with ${code} and said nothing`)));
  });
  return { child, said: JSON.parse(line) };
}
