import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findCluster } from '../src/store/embedded/cluster.ts';
import { isAlive } from '../src/store/embedded/postmaster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's own PostgreSQL stands; the first test that wants a database starts it. */
    clusterFolder: string;
  }
}

const NAME = /^ladder-test-(\d+)-/;

/** Gives the run a folder for its PostgreSQL, and takes both away at the end, with those of runs that were killed. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(NAME.exec(name)?.[1]);
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    // Of several runs that sweep at once one gets there first.
    await discard(join(tmpdir(), name)).catch(() => undefined);
  }
  const folder = mkdtempSync(join(tmpdir(), `ladder-test-${process.pid}-`));
  project.provide('clusterFolder', join(folder, 'database'));
  return () => discard(folder);
}

async function discard(folder: string): Promise<void> {
  // Of a run that was killed on the way anything may be missing; what cannot be found cannot be stopped.
  const cluster = await findCluster(join(folder, 'database'), () => undefined).catch(() => undefined);
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
}
