import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { until } from '../build/until.ts';
import { crash, pidOf, place } from '../store/cluster-world.ts';
import { forgetInstallation, ladder, processesIn, realInstallation, started } from './ladder-process.ts';

const NOBODY = { uid: 65_534, gid: 65_534 };
const asRoot = test.runIf(process.getuid?.() === 0);

afterAll(forgetInstallation);

const healthy = async (url: string): Promise<boolean> => (await fetch(`${url}/healthz`)).ok;

test('an empty folder becomes a demonstration that says where it is, answers, and leaves no process behind', async () => {
  const data = place();
  const first = ladder(['start'], { data });
  await until(() => expect(first.out()).toContain('Ladder is ready at http://localhost:'));
  expect(first.out()).toMatch(/^Ladder is ready at \S+ \(a demonstration: .*\)\. Ctrl-C stops it\.\n$/);
  expect(await healthy(/http:\S+/.exec(first.out())?.[0] ?? '')).toBe(true);
  first.child.kill('SIGINT');
  expect(await first.ended).toMatchObject({ exit: 0 });
  expect(processesIn(data)).toEqual([]);
  const second = await started({ data });
  expect(await second.ready).toMatchObject({ kind: 'demonstration' });
  expect(second.err()).not.toContain('demonstration');
  second.child.kill('SIGTERM');
  expect(await second.ended).toMatchObject({ exit: 0 });
  expect(processesIn(data)).toEqual([]);
  expect(existsSync(join(data, 'running.json'))).toBe(false);
});

test('a second start on the same folder says where the first is, and stops', async () => {
  const data = await realInstallation();
  const first = await started({ data });
  const { exit, out, err } = await ladder(['start'], { data }).ended;
  expect({ exit, out }).toEqual({ exit: 1, out: '' });
  expect(err).toContain(`Ladder already runs on the folder ${data}, at ${first.url}.`);
  expect(await healthy(first.url)).toBe(true);
});

test('a killed Ladder is followed by the next, which finds the database running and says so', async () => {
  const data = await realInstallation();
  const first = await started({ data });
  const database = pidOf(data);
  await crash(first.child.pid, until);
  const second = await started({ data });
  expect(second.err()).toContain('it goes on where the record ends');
  expect(pidOf(data)).toBe(database);
  second.child.kill('SIGINT');
  await second.ended;
  expect(processesIn(data)).toEqual([]);
});

test('a database that is killed under a running Ladder is started again, and Ladder goes on', async () => {
  const data = await realInstallation();
  const { err, url, child, ended } = await started({ data });
  await crash(pidOf(data), until);
  await until(() => expect(err()).toContain('The database is back.'));
  expect(err()).toContain('it replays what it had accepted');
  expect(await healthy(url)).toBe(true);
  const { exit } = await ladder(['start'], { data }).ended;
  expect(exit).toBe(1);
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ exit: 0 });
  expect(processesIn(data)).toEqual([]);
});

test('after Ladder and its database were both killed the next start says that it replays', async () => {
  const data = await realInstallation();
  const first = await started({ data });
  await crash(first.child.pid, until);
  await crash(pidOf(data), until);
  const second = await started({ data });
  expect(second.err()).toContain('was not stopped cleanly; it replays what it had accepted');
  expect(second.err()).toContain('it goes on where the record ends');
});

test('one wish to stop that arrives several times is one', async () => {
  const data = await realInstallation();
  const first = await started({ data });
  for (let times = 0; times < 3; times++) first.child.kill('SIGINT');
  expect(await first.ended).toMatchObject({ exit: 0 });
});

test('a request that hangs is waited for, and a second wish to stop ends at once', async () => {
  const data = await realInstallation();
  const { url, child, ended, err } = await started({ data });
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  socket.write('POST /api/v1/contracts HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n');
  await once(socket, 'connect');
  expect(await healthy(url)).toBe(true);
  child.kill('SIGINT');
  await until(() => expect(err()).toContain('Stopping'));
  await until(() => {
    child.kill('SIGINT');
    expect(err()).toContain('Ended at once');
  });
  expect(await ended).toMatchObject({ exit: 130 });
  const next = await started({ data });
  expect(next.err()).toContain('was not stopped cleanly');
});

test('a taken port is said, and nothing is left running', async () => {
  const data = await realInstallation();
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await until(() => expect(other.address()).not.toBeNull());
  const { port } = other.address() as { port: number };
  const { exit, err } = await ladder(['start'], { data, env: { PORT: String(port) } }).ended;
  expect(exit).toBe(3);
  expect(err).toBe(
    `ladder: Port ${port} is taken by another program.\n  Stop that one, or name another port: PORT=${port + 1}\n`,
  );
  expect(processesIn(data)).toEqual([]);
});

test('where its port is taken, no database is made', async () => {
  const data = place();
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await until(() => expect(other.address()).not.toBeNull());
  const { port } = other.address() as { port: number };
  const { exit, err } = await ladder(['start'], { data, env: { PORT: String(port) } }).ended;
  expect([exit, err.split('\n')[0]]).toEqual([3, `ladder: Port ${port} is taken by another program.`]);
  expect(existsSync(data)).toBe(false);
});

test.each([
  ['a host that others can reach', { LADDER_HOST: '0.0.0.0' }, 'LADDER_HOST is "0.0.0.0"'],
  [
    'a carrier of mail',
    { SMTP_URL: 'smtp://127.0.0.1:2525', LADDER_MAIL_FROM: 'a@b.example' },
    'ladder init',
  ],
  ['a setting with a slip', { LADDER_HOTS: '127.0.0.1' }, 'Did you mean LADDER_HOST?'],
])('no demonstration is made with %s', async (_what, env, says) => {
  const data = place();
  const { exit, err } = await ladder(['start'], { data, env }).ended;
  expect(exit).toBe(2);
  expect(err).toContain(says);
  expect(existsSync(data)).toBe(false);
});

test('a real installation does not listen beyond the machine without a carrier', async () => {
  const data = await realInstallation();
  const { exit, err } = await ladder(['start'], { data, env: { LADDER_HOST: '0.0.0.0' } }).ended;
  expect(exit).toBe(2);
  expect(err).toContain('there is no mail server to tell anybody anything');
  expect(processesIn(data)).toEqual([]);
});

test('a folder that has lost its secret is not given another', async () => {
  const data = await realInstallation();
  const file = join(data, 'secret');
  rmSync(file);
  const { exit, err } = await ladder(['start'], { data }).ended;
  expect(exit).toBe(3);
  expect(err).toContain(`The secret of this installation is not at ${file}.`);
  expect(existsSync(file)).toBe(false);
  writeFileSync(file, `${'other'.repeat(9)}\n`, { mode: 0o600 });
  expect((await ladder(['start'], { data }).ended).err).toContain('another secret than the one in');
});

asRoot('an ordinary user runs it on a folder of their own', async () => {
  const data = place();
  mkdirSync(data, { mode: 0o700 });
  chownSync(data, NOBODY.uid, NOBODY.gid);
  const { exit, err, out } = await ladder(['init', '--json'], { data, ids: NOBODY }).ended;
  expect({ exit, err }).toMatchObject({ exit: 0 });
  expect(JSON.parse(out)).toEqual({
    token: expect.stringMatching(/^ladder_[\w-]{43}$/),
    link: expect.stringMatching(/^http:\/\/localhost:\d+\/sign-in\/link\/[\w-]{43}$/),
  });
  const first = await started({ data, ids: NOBODY });
  expect(await healthy(first.url)).toBe(true);
  first.child.kill('SIGINT');
  expect(await first.ended).toMatchObject({ exit: 0 });
  expect(processesIn(data)).toEqual([]);
});

asRoot('a folder in which the user may not write is named', async () => {
  const data = place();
  mkdirSync(data);
  chmodSync(data, 0o755);
  const { exit, err } = await ladder(['start'], { data, ids: NOBODY }).ended;
  expect(exit).toBe(3);
  expect(err).toContain(data);
  expect(err).toContain('name another data folder');
});

test.runIf(existsSync('/usr/bin/node'))('an older Node hands over to the one that npm brought', async () => {
  const data = await realInstallation();
  const first = await started({ data, program: '/usr/bin/node' });
  expect(readFileSync(join(data, 'running.json'), 'utf8')).toContain(first.url);
  first.child.kill('SIGINT');
  expect(await first.ended).toMatchObject({ exit: 0 });
  expect(processesIn(data)).toEqual([]);
});
