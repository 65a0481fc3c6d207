import type { TakenDelivery } from '../app/ports/engine.ts';
import { type Attempt, attempt } from './attempt.ts';
import type { EngineParts } from './parts.ts';
import { settle } from './settle.ts';

/** Attempts under way at once on one node; the carrier has its own bound of connections. */
const ATTEMPTS_MAX = 20;
/** Finished attempts settled in one transaction: few enough that each change of a case is announced. */
const SETTLED_TOGETHER_MAX = 100;
/** While so many wait to be settled, because the database cannot take them, nothing more is sent. */
const UNSETTLED_MAX = 200;

/** Whom it concerns that an attempt is finished, and that there is room again where there was none. */
interface Concerned {
  readonly finished: () => void;
  readonly free: () => void;
}

/**
 * The attempts of one node, side by side: a recipient that hangs takes up one place until its carrier gives up. What
 * they came to is gathered, and settled many at a time.
 */
export class Attempts {
  readonly #parts: EngineParts;
  readonly #concerned: Concerned | undefined;
  /** Jobs from the moment they are taken until they are settled. One that is being settled is locked, not kept. */
  readonly #jobs = new Map<string, 'kept' | 'settling'>();
  readonly #sending = new Set<Promise<void>>();
  #finished: Attempt[] = [];

  constructor(parts: EngineParts, concerned?: Concerned) {
    this.#parts = parts;
    this.#concerned = concerned;
  }

  /** How many more may be taken now. */
  get room(): number {
    return Math.max(0, Math.min(ATTEMPTS_MAX - this.#sending.size, UNSETTLED_MAX - this.#finished.length));
  }

  /** Begins an attempt, unless this node is at it already: then its claim had lapsed, and is renewed. */
  start(delivery: TakenDelivery): void {
    if (this.#jobs.has(delivery.jobId)) return;
    this.#jobs.set(delivery.jobId, 'kept');
    const sending = this.#send(delivery).then(() => {
      const wasFull = this.room === 0;
      this.#sending.delete(sending);
      if (wasFull) this.#concerned?.free();
      this.#concerned?.finished();
    });
    this.#sending.add(sending);
  }

  async #send(delivery: TakenDelivery): Promise<void> {
    try {
      this.#finished.push(await attempt(this.#parts, delivery));
    } catch (error) {
      // Nobody knows what became of it: its claim lapses, and it is sent again.
      this.#jobs.delete(delivery.jobId);
      const { contract, caseId, deliveryId } = delivery;
      this.#parts.log.error('attempt-lost', error, { contract, caseId, deliveryId });
    }
  }

  /** Keeps the claims of all that is under way or waits to be settled. */
  async keep(): Promise<void> {
    const ids = [...this.#jobs].flatMap(([id, is]) => (is === 'kept' ? [id] : []));
    if (ids.length > 0) await this.#parts.store.keepDeliveries(ids);
  }

  /** Settles what is finished; answers how many. Where that fails by a fault of the world, they wait on. */
  async settle(): Promise<number> {
    const wasFull = this.room === 0;
    const batch = this.#finished.splice(0, SETTLED_TOGETHER_MAX);
    if (batch.length === 0) return 0;
    for (const { delivery } of batch) this.#jobs.set(delivery.jobId, 'settling');
    try {
      await settle(this.#parts, batch);
    } catch (error) {
      for (const { delivery } of batch) this.#jobs.set(delivery.jobId, 'kept');
      this.#finished.unshift(...batch);
      throw error;
    }
    for (const { delivery } of batch) this.#jobs.delete(delivery.jobId);
    if (wasFull) this.#concerned?.free();
    return batch.length;
  }

  /** When no attempt is under way any more: each has a limit of its carrier's. */
  async ended(): Promise<void> {
    await Promise.all(this.#sending);
  }
}
