import { randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { startCluster } from '../../src/store/embedded/cluster.ts';
import { migrate } from '../../src/store/migrate.ts';

const TEMPLATE_LOCK = 1;

/** Where the run's PostgreSQL is, and a connection that makes and drops databases. */
interface Server {
  readonly url: string;
  readonly client: pg.Client;
}

let server: Promise<Server> | undefined;

/**
 * A migrated database that no other test has seen. The run's PostgreSQL is started by whoever asks first. Whatever is
 * not dropped goes away with the whole cluster.
 *
 *     const { url } = await freshDatabase();
 */
export async function freshDatabase(): Promise<{ url: string }> {
  return made('template template_ladder strategy file_copy');
}

/** A database with nothing in it. */
export async function emptyDatabase(): Promise<{ url: string }> {
  return made('strategy file_copy');
}

async function made(how: string): Promise<{ url: string }> {
  server ??= startServer();
  const { url, client } = await server;
  const name = `t_${randomBytes(8).toString('hex')}`;
  await client.query(`create database ${name} ${how}`);
  return { url: urlOf(url, name) };
}

/** A database is some 13 MB and 800 files, and a run makes more than a thousand. */
export async function dropDatabase({ url }: { readonly url: string }): Promise<void> {
  server ??= startServer();
  const { client } = await server;
  await client.query(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);
}

/** Workers race for it: they share the server, and one makes the template while the others wait. */
async function startServer(): Promise<Server> {
  const folder = inject('clusterFolder');
  // As root the server runs as another user, who has to pass through.
  if (process.getuid?.() === 0) chmodSync(dirname(folder), 0o711);
  const { url } = await startCluster({ folder, durable: false, say: () => undefined });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  const { rowCount } = await client.query("select 1 from pg_database where datname = 'template_ladder'");
  if (rowCount === 0) await makeTemplate(url, client);
  await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  return { url, client };
}

async function makeTemplate(url: string, client: pg.Client): Promise<void> {
  await client.query('create database making strategy file_copy');
  const inside = new pg.Client({ connectionString: urlOf(url, 'making') });
  await inside.connect();
  await migrate(inside);
  await inside.end();
  await client.query('alter database making rename to template_ladder');
  await client.query('alter database template_ladder is_template true allow_connections false');
}

function urlOf(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
