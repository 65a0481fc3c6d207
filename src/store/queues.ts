import { type Kysely, sql } from 'kysely';
import { fromKysely, type PgBoss } from 'pg-boss';
import type { CaseKey, DueJob } from '../app/ports/store.ts';
import { asInstant, formatInstant, type Instant } from '../core/instant.ts';
import type { ReachProgress } from '../core/reach/reach-level.ts';

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
  /** How far the reaching of that level has come. */
  readonly reach?: ReachProgress;
  /** It goes beside the notice by which the level is reached. */
  readonly isBeside?: true;
}

interface NoticesJob {
  readonly notices: readonly NoticeJob[];
}

/** Notices of one transaction are queued so many to a job: a job costs far more than the few numbers in it. */
const NOTICES_TOGETHER = 20;

interface DeadlineJob {
  readonly id: string;
  readonly key: CaseKey;
  /** Real time: milliseconds since the epoch on the database's own clock. */
  readonly startAt: number;
}

interface DeliveryJob {
  readonly contract: string;
  readonly deliveryId: string;
}

interface NewDeliveryJob extends DeliveryJob {
  readonly queuedAt?: Instant | undefined;
}

/** What has waited longest is taken first, however often it was put back: a job with a greater priority comes first. */
const priorityOf = (queuedAt: Instant): number => -Math.floor((queuedAt - PRIORITY_FROM) / 1_000);
/** Seconds from here fit the whole numbers of the database for 68 years. */
const PRIORITY_FROM = Date.UTC(2026, 0, 1);

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

const at = (milliseconds: number): string => formatInstant(asInstant(milliseconds));

/** The queues, on one connection or in one transaction. */
export class Queues {
  readonly #boss: PgBoss;
  readonly #db: Kysely<unknown>;
  /** Deadlines' jobs that this transaction has moved to another instant or removed: there is nothing left to do. */
  readonly #settled = new Set<string>();
  /** Deadlines' jobs that this transaction holds. */
  readonly #taken = new Set<string>();
  readonly #options: { readonly db: ReturnType<typeof fromKysely> };

  constructor(boss: PgBoss, db: Kysely<unknown>) {
    this.#boss = boss;
    this.#db = db;
    this.#options = { db: fromKysely(db as unknown as Parameters<typeof fromKysely>[0]) };
  }

  async addDeadlines(jobs: readonly DeadlineJob[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.#insert(
      'deadline',
      jobs.map(({ id, key, startAt }) => ({ id, data: { ...key }, startAfter: at(startAt) })),
    );
    await this.#sayDue(jobs);
  }

  /**
   * Moves jobs to other instants. One that another node has just taken stays as it is: that node waits for the case,
   * decides on what it then finds, and moves the job itself. Only who takes a job locks its key; a clock that is being
   * moved is waited for.
   */
  async moveDeadlines(jobs: readonly DeadlineJob[]): Promise<void> {
    if (jobs.length === 0) return;
    const ours = jobs.filter(({ id }) => this.#taken.has(id));
    const others = jobs.filter(({ id }) => !this.#taken.has(id));
    await this.#moveTaken(ours);
    await this.#moveFree(others);
    for (const { id } of jobs) this.#settled.add(id);
    await this.#sayDue(jobs);
  }

  async #moveTaken(jobs: readonly DeadlineJob[]): Promise<void> {
    if (jobs.length === 0) return;
    await sql`
      update jobs.job set start_after = row.start,
        keep_until = row.start + ${RETENTION_SECONDS} * interval '1 second'
      from unnest(${jobs.map(({ id }) => id)}::uuid[], ${jobs.map(({ startAt }) => at(startAt))}::timestamptz[])
        as row (id, start)
      where job.name = 'deadline' and job.id = row.id`.execute(this.#db);
  }

  /** Those that are gone are made anew. */
  async #moveFree(jobs: readonly DeadlineJob[]): Promise<void> {
    if (jobs.length === 0) return;
    const { rows: gone } = await sql<{ id: string }>`
      with row as materialized (
        select * from unnest(${jobs.map(({ id }) => id)}::uuid[],
          ${jobs.map(({ startAt }) => at(startAt))}::timestamptz[]) as row (id, start)),
      free as materialized (
        select job.id, row.start from row join jobs.job on job.id = row.id and job.name = 'deadline'
        for key share of job skip locked),
      moved as (
        update jobs.job set start_after = free.start,
          keep_until = free.start + ${RETENTION_SECONDS} * interval '1 second'
        from free where job.name = 'deadline' and job.id = free.id)
      select row.id from row
      where not exists (select from jobs.job where job.name = 'deadline' and job.id = row.id)`.execute(
      this.#db,
    );
    const anew = new Set(gone.map(({ id }) => id));
    await this.addDeadlines(jobs.filter(({ id }) => anew.has(id)));
  }

  async dropDeadlines(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    // What another node has taken is that node's to remove: waiting for it here, it would wait for the case's lock.
    await sql`
      delete from jobs.job where name = 'deadline' and id in (
        select id from jobs.job where name = 'deadline' and id = any(${ids}::uuid[]) for key share skip locked)`.execute(
      this.#db,
    );
    for (const id of ids) this.#settled.add(id);
  }

  /** Removes what was taken and is there still: a case that changed has had its job moved or removed with it. */
  async finishDeadlines(ids: readonly string[]): Promise<void> {
    await this.dropDeadlines(ids.filter((id) => !this.#settled.has(id)));
  }

  /**
   * The earliest that are due and that nobody else has taken; a lock is the claim, and ends with the transaction. The
   * time is the statement's: with one that goes on meanwhile the index would be read to its end.
   */
  async takeDeadlines(max: number): Promise<readonly DueJob[]> {
    const { rows } = await sql<{ id: string; data: CaseKey }>`
      select id, data from jobs.job
      where name = 'deadline' and state = 'created' and not blocked and start_after <= statement_timestamp()
      order by start_after limit ${max} for update skip locked`.execute(this.#db);
    for (const { id } of rows) this.#taken.add(id);
    return rows.map(({ id, data }) => ({ id, key: { contract: data.contract, caseId: data.caseId } }));
  }

  /** Lets a deadline wait until then; false where somebody else has acted on it. */
  async putOffDeadline(id: string, startAt: number): Promise<boolean> {
    const { rows } = await sql`
      update jobs.job set start_after = ${at(startAt)}::timestamptz
      where name = 'deadline' and id = ${id}::uuid and state = 'created' returning id`.execute(this.#db);
    return rows.length > 0;
  }

  /** Lets deadlines that wait start at once. */
  async startDeadlines(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await sql`
      update jobs.job set start_after = now()
      where name = 'deadline' and id = any(${ids}::uuid[]) and state = 'created'`.execute(this.#db);
    await sql`select pg_notify('ladder_due', '0')`.execute(this.#db);
  }

  async #sayDue(jobs: readonly DeadlineJob[]): Promise<void> {
    const earliest = at(Math.min(...jobs.map((job) => job.startAt)));
    await sql`
      select pg_notify('ladder_due',
        ceil(extract(epoch from ${earliest}::timestamptz - clock_timestamp()) * 1000)::text)`.execute(
      this.#db,
    );
  }

  async addNotices(jobs: readonly NoticeJob[], startAt?: number): Promise<void> {
    if (jobs.length === 0) return;
    const later = startAt === undefined ? {} : { startAfter: at(startAt) };
    const groups = Array.from({ length: Math.ceil(jobs.length / NOTICES_TOGETHER) }, (_, index) =>
      jobs.slice(index * NOTICES_TOGETHER, (index + 1) * NOTICES_TOGETHER),
    );
    await this.#insert(
      'notice',
      groups.map((notices) => ({ data: { notices }, ...later })),
    );
    if (startAt === undefined) await sql`select pg_notify('ladder_notice', '')`.execute(this.#db);
  }

  async takeNotices(max: number): Promise<readonly { id: string; data: NoticesJob }[]> {
    return this.#boss.fetch<NoticesJob>('notice', { batchSize: max, ...this.#options });
  }

  async dropNotices(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#boss.deleteJob('notice', [...ids], this.#options);
  }

  /** Lets a notice wait until then; false where somebody else has it, or had it. */
  async putOffNotice(id: string, startAt: number): Promise<boolean> {
    const { rows } = await sql`
      update jobs.job set start_after = ${at(startAt)}::timestamptz
      where name = 'notice' and id = ${id}::uuid and state = 'created' returning id`.execute(this.#db);
    return rows.length > 0;
  }

  /** Lets notices that wait start at once. */
  async startNotices(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await sql`
      update jobs.job set start_after = now()
      where name = 'notice' and id = any(${ids}::uuid[]) and state = 'created'`.execute(this.#db);
    await sql`select pg_notify('ladder_notice', '')`.execute(this.#db);
  }

  async addDeliveries(jobs: readonly NewDeliveryJob[], startAt?: number): Promise<void> {
    if (jobs.length === 0) return;
    const later = startAt === undefined ? {} : { startAfter: at(startAt) };
    await this.#insert(
      'delivery',
      jobs.map(({ queuedAt, ...data }) => ({
        data,
        ...later,
        ...(queuedAt !== undefined && { priority: priorityOf(queuedAt) }),
      })),
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

  /** Those of them that there were. */
  async dropDeliveries(ids: readonly string[]): Promise<readonly string[]> {
    if (ids.length === 0) return [];
    const answer = await this.#boss.deleteJob('delivery', [...ids], this.#options);
    // Its types leave out what it answers.
    return (answer as unknown as { readonly settled: readonly string[] }).settled;
  }

  async #insert(
    name: string,
    jobs: { id?: string; data: object; startAfter?: string; priority?: number }[],
  ): Promise<void> {
    await this.#boss.insert(name, jobs, this.#options);
  }
}
