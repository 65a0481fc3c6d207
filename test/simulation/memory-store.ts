import type { EngineStore, EngineTransaction, Signal, TakenDelivery } from '../../src/app/ports/engine.ts';
import { asInstant, type Instant } from '../../src/core/instant.ts';
import { copied, dueOf, noTables, type Surroundings, type Tables } from './memory-tables.ts';
import { MemoryTransaction } from './memory-transaction.ts';

/** Where something may go wrong: between any two steps, just before a commit, and just after one. */
export type Point = (name: string) => Promise<void>;

const CLAIM_MS = 10_000;
const FIRST_CASE = 100_001;

/**
 * A store that keeps everything in memory, under a clock that its owner sets. Transactions come one after another;
 * between them, and wherever the store is asked something, `point` may let time pass for others, or throw.
 */
export class MemoryStore implements EngineStore {
  readonly surroundings: Surroundings;
  point: Point = async () => undefined;
  #tables = noTables();
  #time: Instant;
  #lastCase = FIRST_CASE;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(surroundings: Surroundings, time: Instant) {
    this.surroundings = surroundings;
    this.#time = time;
  }

  /** What is committed. */
  get tables(): Tables {
    return this.#tables;
  }

  time(): Instant {
    return this.#time;
  }

  setTime(to: Instant): void {
    this.#time = to;
  }

  nextCaseNumber(): number {
    return this.#lastCase++;
  }

  transaction<T>(work: (tx: EngineTransaction) => Promise<T>): Promise<T> {
    return this.#inTurn(() => this.#once(work));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #once<T>(work: (tx: EngineTransaction) => Promise<T>): Promise<T> {
    await this.point('begin');
    const tables = copied(this.#tables);
    const answer = await work(new MemoryTransaction(tables, this));
    await this.point('before commit');
    this.#tables = tables;
    await this.point('after commit');
    return answer;
  }

  async takeDeliveries(max: number): Promise<readonly TakenDelivery[]> {
    await this.point('takeDeliveries');
    const jobs = await this.#inTurn(async () => {
      const { deliveryJobs } = this.#tables;
      const due = dueOf(deliveryJobs, this.#time, max);
      for (const job of due) deliveryJobs.set(job.id, { ...job, heldUntil: this.#time + CLAIM_MS });
      return due;
    });
    await this.point('deliveries taken');
    return jobs.flatMap(({ id, data }) => this.#taken(id, data.deliveryId) ?? []);
  }

  #taken(jobId: string, deliveryId: string): TakenDelivery | undefined {
    const kept = this.#tables.deliveries.get(deliveryId);
    if (!kept) return undefined;
    const { letter, state, attempts, reason } = kept;
    const { links: _links, replyHash: _hash, keys: _keys, ...rest } = letter;
    return { ...rest, jobId, name: letter.personId, state, attempts, reason };
  }

  async keepDeliveries(jobIds: readonly string[]): Promise<void> {
    await this.point('keepDeliveries');
    await this.#inTurn(async () => {
      for (const id of jobIds) {
        const job = this.#tables.deliveryJobs.get(id);
        if (job) this.#tables.deliveryJobs.set(id, { ...job, heldUntil: this.#time + CLAIM_MS });
      }
    });
  }

  async untilNext(queue: 'deadline' | 'notice' | 'delivery'): Promise<number | undefined> {
    await this.point('untilNext');
    const { deadlines, notices, deliveryJobs } = this.#tables;
    const jobs = { deadline: deadlines, notice: notices, delivery: deliveryJobs }[queue];
    // A job that is held is no longer waiting.
    const starts = [...jobs.values()].filter((job) => (job.heldUntil ?? 0) <= this.#time);
    if (starts.length === 0) return undefined;
    return Math.max(0, Math.min(...starts.map((job) => job.startAt)) - this.#time);
  }

  /** Nobody looks in memory, and nothing is set aside there that a look would have to see. */
  async unseenLateness(now: Instant): Promise<number> {
    return this.latestness(now);
  }

  async latestness(now: Instant): Promise<number> {
    await this.point('latestness');
    const due = [...this.#tables.cases.values()].flatMap((one) =>
      one.setAside === undefined ? (one.nextDueAt ?? []) : [],
    );
    return Math.max(0, now - Math.min(now, ...due));
  }

  onSignal(_listener: (signal: Signal, startsInMs: number | undefined) => void): () => void {
    return () => undefined;
  }

  /** The earliest instant at which any waiting job starts. */
  nextStart(): Instant | undefined {
    const { deadlines, notices, deliveryJobs } = this.#tables;
    const jobs = [...deadlines.values(), ...notices.values(), ...deliveryJobs.values()];
    const starts = jobs.map((job) => Math.max(job.startAt, job.heldUntil ?? 0));
    return starts.length === 0 ? undefined : asInstant(Math.min(...starts));
  }
}
