import { randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { startCluster } from '../../src/store/embedded/cluster.ts';
import { migrate } from '../../src/store/migrate.ts';

const TEMPLATE_LOCK = 1;

let server: Promise<string> | undefined;

/**
 * A migrated database that no other test has seen. The run's PostgreSQL is started by whoever asks first. Databases
 * are not dropped: the cluster goes away whole.
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
  const url = await server;
  const name = `t_${randomBytes(8).toString('hex')}`;
  await ask(url, (client) => client.query(`create database ${name} ${how}`));
  return { url: urlOf(url, name) };
}

/** Workers race for it: they share the server, and one makes the template while the others wait. */
async function startServer(): Promise<string> {
  const folder = inject('clusterFolder');
  // As root the server runs as another user, who has to pass through.
  if (process.getuid?.() === 0) chmodSync(dirname(folder), 0o711);
  const { url } = await startCluster({ folder, durable: false, say: () => undefined });
  await ask(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'template_ladder'");
    if (rowCount !== 0) return;
    await client.query('create database making strategy file_copy');
    await ask(urlOf(url, 'making'), (inside) => migrate(inside));
    await client.query('alter database making rename to template_ladder');
    await client.query('alter database template_ladder is_template true allow_connections false');
  });
  return url;
}

function urlOf(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

async function ask(url: string, what: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await what(client);
  } finally {
    await client.end();
  }
}
