// Writes src/store/schema.sql, what the migrations make on an empty database.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../../src/store/embedded/cluster.ts';
import { migrate } from '../../src/store/migrate.ts';
import { schemaText } from './schema-text.ts';

const root = mkdtempSync(join(tmpdir(), `ladder-test-${process.pid}-`));
// As root the server runs as another user, who has to pass through.
if (process.getuid?.() === 0) chmodSync(root, 0o711);
const cluster = await startCluster({ folder: join(root, 'database'), durable: false, say: () => undefined });
const client = new pg.Client({ connectionString: cluster.url });
await client.connect();
await migrate(client);
writeFileSync(join(import.meta.dirname, '..', '..', 'src', 'store', 'schema.sql'), await schemaText(client));
await client.end();
await cluster.stop();
rmSync(root, { recursive: true });
