import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { codeOf, folderFault, type Say, StartFault } from '../start-fault.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { makeCluster, PASSWORD_FILE } from './make.ts';
import { clearPostmaster, findPostmaster, type Postmaster } from './postmaster.ts';
import { runnerForData, runnerForNew } from './runner.ts';
import { keptPort, type Started, startServer } from './server.ts';
import { stopServer } from './stop.ts';

/** A running PostgreSQL of our own. */
export interface Cluster {
  /** The address of its database `ladder`, password included. */
  readonly url: string;
  /** It was running already: left by a crash, or started by a neighbour. */
  readonly attached: boolean;
  /** Its last stop was a crash, and this start replayed what it had accepted. */
  readonly recovered: boolean;
  readonly stop: () => Promise<void>;
}

interface ClusterOptions {
  /** The data folder; the cluster stands in `pg` inside it. Made where missing. */
  readonly folder: string;
  /** Wanted at the first start; the port of the last start goes before it, and a taken one is left alone. */
  readonly port?: number;
  /** False for a cluster that is thrown away: faster, and lost in a power cut. */
  readonly durable?: boolean;
  readonly say: Say;
}

/** Other starts and the last processes of a killed server give way within seconds. */
const TRIES_MAX = 100;
const HELD_PAUSE_MS = 100;

/**
 * A PostgreSQL server on `folder`, made where there is none, found where one runs, started otherwise.
 *
 * Any number of starts at once end with one server. It keeps its port from start to start, so that a pool finds it
 * again by itself, and it outlives this process: a crash of ours leaves it running for the next start to find.
 *
 *     const { url, stop } = await startCluster({ folder: 'data', say });
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { durable = true } = options;
  // A try that other starts hold up is made again, and has the same things to say.
  const say = onceEach(options.say);
  const folder = openFolder(resolve(options.folder));
  const data = join(folder, 'pg');
  const binaries = findBinaries();
  // Whose it is comes first: into another user's cluster we cannot even look.
  if (existsSync(data)) await runnerForData(data, binaries.folder);
  if (!existsSync(join(data, 'PG_VERSION'))) {
    refuseOccupied(data);
    say('database-making', { folder: data });
    const runner = await runnerForNew(folder, binaries.folder);
    await makeCluster(folder, { binaries, runner, durable });
  }
  checkData(data, binaries);
  const password = passwordOf(data);
  const place: Place = { data, password, binaries, portFile: join(folder, 'pg.port') };
  for (let tries = 0, taken = 0; tries < TRIES_MAX; tries++) {
    const running = await findPostmaster(data, password, say);
    if (running) {
      say('database-found-running', { folder: data, pid: running.pid });
      return opened(place, running, { attached: true, recovered: false });
    }
    clearPostmaster(data);
    const port = await portFor(place.portFile, { wanted: options.port, taken, say });
    const log = join(folder, 'pg.log');
    const started: Started = await startServer({ data, log, password, port, durable, binaries, say });
    if (started.end === 'ready')
      return opened(place, started.postmaster, { attached: false, recovered: started.recovered });
    if (started.end === 'portTaken') taken = port;
    else await wait(HELD_PAUSE_MS);
  }
  throw new StartFault('database-start-slow', { log: data, seconds: (TRIES_MAX * HELD_PAUSE_MS) / 1000 });
}

/** Says each sentence the first time only. */
function onceEach(say: Say): Say {
  const said = new Set<string>();
  return (code, ...values) => {
    if (said.has(code)) return;
    said.add(code);
    say(code, ...values);
  };
}

/** The server that runs on `folder`; undefined where none does. Starts nothing. */
export async function findCluster(folder: string, say: Say): Promise<Cluster | undefined> {
  const data = join(resolve(folder), 'pg');
  if (!existsSync(join(data, 'postmaster.pid'))) return undefined;
  const place: Place = {
    data,
    password: passwordOf(data),
    binaries: findBinaries(),
    portFile: join(resolve(folder), 'pg.port'),
  };
  const running = await findPostmaster(data, place.password, say);
  return running && opened(place, running, { attached: true, recovered: false });
}

interface Place {
  readonly data: string;
  readonly password: string;
  readonly portFile: string;
  readonly binaries: Binaries;
}

async function opened(
  place: Place,
  postmaster: Postmaster,
  how: { attached: boolean; recovered: boolean },
): Promise<Cluster> {
  const { data, password, binaries, portFile } = place;
  if (keptPort(portFile) !== postmaster.port) keepPort(portFile, postmaster.port);
  const server = `postgres://ladder:${password}@127.0.0.1:${postmaster.port}`;
  await ensureDatabase(server);
  return {
    url: `${server}/ladder`,
    ...how,
    stop: () => stopServer(data, password, { postmaster, binaries }),
  };
}

/** A crash between the server's first start and this leaves a cluster without the database; so every start looks. */
async function ensureDatabase(server: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'ladder'");
    if (rowCount === 0) await client.query('create database ladder strategy file_copy');
  } catch (error) {
    // Another start made it at the same time: it exists, or its row was faster than ours.
    if (codeOf(error) !== '42P04' && codeOf(error) !== '23505') throw error;
  } finally {
    await client.end();
  }
}

function openFolder(folder: string): string {
  try {
    // Root hands the cluster to another user, who has to pass through to it.
    mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    return folder;
  } catch (error) {
    if (['EEXIST', 'ENOTDIR'].includes(codeOf(error)))
      throw new StartFault('database-folder-file', { folder }, error);
    throw folderFault(folder, error);
  }
}

/** What somebody else keeps in the place of the cluster is left alone; an empty folder is taken. */
function refuseOccupied(data: string): void {
  if (!existsSync(data)) return;
  if (!statSync(data).isDirectory()) throw new StartFault('database-folder-file', { folder: data });
  const names = readdirSync(data);
  // A neighbour may have moved its own in since we looked.
  if (names.length > 0 && !names.includes('PG_VERSION'))
    throw new StartFault('database-folder-occupied', { folder: data });
}

function checkData(data: string, binaries: Binaries): void {
  const mode = statSync(data).mode & 0o777;
  if (process.platform !== 'win32' && mode !== 0o700 && mode !== 0o750)
    throw new StartFault('database-folder-modes', { folder: data, mode: mode.toString(8) });
  const found = textOf(data, 'PG_VERSION').trim();
  if (found !== binaries.major)
    throw new StartFault('database-major-other', { folder: data, found, needed: binaries.major });
}

function passwordOf(data: string): string {
  if (!existsSync(join(data, PASSWORD_FILE)))
    throw new StartFault('database-password-lost', { folder: data });
  return textOf(data, PASSWORD_FILE);
}

function textOf(data: string, name: string): string {
  try {
    return readFileSync(join(data, name), 'utf8');
  } catch (error) {
    throw folderFault(data, error);
  }
}

/** The port to try: the kept one, the wanted one, or after one was found taken any that is free. */
async function portFor(
  file: string,
  { wanted, taken, say }: { wanted: number | undefined; taken: number; say: Say },
): Promise<number> {
  const port = keptPort(file) ?? wanted;
  if (port !== undefined && taken === 0) return port;
  const free = await freePort();
  if (taken !== 0) say('database-port-changed', { from: taken, to: free });
  return free;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Written aside and renamed: a reader finds a whole number. */
function keepPort(file: string, port: number): void {
  const aside = `${file}.${process.pid}`;
  try {
    writeFileSync(aside, `${port}\n`);
    renameSync(aside, file);
  } catch (error) {
    throw folderFault(file, error);
  }
}
