import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyDatabase, freshDatabase } from '../build/database.ts';
import { place, query } from '../store/cluster-world.ts';
import { ladder, started } from './ladder-process.ts';

const said = async (args: readonly string[], url: string, data = place()) =>
  ladder(args, { data, env: { DATABASE_URL: url } }).ended;

test('an installation is made in a database of the operator’s own, once, and runs there', async () => {
  const { url } = await emptyDatabase();
  const data = place();
  expect(await said(['init', '--json'], url, data)).toMatchObject({ exit: 0, err: '' });
  expect(await query(url, 'select kind from installation')).toEqual([{ kind: 'real' }]);
  expect(existsSync(join(data, 'pg'))).toBe(false);
  const again = await said(['init'], url, data);
  expect(again.exit).toBe(1);
  expect(again.err).toContain('holds a real installation already');
  const env = { DATABASE_URL: url };
  // Two nodes on one folder and one database are what a database of one's own is for.
  const nodes = [await started({ data, env }), await started({ data, env })];
  for (const { child, ended } of nodes) {
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ exit: 0 });
  }
  const elsewhere = await said(['start'], url);
  expect(elsewhere.exit).toBe(3);
  expect(elsewhere.err).toContain('The secret of this installation is not at');
});

const elsewhere = (change: (address: URL) => void) => async (): Promise<string> => {
  const address = new URL((await emptyDatabase()).url);
  change(address);
  return address.href;
};

test.each([
  [
    'nobody answers there',
    elsewhere((address) => Object.assign(address, { port: '1' })),
    'No database answers at 127.0.0.1, port 1 (ECONNREFUSED).',
  ],
  [
    'the password is wrong',
    elsewhere((address) => Object.assign(address, { password: 'guess' })),
    'does not let the user "ladder" in',
  ],
  [
    'there is no such database',
    elsewhere((address) => Object.assign(address, { pathname: '/nowhere' })),
    'There is no database "nowhere"',
  ],
  [
    'it holds the tables of something else',
    async () => {
      const { url } = await emptyDatabase();
      await query(url, 'create table orders (id int)');
      return url;
    },
    'is not one of Ladder\'s: it holds the table "orders"',
  ],
  [
    'a newer Ladder wrote it',
    async () => {
      const { url } = await freshDatabase();
      await query(url, "insert into migration select max(number) + 1, '9999-later', 'x' from migration");
      return url;
    },
    'a newer Ladder wrote it',
  ],
])('a start where %s ends with a clear sentence', async (_what, makeUrl, says) => {
  const { exit, out, err } = await said(['start'], await makeUrl());
  expect({ exit, out }).toEqual({ exit: 3, out: '' });
  expect(err).toContain(says);
  expect(err).not.toContain('    at ');
});

test('an address that is none is a setting to be corrected, and its password is not shown', async () => {
  const { exit, err } = await said(['start'], 'postgres:/ladder:hidden@nowhere');
  expect(exit).toBe(2);
  expect(err).toContain('DATABASE_URL');
  expect(err).not.toContain('hidden');
});
