import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { emptyDatabase } from '../../test/build/database.ts';
import { connect } from './connect.ts';
import { migrate } from './migrate.ts';

const FIRST = 'create table one (id bigint primary key);';
const SECOND = 'insert into one values (1);';

async function openPool() {
  const { url } = await emptyDatabase();
  const { pool, close } = connect<object>(url, { max: 4, applicationName: 'test' });
  onTestFinished(close);
  return pool;
}

function folderOf(...texts: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'ladder-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [index, text] of texts.entries()) writeFileSync(join(folder, `000${index + 1}-step.sql`), text);
  return folder;
}

test('migrations are applied in order, and each once', async () => {
  const pool = await openPool();
  expect(await migrate(pool, folderOf(FIRST))).toEqual({ from: 0, to: 1 });
  expect(await migrate(pool, folderOf(FIRST, SECOND))).toEqual({ from: 1, to: 2 });
  expect(await migrate(pool, folderOf(FIRST, SECOND))).toEqual({ from: 2, to: 2 });
  expect((await pool.query('select * from one')).rows).toEqual([{ id: 1 }]);
  const { rows } = await pool.query('select number, name from migration order by number');
  expect(rows).toEqual([
    { number: 1, name: '0001-step' },
    { number: 2, name: '0002-step' },
  ]);
});

test('of nodes that migrate at once, one does and the others wait for it', async () => {
  const pool = await openPool();
  const folder = folderOf(FIRST, SECOND, 'select pg_sleep(0.05);', 'insert into one values (2);');
  const results = await Promise.all([1, 2, 3, 4].map(() => migrate(pool, folder)));
  expect(results.map(({ to }) => to)).toEqual([4, 4, 4, 4]);
  expect((await pool.query('select count(*) from one')).rows).toEqual([{ count: 2 }]);
  expect((await pool.query('select count(*) from migration')).rows).toEqual([{ count: 4 }]);
});

test('a migration that fails is undone whole, and those before it stay', async () => {
  const pool = await openPool();
  const broken = folderOf(FIRST, `${SECOND} insert into nowhere values (1);`);
  await expect(migrate(pool, broken)).rejects.toMatchObject({
    code: 'database-migration-failed',
    values: { migration: '0002-step', reason: 'relation "nowhere" does not exist' },
  });
  expect((await pool.query('select count(*) from one')).rows).toEqual([{ count: 0 }]);
  expect(await migrate(pool, folderOf(FIRST, SECOND))).toEqual({ from: 1, to: 2 });
});

test('a released migration whose text has changed is refused', async () => {
  const pool = await openPool();
  await migrate(pool, folderOf(FIRST));
  await expect(migrate(pool, folderOf(`${FIRST} -- better`, SECOND))).rejects.toMatchObject({
    code: 'database-migration-edited',
    values: { migration: '0001-step' },
  });
  expect((await pool.query('select count(*) from migration')).rows).toEqual([{ count: 1 }]);
});

test('line ends of another system are no change', async () => {
  const pool = await openPool();
  await migrate(pool, folderOf('select 1;\nselect 2;\n'));
  expect(await migrate(pool, folderOf('select 1;\r\nselect 2;\r\n'))).toEqual({ from: 1, to: 1 });
});

test('the database of a newer Ladder is refused, both numbers named', async () => {
  const pool = await openPool();
  await migrate(pool, folderOf(FIRST, SECOND));
  await expect(migrate(pool, folderOf(FIRST))).rejects.toMatchObject({
    code: 'database-newer',
    values: { found: 2, known: 1 },
  });
});

test('a gap in the numbers is our own mistake', async () => {
  const pool = await openPool();
  const folder = folderOf(FIRST);
  writeFileSync(join(folder, '0003-step.sql'), SECOND);
  await expect(migrate(pool, folder)).rejects.toThrow('numbered from 0001 without gaps');
});

test('the job queue is made inside the migration that names it, and undone with it', async () => {
  const pool = await openPool();
  const jobs = '-- pg-boss construction plans\n';
  const exists = "select count(*) from information_schema.tables where table_schema = 'jobs'";
  await expect(migrate(pool, folderOf(`${jobs}select 1 / 0;`))).rejects.toMatchObject({
    code: 'database-migration-failed',
  });
  expect((await pool.query(exists)).rows).toEqual([{ count: 0 }]);
  await migrate(pool, folderOf(`${FIRST}\n${jobs}${SECOND}`));
  expect((await pool.query(exists)).rows[0].count).toBeGreaterThan(3);
});

/** Up to here there was no release before. */
const FIRST_RELEASE = 20;
/** What would be missed, or refused, by a release that does not know of it. */
const TAKES_AWAY =
  /\bdrop (?:table|column|view|constraint)|\brename\b|\b(?:set|drop) not null\b|\bset data type\b|\balter column \S+ type\b/i;
const ADDS_NEEDED = /\badd column\b(?![^,;]*\b(?:default|generated)\b)[^,;]*\bnot null\b/i;

/** What a release before meets and passes over, and how. */
const PASSED_OVER: Readonly<Record<string, string>> = {
  '0027-seat-fillings.sql':
    'a seat with nobody in it is to it a seat that no plan has filled yet: it reaches whom the plan names',
  '0033-mailboxes.sql':
    'the news of one more carrier may be kept: it asks for those of the carriers that it knows',
  '0038-telephone-deliveries.sql':
    'the news of carriers of texts and calls may be kept: it asks for those of the carriers that it knows',
};

test('from the first release on no migration takes away what the release before asks for', () => {
  const folder = new URL('./migrations/', import.meta.url);
  const takers = readdirSync(folder).filter((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8').replaceAll(/--.*$/gm, '');
    return TAKES_AWAY.test(text) || ADDS_NEEDED.test(text);
  });
  expect(takers).toContain('0010-sign-in.sql');
  const later = takers.filter((name) => Number(name.slice(0, 4)) > FIRST_RELEASE);
  expect(later).toEqual(Object.keys(PASSED_OVER));
});
