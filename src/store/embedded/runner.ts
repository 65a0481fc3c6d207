import { execFile } from 'node:child_process';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { StartFault } from '../start-fault.ts';

const run = promisify(execFile);

/** As whom PostgreSQL is run: it refuses to be root. */
export interface Runner {
  /** The ids the process takes, and its files have; undefined where they are ours already. */
  readonly ids: { readonly uid: number; readonly gid: number } | undefined;
  /** Put before the program: a namespace of its own in which root's files belong to somebody else. */
  readonly before: readonly string[];
}

interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const OURSELVES: Runner = { ids: undefined, before: [] };
const NOBODY = 65_534;
const UNSHARED: Runner = {
  ids: undefined,
  before: ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`],
};

/** What a child of ours finds in its surroundings: no foreign libraries, no foreign language, no PG variables. */
export const SURROUNDINGS: NodeJS.ProcessEnv = {
  LC_ALL: 'C',
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
};

/**
 * As whom to make a cluster in `folder`. As root: the folder's owner, else `postgres`, else `nobody`, the first who
 * may enter both the folder and the programs; else a namespace where root is somebody else, which containers
 * often forbid.
 */
export async function runnerForNew(folder: string, programs: string): Promise<Runner> {
  if (process.getuid?.() !== 0) return OURSELVES;
  const known = accounts();
  const owner = statSync(folder).uid;
  const wanted = [
    ...known.filter(({ uid }) => uid === owner),
    ...known.filter(({ name }) => name === 'postgres'),
    ...known.filter(({ name }) => name === 'nobody'),
  ].filter(({ uid }) => uid !== 0);
  const ids = wanted.find((account) => mayEnter(folder, account) && mayEnter(programs, account));
  if (ids) return { ids, before: [] };
  if (owner === 0 && (await mayUnshare())) return UNSHARED;
  throw new StartFault('database-root-refused', { folder });
}

/** As whom to run the cluster that is in `data`: as its owner, since nobody else may. */
export async function runnerForData(data: string, programs: string): Promise<Runner> {
  const { uid, gid } = statSync(data);
  const own = process.getuid?.();
  if (own === undefined || (own === uid && own !== 0)) return OURSELVES;
  if (own !== 0) throw new StartFault('database-folder-foreign', { folder: data, owner: nameOf(uid) });
  if (uid === 0) {
    if (await mayUnshare()) return UNSHARED;
  } else if (mayEnter(data, { uid, gid }) && mayEnter(programs, { uid, gid })) {
    return { ids: { uid, gid }, before: [] };
  }
  throw new StartFault('database-root-refused', { folder: data });
}

/** Whether an account may pass through every folder down to and including this one, by its modes alone. */
export function mayEnter(folder: string, account: { uid: number; gid: number }): boolean {
  for (let path = folder; ; path = dirname(path)) {
    if (!mayPass(statSync(path), account)) return false;
    if (path === dirname(path)) return true;
  }
}

function mayPass({ uid, gid, mode }: Stats, account: { uid: number; gid: number }): boolean {
  if (uid === account.uid) return (mode & 0o100) !== 0;
  return (mode & (gid === account.gid ? 0o010 : 0o001)) !== 0;
}

async function mayUnshare(): Promise<boolean> {
  const [program = '', ...args] = UNSHARED.before;
  try {
    await run(program, [...args, 'true'], { env: SURROUNDINGS });
    return true;
  } catch {
    // Whatever it failed with, this way is closed; the caller says what is left.
    return false;
  }
}

function nameOf(uid: number): string {
  return accounts().find((account) => account.uid === uid)?.name ?? `user ${uid}`;
}

/** The users of this machine as `/etc/passwd` has them: initdb insists on finding its own there. */
function accounts(): readonly Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length > 3)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
