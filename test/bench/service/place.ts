import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Ask, Clock } from '../../../src/app/ports/clock.ts';
import { asInstant, type Instant } from '../../../src/core/instant.ts';
import { parse } from '../../../src/core/plan/reading/parse.ts';
import { compile } from '../../../src/core/plan/revision/compile.ts';
import type { Revision } from '../../../src/core/plan/revision/revision.ts';
import { type Connection, connect } from '../../../src/store/connect.ts';
import { type Cluster, startCluster } from '../../../src/store/embedded/cluster.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { openStore, type PostgresStore } from '../../../src/store/open-store.ts';

/** A database of its own on the disk, with the sample plan, one customer and its people. */
export interface Place {
  readonly url: string;
  readonly connection: Connection<unknown>;
  readonly store: PostgresStore;
  readonly revision: Revision;
  readonly time: BenchClock;
  memory(): string;
  close(): Promise<void>;
}

/** The database's clock ahead by `offsetMs`, or standing at an instant while cases of another hour are made. */
interface BenchClock {
  offsetMs: number;
  standingAt: Instant | undefined;
}

const SAMPLE = join(import.meta.dirname, '../../../plans/calnet-3-category-9.1.plan.yaml');

/** Makes the place; it is durable as an installation is: every commit reaches the disk. */
export async function makePlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), `ladder-bench-${process.pid}-`));
  await chmod(folder, 0o711);
  const cluster = await startCluster({ folder, say: () => undefined });
  const connection = connect<unknown>(cluster.url, { max: 12, applicationName: 'bench' });
  await migrate(connection.pool);
  const time: BenchClock = { offsetMs: 0, standingAt: undefined };
  const store = await openStore({ connection, clock: clockOf(time), tends: true });
  const revision = sampleRevision();
  await seed(connection, revision);
  return {
    url: cluster.url,
    connection,
    store,
    revision,
    time,
    memory: () => `node ${nodeMegabytes()} MB, database ${databaseMegabytes(folder)} MB`,
    close: () => close(folder, cluster, connection, store),
  };
}

const clockOf =
  (time: BenchClock): Clock =>
  async (ask: Ask) => {
    if (time.standingAt !== undefined) return { now: time.standingAt, offsetMs: time.offsetMs };
    const [row] = await ask('select floor(extract(epoch from clock_timestamp()) * 1000)::int8 as real');
    return { now: asInstant((row as { real: number }).real + time.offsetMs), offsetMs: time.offsetMs };
  };

function sampleRevision(): Revision {
  const { revision, gaps } = compile(parse(readFileSync(SAMPLE, 'utf8')).value, 1);
  if (!revision) throw new Error(`the sample has gaps: ${gaps.join(', ')}`);
  return revision;
}

async function seed(
  { db }: Connection<unknown>,
  { contract, number, timeZone, ...rules }: Revision,
): Promise<void> {
  const made = '2026-01-01T00:00:00Z';
  const compiled = JSON.stringify({ contract, number, timeZone, ...rules });
  await sql`insert into contract values (${contract}, 'The sample', ${timeZone}, ${made})`.execute(db);
  await sql`insert into revision (contract_id, number, state, digest, rules, loaded_at, published_at)
    values (${contract}, ${number}, 'published', '\\x00', ${compiled}::jsonb, ${made}, ${made})`.execute(db);
  await sql`insert into customer values (${contract}, 'agency', 'An agency')`.execute(db);
  for (const person of ['dana', ...Object.keys(rules.seats)]) {
    await sql`insert into person (contract_id, person_id, name, email)
      values (${contract}, ${person}, ${person}, ${`${person}@ladder.example`})`.execute(db);
  }
}

async function close(
  folder: string,
  cluster: Cluster,
  connection: Connection<unknown>,
  store: PostgresStore,
): Promise<void> {
  await store.close();
  await connection.close();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

const MEGABYTE = 1_048_576;
const nodeMegabytes = (): number => Math.round(process.memoryUsage().rss / MEGABYTE);

/** What the database's processes hold, shared memory counted once; 0 where the system does not say. */
function databaseMegabytes(folder: string): number {
  const [pid = ''] = readFileSync(join(folder, 'pg', 'postmaster.pid'), 'utf8').split('\n');
  try {
    const ours = readdirSync('/proc').filter(
      (one) => /^\d+$/.test(one) && (one === pid || parentOf(one) === pid),
    );
    const kilobytes = ours.map((one) => Number(/^Pss:\s+(\d+)/m.exec(read(one, 'smaps_rollup'))?.[1] ?? 0));
    return Math.round(kilobytes.reduce((sum, each) => sum + each, 0) / 1024);
  } catch {
    return 0;
  }
}

const read = (pid: string, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};
const parentOf = (pid: string): string | undefined => /^\d+ \(.*\) \S (\d+)/.exec(read(pid, 'stat'))?.[1];
