import type { Instant } from '../core/instant.ts';
import { againAfterMs } from './again-after.ts';
import { isBug } from './bug.ts';
import type { Log } from './ports/log.ts';
import type { Store, Transaction } from './ports/store.ts';

/** Contracts for which a bug keeps something from being done: each is tried again later, and holds up no other. */
export class HeldUp {
  readonly #held = new Map<string, { readonly times: number; readonly until: number }>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  at(now: Instant): readonly string[] {
    return [...this.#held].filter(([, { until }]) => until > now).map(([contract]) => contract);
  }

  hold(contract: string, now: Instant, error: unknown): void {
    const times = (this.#held.get(contract)?.times ?? 0) + 1;
    this.#held.set(contract, { times, until: now + againAfterMs(times) });
    this.#log.error('contract-held-up', error, { contract, attempt: times });
  }

  free(contract: string): void {
    this.#held.delete(contract);
  }
}

interface Round<F> {
  /** The next one there is something to do for, locked, but none of these. */
  readonly next: (tx: Transaction, except: readonly string[]) => Promise<F | undefined>;
  readonly work: (tx: Transaction, found: F, now: Instant) => Promise<void>;
  readonly max: number;
}

/**
 * Does something for one contract after the other, each in a transaction of its own; answers for how many. Without
 * `held` a bug goes to whoever asks.
 */
export async function contractByContract<F extends { readonly contract: string }>(
  store: Store,
  held: HeldUp | undefined,
  { next, work, max }: Round<F>,
): Promise<number> {
  for (let count = 0; count < max; count++) {
    let begun: { readonly contract: string; readonly now: Instant } | undefined;
    try {
      const isDone = await store.transaction(async (tx) => {
        const now = await tx.now();
        const found = await next(tx, held?.at(now) ?? []);
        if (!found) return false;
        begun = { contract: found.contract, now };
        await work(tx, found, now);
        return true;
      });
      if (!isDone) return count;
      if (begun) held?.free(begun.contract);
    } catch (error) {
      if (!begun || !held || !isBug(error)) throw error;
      held.hold(begun.contract, begun.now, error);
    }
  }
  return max;
}
