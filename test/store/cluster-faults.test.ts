import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { catalogue } from '../../src/core/message/catalogue.ts';
import { connect } from '../../src/store/connect.ts';
import { findBinaries, linkLibraries } from '../../src/store/embedded/binaries.ts';
import { mayEnter } from '../../src/store/embedded/runner.ts';
import { StartFault } from '../../src/store/start-fault.ts';
import { emptyDatabase } from '../build/database.ts';
import { forgetModel, pidOf, place, query, start, starter, usedPlace } from './cluster-world.ts';

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

afterAll(forgetModel);

async function faultOf(starting: Promise<unknown>): Promise<{ code: string; values: unknown }> {
  const fault = await starting.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fault instanceof StartFault)) throw new Error('no fault at the start', { cause: fault });
  return { code: fault.code, values: fault.values };
}

test('data of another PostgreSQL is refused, both versions named', async () => {
  const folder = await usedPlace();
  writeFileSync(join(folder, 'pg', 'PG_VERSION'), '99\n');
  expect(await faultOf(start(folder))).toEqual({
    code: 'database-major-other',
    values: { folder: join(folder, 'pg'), found: '99', needed: '18' },
  });
});

test('a folder that others may read is refused with its permissions', async () => {
  const folder = await usedPlace();
  chmodSync(join(folder, 'pg'), 0o755);
  expect(await faultOf(start(folder))).toEqual({
    code: 'database-folder-modes',
    values: { folder: join(folder, 'pg'), mode: '755' },
  });
});

test('a server that ends at once is reported with its last words', async () => {
  const folder = await usedPlace();
  writeFileSync(join(folder, 'pg', 'postgresql.conf'), 'shared_bufers = 1\n');
  const fault = await faultOf(start(folder));
  expect(fault.code).toBe('database-ended-early');
  expect(JSON.stringify(fault.values)).toContain('unrecognized configuration parameter');
});

test('a cluster without its password says so', async () => {
  const folder = await usedPlace();
  rmSync(join(folder, 'pg', 'ladder.password'));
  expect(await faultOf(start(folder))).toMatchObject({ code: 'database-password-lost' });
});

test('a file where the folder should be is no folder', async () => {
  const folder = place();
  writeFileSync(folder, '');
  expect(await faultOf(start(folder))).toEqual({
    code: 'database-folder-file',
    values: { folder },
  });
  const under = join(folder, 'data');
  expect(await faultOf(start(under))).toEqual({ code: 'database-folder-file', values: { folder: under } });
});

test('what is no database is left alone where one would be made', async () => {
  const folder = place();
  mkdirSync(join(folder, 'pg'), { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, 'pg', 'letters.txt'), 'Dear all');
  expect(await faultOf(start(folder))).toEqual({
    code: 'database-folder-occupied',
    values: { folder: join(folder, 'pg') },
  });
  expect(readdirSync(folder)).toEqual(['pg']);
});

test('a machine without binaries of ours is told which have them', () => {
  expect(() => findBinaries('sunos-sparc')).toThrow('database-platform-unsupported');
  expect(() => findBinaries('win32-x64')).toThrow('database-binaries-missing');
});

test('the links between libraries are made where npm was told to run no scripts', () => {
  const folder = place();
  const library = join(folder, 'native', 'lib');
  mkdirSync(library, { recursive: true });
  writeFileSync(join(library, 'libpq.so.5.18'), 'code');
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  writeFileSync(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  linkLibraries(folder);
  linkLibraries(folder);
  expect(readFileSync(join(library, 'libpq.so.5'), 'utf8')).toBe('code');
});

test.runIf(isRoot)('as root the server runs as somebody else, and its files are theirs', async () => {
  const folder = await usedPlace();
  await start(folder);
  const { uid } = statSync(join(folder, 'pg'));
  expect(uid).not.toBe(0);
  expect(readFileSync(`/proc/${pidOf(folder)}/status`, 'utf8')).toMatch(new RegExp(`^Uid:\\t${uid}\\t`, 'm'));
});

test.runIf(isRoot)('as root the owner of the folder runs the server', async () => {
  const folder = place();
  mkdirSync(folder);
  chownSync(folder, NOBODY, NOBODY);
  await start(folder);
  expect(statSync(join(folder, 'pg')).uid).toBe(NOBODY);
});

test.runIf(isRoot && canUnshare())(
  'as root in a folder closed to all others the files stay root’s',
  async () => {
    const folder = place();
    mkdirSync(folder, { mode: 0o700 });
    const first = await start(folder);
    expect(statSync(join(folder, 'pg')).uid).toBe(0);
    const pid = pidOf(folder);
    expect(await start(folder)).toMatchObject({ url: first.url, attached: true });
    await first.stop();
    await expect.poll(() => isThere(pid)).toBe(false);
    expect(await start(folder)).toMatchObject({ url: first.url, attached: false, recovered: false });
  },
);

test.runIf(isRoot && mayEnter(import.meta.dirname, { uid: NOBODY, gid: NOBODY }))(
  'an ordinary user makes a cluster of their own, and is told whose another’s is',
  async () => {
    const [own, foreign] = [place(), await usedPlace()];
    mkdirSync(own);
    chownSync(own, NOBODY, NOBODY);
    const ids = { uid: NOBODY, gid: NOBODY };
    const { said } = await starter(own, ids);
    expect(await query(String(said.url), 'select 1 as one')).toEqual([{ one: 1 }]);
    chownSync(join(foreign, 'pg'), 1, 1);
    expect((await starter(foreign, ids)).said).toEqual({
      code: 'database-folder-foreign',
      values: { folder: join(foreign, 'pg'), owner: 'daemon' },
    });
  },
);

test.runIf(isRoot && canMount())('a full disk is said, while making and while starting', async () => {
  for (const size of ['8m', '20m']) {
    const making = small(size);
    expect(await faultOf(start(making))).toEqual({ code: 'database-disk-full', values: { folder: making } });
    expect(existsSync(join(making, 'pg'))).toBe(false);
  }
  const starting = small('70m');
  execFileSync('cp', ['-a', join(await usedPlace(), 'pg'), starting]);
  execFileSync('sh', ['-c', 'cat /dev/zero > "$1" || true', 'sh', join(starting, 'ballast')], {
    stdio: 'ignore',
  });
  expect(await faultOf(start(starting))).toMatchObject({ code: 'database-disk-full' });
});

test.each([
  ['mysql://ladder@localhost/ladder', 'mysql://ladder@localhost/ladder'],
  ['postgres://ladder@localhost', 'postgres://ladder@localhost'],
  ['localhost:5432', 'localhost:5432'],
  ['postgres://ladder:se@cret@host:port/name', 'postgres://ladder:***@host:port/name'],
])('%s is no address of a database, and a password in it is not repeated', (url, shown) => {
  expect(() => connect(url, { max: 1, applicationName: 'test' })).toThrow(
    expect.objectContaining({ code: 'database-url-malformed', values: { url: shown } }),
  );
});

test('an address where nobody listens, or that nobody knows, is named', async () => {
  const silent = createServer();
  const port = await new Promise<number>((done) =>
    silent.listen(0, '127.0.0.1', () => done(Number(Object(silent.address()).port))),
  );
  await new Promise((done) => silent.close(done));
  expect(await faultOf(verified(`postgres://ladder:x@127.0.0.1:${port}/ladder`))).toEqual({
    code: 'database-server-unreachable',
    values: { host: '127.0.0.1', port, reason: 'ECONNREFUSED' },
  });
});

test('a wrong password and a wrong name each have their sentence', async () => {
  const { url } = await emptyDatabase();
  await verified(url);
  expect(await faultOf(verified(url.replace(/:[0-9a-f]+@/, ':guess@')))).toEqual({
    code: 'database-access-denied',
    values: { user: 'ladder', host: '127.0.0.1' },
  });
  const elsewhere = new URL(url);
  elsewhere.pathname = '/elsewhere';
  expect(await faultOf(verified(elsewhere.href))).toEqual({
    code: 'database-name-unknown',
    values: { database: 'elsewhere', host: '127.0.0.1' },
  });
  const { faults } = catalogue('en').start;
  expect(faults['database-name-unknown']({ database: 'elsewhere', host: '127.0.0.1' })).toContain(
    'Create it',
  );
});

async function verified(url: string): Promise<void> {
  const { verify, close } = connect<object>(url, { max: 1, applicationName: 'test' });
  await verify().finally(close);
}

/** A small file system of its own under a data folder. */
function small(size: string): string {
  const folder = place();
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
}

function canUnshare(): boolean {
  return runs('unshare', ['--user', '--map-user=65534', '--map-group=65534', 'true']);
}

/** Tried on a mount point that is there already and of which a second layer is taken away again. */
function canMount(): boolean {
  return runs('sh', ['-c', 'mount -t tmpfs tmpfs /mnt && umount /mnt']);
}

function runs(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Also for as long as whoever started it has not been told of its end. */
function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
