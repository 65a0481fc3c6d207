import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { codeOf, type Say, StartFault } from '../start-fault.ts';

/** What `postmaster.pid` says of the server that holds a cluster, or held it until it was killed. */
export interface Postmaster {
  readonly pid: number;
  readonly startedAt: string;
  readonly port: number;
}

export const PAUSE_MS = 25;
/** Replaying two gigabytes of log takes minutes on a slow disk; past this somebody has to look. */
export const READY_WITHIN_SECONDS = 600;
const TRIES_MAX = (READY_WITHIN_SECONDS * 1000) / PAUSE_MS;
/** A server listens a few milliseconds after it has written its file. */
const REFUSALS_MAX = 40;
const ANSWER_WITHIN_MS = 3000;

export function readPostmaster(data: string): Postmaster | undefined {
  try {
    const [pid, , startedAt = '', port] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(pid), startedAt, port: Number(port) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The server that runs on `data`, waited for while it starts or stops; undefined where none runs.
 * The process id alone proves nothing: after a crash it may be a stranger's.
 */
export async function findPostmaster(
  data: string,
  password: string,
  say: Say,
): Promise<Postmaster | undefined> {
  let refusals = 0;
  let said = false;
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const found = readPostmaster(data);
    if (!found || !isAlive(found.pid)) return undefined;
    const standsHere = worksIn(found.pid, data);
    if (standsHere === false) return undefined;
    const answer = found.port > 0 ? await ask(data, password, found.port) : 'refused';
    if (answer === 'ours') return found;
    // Where the system cannot say what folder a process works in, the silence has to.
    if (answer === 'stranger' && !standsHere) return undefined;
    if (answer === 'stranger') throw new StartFault('database-password-lost', { folder: data });
    if (answer === 'refused' && !standsHere && ++refusals > REFUSALS_MAX) return undefined;
    if (answer === 'busy' && !said) say('database-waiting', { folder: data, pid: found.pid });
    said ||= answer === 'busy';
    await wait(PAUSE_MS);
  }
  throw new StartFault('database-start-slow', { log: data, seconds: READY_WITHIN_SECONDS });
}

/** Takes away what a killed server left, where its process id has become a stranger's and would stop the next. */
export function clearPostmaster(data: string): void {
  const found = readPostmaster(data);
  if (found && isAlive(found.pid) && !worksIn(found.pid, data)) rmSync(join(data, 'postmaster.pid'));
}

type Answer = 'ours' | 'busy' | 'refused' | 'stranger';

/** Who answers on a port: a server is ours if it takes our password and works on our folder. */
export async function ask(data: string, password: string, port: number): Promise<Answer> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'ladder',
    password,
    database: 'postgres',
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    application_name: 'ladder start',
  });
  // A server that goes away while we ask is said by the query that fails.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('data_directory') as folder");
    return realpathSync(String(rows[0]?.folder)) === realpathSync(data) ? 'ours' : 'stranger';
  } catch (error) {
    return answerOf(codeOf(error));
  } finally {
    await client.end().catch(() => undefined);
  }
}

function answerOf(code: string): Answer {
  if (code === 'ECONNREFUSED') return 'refused';
  // Starting or stopping, out of connections, or no word in time (which has no code).
  return code === '57P03' || code === '53300' || code === 'ECONNRESET' || code === '' ? 'busy' : 'stranger';
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Whether a process works in a folder, as a PostgreSQL server does in its cluster's; undefined where the system does not say. */
export function worksIn(pid: number, folder: string): boolean | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return undefined;
  }
}
