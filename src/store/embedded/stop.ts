import { execFile } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { StartFault } from '../start-fault.ts';
import type { Binaries } from './binaries.ts';
import { ask, isAlive, PAUSE_MS, type Postmaster, readPostmaster, worksIn } from './postmaster.ts';

const run = promisify(execFile);
const STOPPED_WITHIN_SECONDS = 60;

/**
 * Stops a server and waits until it is gone; one that has gone already, or was followed by another, is left as it is.
 * Never SIGTERM, which waits for clients for ever.
 */
export async function stopServer(
  data: string,
  password: string,
  { postmaster, binaries }: { postmaster: Postmaster; binaries: Binaries },
): Promise<void> {
  if (!(await isStill(data, password, postmaster))) return;
  if (process.platform === 'win32') await run(binaries.pgCtl, ['stop', '-D', data, '-m', 'fast']);
  else process.kill(postmaster.pid, 'SIGINT');
  for (let tries = 0; tries < (STOPPED_WITHIN_SECONDS * 1000) / PAUSE_MS; tries++) {
    if (readPostmaster(data)?.pid !== postmaster.pid || !isAlive(postmaster.pid)) return;
    await wait(PAUSE_MS);
  }
  throw new StartFault('database-stop-slow', {
    folder: data,
    pid: postmaster.pid,
    seconds: STOPPED_WITHIN_SECONDS,
  });
}

/** A process id may have become a stranger's since: the folder it works in says so, or what answers at the port. */
async function isStill(data: string, password: string, known: Postmaster): Promise<boolean> {
  const found = readPostmaster(data);
  if (found?.pid !== known.pid || found.startedAt !== known.startedAt || !isAlive(known.pid)) return false;
  const standsHere = worksIn(known.pid, data);
  if (standsHere !== undefined) return standsHere;
  const answer = await ask(data, password, known.port);
  return answer === 'ours' || answer === 'busy';
}
