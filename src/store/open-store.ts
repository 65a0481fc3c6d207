import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Clock } from '../app/ports/clock.ts';
import type { EngineStore } from '../app/ports/engine.ts';
import type { Instant } from '../core/instant.ts';
import type { Connection } from './connect.ts';
import { readDeliveries } from './deliveries.ts';
import { StoreEngineTransaction } from './engine-transaction.ts';
import { unseenLateness } from './late.ts';
import { createQueues, Queues } from './queues.ts';
import { Revisions } from './revisions.ts';
import { openSignals, type Signals } from './signals.ts';
import { askOn } from './transaction.ts';
import { latestness } from './watching.ts';

export interface PostgresStore extends EngineStore {
  transaction<T>(work: (tx: StoreEngineTransaction) => Promise<T>): Promise<T>;
  /** The queues' keeper: it returns what dead nodes had taken. */
  readonly boss: PgBoss;
  readonly revisions: Revisions;
  readonly clock: Clock;
  /** The clock, outside any transaction: one question. */
  now(): Promise<Instant>;
  readonly onChange: Signals['onChange'];
  close(): Promise<void>;
}

interface Options {
  readonly connection: Connection<unknown>;
  readonly clock: Clock;
  /** Whether this process looks after the queues; a command of the terminal does not. */
  readonly tends?: boolean;
  /** What goes wrong while it does, such as a lost connection: tried again, and worth a line in the log. */
  readonly onError?: (error: Error) => void;
}

/** Faults of a moment, after which the same work may be done again: deadlocks and what serialisation refuses. */
const AGAIN = new Set(['40001', '40P01']);
const ATTEMPTS_MAX = 5;

/** Opens the store on a connection whose database has been migrated. */
export async function openStore({
  connection,
  clock,
  tends = false,
  onError = () => undefined,
}: Options): Promise<PostgresStore> {
  const { db } = connection;
  const revisions = new Revisions();
  const boss = new PgBoss({
    db: { executeSql: (text, values) => everyRow(connection.pool, text, values) },
    schema: 'jobs',
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: tends,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
  });
  boss.on('error', onError);
  await boss.start();
  await createQueues(boss);
  const once = <T>(work: (tx: StoreEngineTransaction) => Promise<T>): Promise<T> =>
    db
      .transaction()
      .execute((trx) => work(new StoreEngineTransaction(trx as Kysely<unknown>, boss, revisions, clock)));
  const queues = new Queues(boss, db);
  const signals = openSignals(connection.pool);
  return {
    boss,
    revisions,
    clock,
    now: async () => (await clock(askOn(db))).now,
    transaction: (work) => again(() => once(work)),
    takeDeliveries: async (max) => readDeliveries(db, await queues.takeDeliveries(max)),
    keepDeliveries: (jobIds) => queues.keepDeliveries(jobIds),
    untilNext: (queue) => untilNext(db, queue),
    latestness: (now) => latestness(db, now),
    unseenLateness: (now) => unseenLateness(db, now),
    onSignal: signals.onSignal,
    onChange: signals.onChange,
    close: async () => {
      await signals.close();
      await boss.stop({ graceful: false });
    },
  };
}

/** Milliseconds until the next job of a queue starts, by the database's own clock; the index on starts answers it. */
async function untilNext(db: Kysely<unknown>, queue: string): Promise<number | undefined> {
  const { rows } = await sql<{ ms: number | null }>`
    select ceil(extract(epoch from least(
      (select min(start_after) from jobs.job where name = ${queue} and state = 'created' and not blocked),
      (select min(start_after) from jobs.job where name = ${queue} and state = 'retry' and not blocked)
    ) - clock_timestamp()) * 1000)::int8 as ms`.execute(db);
  const ms = rows[0]?.ms ?? undefined;
  return ms === undefined ? undefined : Math.max(0, ms);
}

/** The rows of every statement of a text: the queues' keeper sends several at once, and wants the answers of all. */
async function everyRow(
  pool: pg.Pool,
  text: string,
  values?: unknown[],
): Promise<{ rows: Record<string, unknown>[] }> {
  const result = (await pool.query(text, values)) as pg.QueryResult | pg.QueryResult[];
  return { rows: Array.isArray(result) ? result.flatMap((one) => one.rows) : result.rows };
}

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (attempt >= ATTEMPTS_MAX || typeof code !== 'string' || !AGAIN.has(code)) throw error;
    }
  }
}
