import type { Kysely } from 'kysely';
import { fromKysely, PgBoss } from 'pg-boss';
import type { Clock } from '../app/ports/clock.ts';
import type { Store } from '../app/ports/store.ts';
import type { Connection } from './connect.ts';
import { createQueues } from './queues.ts';
import { Revisions } from './revisions.ts';
import { StoreTransaction } from './transaction.ts';

export interface PostgresStore extends Store {
  transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  /** The queues' keeper: it returns what dead nodes had taken. */
  readonly boss: PgBoss;
  readonly revisions: Revisions;
  readonly clock: Clock;
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
    db: fromKysely(db as unknown as Parameters<typeof fromKysely>[0]),
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
  const once = <T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> =>
    db
      .transaction()
      .execute((trx) => work(new StoreTransaction(trx as Kysely<unknown>, boss, revisions, clock)));
  return {
    boss,
    revisions,
    clock,
    transaction: (work) => again(() => once(work)),
    close: () => boss.stop({ graceful: false }),
  };
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
