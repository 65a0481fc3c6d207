import { asInstant, type Instant } from '../core/instant.ts';

interface Kept<T> {
  readonly at: Instant;
  readonly found: Promise<T>;
}

/** An answer, and when it was found. */
interface Answer<T> {
  readonly at: Instant;
  readonly found: T;
}

interface RecentLimits {
  /** For so long an answer is given again as it is. */
  readonly forMs: number;
  /** For so long an older one still is, while a new one is being found: nobody waits for what is asked all the time. */
  readonly whileMs: number;
  /** Questions whose answers are kept at once. */
  readonly max: number;
}

/**
 * Answers to questions that cost more than asking again is worth, kept for a moment: who asks the same meanwhile waits
 * for the answer that is being found, or has the one that was. What failed is not kept.
 */
export class Recent<T> {
  readonly #kept = new Map<string, Kept<T>>();
  readonly #beingFound = new Set<string>();
  readonly #limits: RecentLimits;

  constructor(limits: RecentLimits) {
    this.#limits = limits;
  }

  /** Where nothing young enough is kept, the answer is found first, and what goes wrong then is thrown. */
  async find(question: string, now: Instant, find: () => Promise<T>): Promise<Answer<T>> {
    const known = this.#kept.get(question);
    const age = known ? now - known.at : Number.NaN;
    const { forMs, whileMs } = this.#limits;
    if (known && age >= 0 && age < whileMs) {
      if (age >= forMs) this.#findAnew(question, now, find);
      return { at: known.at, found: await known.found };
    }
    const fresh = { at: asInstant(now), found: find() };
    this.#keep(question, fresh);
    try {
      return { at: fresh.at, found: await fresh.found };
    } catch (error) {
      if (this.#kept.get(question) === fresh) this.#kept.delete(question);
      throw error;
    }
  }

  /** Beside what is answered meanwhile; what fails is tried again when it is asked for next. */
  #findAnew(question: string, now: Instant, find: () => Promise<T>): void {
    if (this.#beingFound.has(question)) return;
    this.#beingFound.add(question);
    find()
      .then((found) => this.#keep(question, { at: asInstant(now), found: Promise.resolve(found) }))
      .catch(() => undefined)
      .finally(() => this.#beingFound.delete(question));
  }

  #keep(question: string, fresh: Kept<T>): void {
    this.#kept.delete(question);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= this.#limits.max && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(question, fresh);
  }
}
