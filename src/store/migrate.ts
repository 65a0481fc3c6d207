import assert from 'node:assert';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { getConstructionPlans } from 'pg-boss';
import { inProject } from '../project.ts';
import { StartFault } from './start-fault.ts';
import { patiently } from './watch-wires.ts';

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly digest: string;
}

/** The compiler copies no SQL. */
const MIGRATIONS = inProject('src/store/migrations');
/** Any number will do, as long as nobody else on the database locks it. */
const LOCK = 7_211_533;
const JOBS_LINE = /^-- pg-boss construction plans$/m;

/**
 * Brings a database to the newest migration, and says from which to which.
 *
 * Each migration is one transaction under a lock, so a crash leaves whole migrations behind, and of two nodes that
 * start at once one migrates while the other waits and finds nothing to do. A database that a newer Ladder has
 * migrated, and a released migration whose text has changed, are refused before anything is written.
 *
 *     await migrate(pool);  // { from: 0, to: 12 }
 */
export async function migrate(
  database: pg.Pool | pg.ClientBase,
  folder = MIGRATIONS,
): Promise<{ from: number; to: number }> {
  const migrations = readMigrations(folder);
  if (!(database instanceof pg.Pool)) return migrateAll(database, migrations);
  const client = await database.connect();
  try {
    return await patiently(client, () => migrateAll(client, migrations));
  } finally {
    client.release();
  }
}

async function migrateAll(
  client: pg.ClientBase,
  migrations: readonly Migration[],
): Promise<{ from: number; to: number }> {
  const from = await migrateNext(client, migrations);
  // One round each, and one that finds nothing left.
  for (let at = from, rounds = 0; rounds <= migrations.length; rounds++) {
    if (at === migrations.length) break;
    at = await migrateNext(client, migrations);
  }
  return { from, to: migrations.length };
}

/** Applies the first migration that is missing; the number the database was at before. */
async function migrateNext(client: pg.ClientBase, migrations: readonly Migration[]): Promise<number> {
  await client.query('begin');
  try {
    // A big table takes longer to change than any question takes to answer, and the other node waits as long.
    await client.query('set local statement_timeout = 0');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const at = await applied(client, migrations);
    const next = migrations[at];
    if (next) await apply(client, next);
    await client.query('commit');
    return at;
  } catch (error) {
    // The connection may be what failed; then the database rolls back by itself.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function applied(client: pg.ClientBase, migrations: readonly Migration[]): Promise<number> {
  // `applied_at` is the machine's own time, for whoever looks into the table; nothing is decided by it.
  await client.query(`create table if not exists migration (
    number integer primary key,
    name text not null,
    digest text not null,
    applied_at timestamptz not null default clock_timestamp()
  )`);
  const { rows } = await client.query<{ number: number; digest: string }>(
    'select number, digest from migration order by number',
  );
  const found = rows.at(-1)?.number ?? 0;
  if (found > migrations.length) throw new StartFault('database-newer', { found, known: migrations.length });
  for (const [index, { number, digest }] of rows.entries()) {
    const known = migrations[index];
    assert(known?.number === number, 'migrations are applied in order, none left out');
    if (known.digest !== digest) throw new StartFault('database-migration-edited', { migration: known.name });
  }
  return found;
}

async function apply(client: pg.ClientBase, { number, name, text, digest }: Migration): Promise<void> {
  try {
    await client.query(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartFault('database-migration-failed', { migration: name, reason }, error);
  }
  await client.query('insert into migration (number, name, digest) values ($1, $2, $3)', [
    number,
    name,
    digest,
  ]);
}

function readMigrations(folder: string): readonly Migration[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  return files.sort().map((file, index) => {
    const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1]);
    assert(number === index + 1, `migrations are numbered from 0001 without gaps, and ${file} is not`);
    // A checkout on Windows may have turned the line ends.
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    const digest = createHash('sha256').update(text).digest('hex');
    return { number, name: file.replace('.sql', ''), text: text.replace(JOBS_LINE, jobsSchema), digest };
  });
}

/** The schema of the job queue, to be made inside our own transaction instead of its own. */
function jobsSchema(): string {
  const plans = getConstructionPlans('jobs');
  const inside = plans.replace(/^\s*BEGIN;/m, '').replace(/^\s*COMMIT;/m, '');
  assert(!/^\s*(?:BEGIN|COMMIT);/m.test(inside), 'the construction plans are one transaction');
  return inside;
}
