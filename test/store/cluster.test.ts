import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { connect } from '../../src/store/connect.ts';
import { findCluster, startCluster } from '../../src/store/embedded/cluster.ts';
import { until } from '../build/until.ts';
import {
  crash,
  forgetModel,
  pidFile,
  pidOf,
  place,
  query,
  quiet,
  renamePid,
  start,
  starter,
  stranger,
  usedPlace,
} from './cluster-world.ts';

const kept = 'select word from kept';

afterAll(forgetModel);

test('a cluster is made on nothing, stopped, and started again at its port with what it held', async () => {
  const folder = place();
  const said: string[] = [];
  const first = await start(folder, (code) => said.push(code));
  expect(first).toMatchObject({ attached: false, recovered: false });
  expect(said).toEqual(['database-making']);
  await query(first.url, 'create table kept (word text)');
  await query(first.url, "insert into kept values ('here')");
  const pid = pidOf(folder);
  await first.stop();
  // Who has ended stays in the table of processes until its parent, which is the system's, has looked.
  await until(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'));
  expect(existsSync(pidFile(folder))).toBe(false);
  const second = await start(folder);
  expect(second).toMatchObject({ url: first.url, attached: false, recovered: false });
  expect(await query(second.url, kept)).toEqual([{ word: 'here' }]);
});

test('it listens on the loopback alone, lets nobody in without the password, and keeps it from others', async () => {
  const folder = await usedPlace();
  const { url } = await start(folder);
  expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  await expect(query(url.replace(/:[0-9a-f]+@/, ':guess@'), kept)).rejects.toMatchObject({ code: '28P01' });
  expect(statSync(join(folder, 'pg', 'ladder.password')).mode & 0o777).toBe(0o600);
});

test('what is committed is on the disk, save where a cluster is made to be thrown away', async () => {
  const folder = await usedPlace();
  const lasting = await startCluster({ folder, say: quiet });
  expect(await query(lasting.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
  expect(await query(lasting.url, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
  await lasting.stop();
  const fleeting = await start(folder);
  expect(await query(fleeting.url, 'show fsync')).toEqual([{ fsync: 'off' }]);
});

test('many starts at once on nothing make one cluster with one server', async () => {
  const folder = place();
  const [other, ...clusters] = await Promise.all([starter(folder), start(folder), start(folder)]);
  const urls = new Set([...clusters.map(({ url }) => url), other.said.url]);
  expect(urls.size).toBe(1);
  const attached = [...clusters.map((cluster) => cluster.attached), other.said.attached];
  expect(attached.filter((was) => !was)).toHaveLength(1);
  expect(readdirSync(folder).sort()).toEqual(['pg', 'pg.log', 'pg.port']);
});

test('many starts at once on a stopped cluster end with one server', async () => {
  const folder = await usedPlace();
  const [other, ...clusters] = await Promise.all([starter(folder), start(folder), start(folder)]);
  expect(new Set([...clusters.map(({ url }) => url), other.said.url]).size).toBe(1);
});

test('a server that a killed Ladder left running is found again', async () => {
  const folder = await usedPlace();
  const { child, said } = await starter(folder);
  await crash(child.pid ?? 0, until);
  const pid = pidOf(folder);
  const again = await start(folder);
  expect(again).toMatchObject({ url: said.url, attached: true, recovered: false });
  expect(pidOf(folder)).toBe(pid);
  await again.stop();
  expect(await findCluster(folder, quiet)).toBeUndefined();
});

test('after a crash of the server it starts at the same port, and a pool finds it again by itself', async () => {
  const folder = await usedPlace();
  const first = await start(folder);
  const { pool, close } = connect<object>(first.url, { max: 3, applicationName: 'test' });
  onTestFinished(close);
  await Promise.all([1, 2, 3].map(() => pool.query(kept)));
  await crash(pidOf(folder), until);
  await expect(pool.query(kept)).rejects.toThrow();
  const said: string[] = [];
  const second = await start(folder, (code) => said.push(code));
  expect(second).toMatchObject({ url: first.url, attached: false, recovered: true });
  expect(said).toEqual(['database-recovering']);
  expect((await pool.query(kept)).rows).toEqual([{ word: 'here' }]);
});

test('a process id that has become a stranger’s is not taken for the server, and not stopped', async () => {
  const folder = await usedPlace();
  const first = await start(folder);
  const other = stranger();
  await crash(pidOf(folder), until);
  renamePid(folder, other.pid);
  await first.stop();
  expect(await findCluster(folder, quiet)).toBeUndefined();
  const second = await start(folder);
  expect(second).toMatchObject({ url: first.url, attached: false, recovered: true });
  expect(pidOf(folder)).not.toBe(other.pid);
  expect(other.exitCode ?? other.signalCode).toBeNull();
});

test('stopping twice, or after another start has followed, harms nobody', async () => {
  const folder = await usedPlace();
  const first = await start(folder);
  await first.stop();
  await first.stop();
  const second = await start(folder);
  await first.stop();
  expect(await query(second.url, kept)).toEqual([{ word: 'here' }]);
});

test('a stop does not wait for clients', async () => {
  const folder = await usedPlace();
  const cluster = await start(folder);
  const { pool, close } = connect<object>(cluster.url, { max: 1, applicationName: 'test' });
  onTestFinished(close);
  const asleep = expect(pool.query('select pg_sleep(50)')).rejects.toThrow();
  await cluster.stop();
  await asleep;
});

test('a port that another program has taken is left to it', async () => {
  const folder = await usedPlace();
  const first = await start(folder);
  await first.stop();
  const port = Number(readFileSync(join(folder, 'pg.port'), 'utf8'));
  const other = createServer((socket) => socket.destroy());
  await new Promise<void>((done) => other.listen(port, '127.0.0.1', done));
  onTestFinished(() => void other.close());
  const said: unknown[] = [];
  const second = await start(folder, (code, values) => said.push({ code, values }));
  const now = Number(new URL(second.url).port);
  expect(said).toEqual([{ code: 'database-port-changed', values: { from: port, to: now } }]);
  expect(readFileSync(join(folder, 'pg.port'), 'utf8')).toBe(`${now}\n`);
});

test('what starts that were killed on the way have left is swept away', async () => {
  const folder = place();
  mkdirSync(join(folder, 'pg.new-999999999-abc', 'data'), { recursive: true });
  if (process.getuid?.() === 0) mkdirSync(join(folder, 'pg.new-1-abc'));
  await start(folder);
  expect(readdirSync(folder)).not.toContain('pg.new-999999999-abc');
  if (process.getuid?.() === 0) expect(readdirSync(folder)).toContain('pg.new-1-abc');
});
