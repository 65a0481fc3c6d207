import { asInstant, type Instant } from '../core/instant.ts';

interface Kept<T> {
  readonly at: Instant;
  readonly found: Promise<T>;
}

/**
 * Answers to questions that cost more than asking again is worth, kept for a moment: who asks the same meanwhile waits
 * for the answer that is being found, or has the one that was. What failed is not kept.
 */
export class Recent<T> {
  readonly #kept = new Map<string, Kept<T>>();
  readonly #forMs: number;
  readonly #max: number;

  constructor({ forMs, max }: { readonly forMs: number; readonly max: number }) {
    this.#forMs = forMs;
    this.#max = max;
  }

  /** The answer, and when it was found. */
  async find(
    question: string,
    now: Instant,
    find: () => Promise<T>,
  ): Promise<{ readonly at: Instant; readonly found: T }> {
    const known = this.#kept.get(question);
    if (known && now >= known.at && now < known.at + this.#forMs)
      return { at: known.at, found: await known.found };
    const fresh = { at: asInstant(now), found: find() };
    this.#keep(question, fresh);
    try {
      return { at: fresh.at, found: await fresh.found };
    } catch (error) {
      if (this.#kept.get(question) === fresh) this.#kept.delete(question);
      throw error;
    }
  }

  #keep(question: string, fresh: Kept<T>): void {
    this.#kept.delete(question);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= this.#max && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(question, fresh);
  }
}
