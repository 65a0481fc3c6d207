import { type Kysely, sql } from 'kysely';
import { fromKysely, type PgBoss } from 'pg-boss';
import type { CaseKey, DueJob } from '../app/ports/store.ts';

/** What is queued, and for how long a job may wait: its retention counts from its start, and none may be lost. */
const RETENTION_SECONDS = 50 * 365 * 86_400;
/** A delivery whose node has died is tried again after this; the queue allows no less than 10. */
const HEARTBEAT_SECONDS = 10;
const TAKEN_MAX_SECONDS = 300;

/** A notice to be made of the events from one number to another. */
interface NoticeJob {
  readonly contract: string;
  readonly caseId: string;
  readonly from: number;
  readonly to: number;
  /** 0, and one more each time that an insistent notice is repeated. */
  readonly round: number;
  /** The level that is insisted on; undefined in round 0. */
  readonly level?: number;
}

interface DeliveryJob {
  readonly contract: string;
  readonly deliveryId: string;
}

/** Makes the queues that are not there yet; safe while other nodes do the same. */
export async function createQueues(boss: PgBoss): Promise<void> {
  const forever = { retentionSeconds: RETENTION_SECONDS };
  await boss.createQueue('deadline', { ...forever, partition: true });
  await boss.createQueue('notice', { ...forever, partition: true });
  await boss.createQueue('delivery', {
    ...forever,
    partition: true,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: TAKEN_MAX_SECONDS,
    // Whether to try again is the engine's to say; a job whose node died is always tried again.
    retryLimit: 1_000_000,
  });
}

const at = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** The queues, on one connection or in one transaction. */
export class Queues {
  readonly #boss: PgBoss;
  readonly #db: Kysely<unknown>;
  /** Deadlines' jobs removed on this connection's transaction. */
  readonly #dropped = new Set<string>();
  readonly #options: { readonly db: ReturnType<typeof fromKysely> };

  constructor(boss: PgBoss, db: Kysely<unknown>) {
    this.#boss = boss;
    this.#db = db;
    this.#options = { db: fromKysely(db as unknown as Parameters<typeof fromKysely>[0]) };
  }

  /** `startAt` is real time: milliseconds since the epoch on the database's own clock. */
  async addDeadlines(jobs: readonly { id: string; key: CaseKey; startAt: number }[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.#insert(
      'deadline',
      jobs.map(({ id, key, startAt }) => ({ id, data: { ...key }, startAfter: at(startAt) })),
    );
    const earliest = at(Math.min(...jobs.map((job) => job.startAt)));
    await sql`
      select pg_notify('ladder_due',
        ceil(extract(epoch from ${earliest}::timestamptz - clock_timestamp()) * 1000)::text)`.execute(
      this.#db,
    );
  }

  async dropDeadlines(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#boss.deleteJob('deadline', [...ids], this.#options);
    for (const id of ids) this.#dropped.add(id);
  }

  /** Removes what was taken and is there still: a case that changed has had its job removed with it. */
  async finishDeadlines(ids: readonly string[]): Promise<void> {
    await this.dropDeadlines(ids.filter((id) => !this.#dropped.has(id)));
  }

  async takeDeadlines(max: number): Promise<readonly DueJob[]> {
    const jobs = await this.#boss.fetch<CaseKey>('deadline', { batchSize: max, ...this.#options });
    return jobs.map(({ id, data }) => ({ id, key: { contract: data.contract, caseId: data.caseId } }));
  }

  async addNotices(jobs: readonly NoticeJob[], startAt?: number): Promise<void> {
    if (jobs.length === 0) return;
    const later = startAt === undefined ? {} : { startAfter: at(startAt) };
    await this.#insert(
      'notice',
      jobs.map((data) => ({ data, ...later })),
    );
    await sql`select pg_notify('ladder_notice', '')`.execute(this.#db);
  }

  async takeNotices(max: number): Promise<readonly { id: string; data: NoticeJob }[]> {
    return this.#boss.fetch<NoticeJob>('notice', { batchSize: max, ...this.#options });
  }

  async dropNotices(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#boss.deleteJob('notice', [...ids], this.#options);
  }

  async addDeliveries(jobs: readonly DeliveryJob[], startAt?: number): Promise<void> {
    if (jobs.length === 0) return;
    const later = startAt === undefined ? {} : { startAfter: at(startAt) };
    await this.#insert(
      'delivery',
      jobs.map((data) => ({ data, ...later })),
    );
    await sql`select pg_notify('ladder_delivery', '')`.execute(this.#db);
  }

  /** Outside a transaction: the claim is committed at once, and must be kept alive by `keepDelivery`. */
  async takeDeliveries(max: number): Promise<readonly { id: string; data: DeliveryJob }[]> {
    return this.#boss.fetch<DeliveryJob>('delivery', { batchSize: max, ...this.#options });
  }

  async keepDeliveries(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#boss.touch('delivery', [...ids], this.#options);
  }

  /** How many of them there were. */
  async dropDeliveries(ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    const answer = await this.#boss.deleteJob('delivery', [...ids], this.#options);
    // Its types leave out what it answers.
    return (answer as { readonly affected: number }).affected;
  }

  async #insert(name: string, jobs: { id?: string; data: object; startAfter?: string }[]): Promise<void> {
    await this.#boss.insert(name, jobs, this.#options);
  }
}
