/** A small seeded generator (mulberry32): the same seed gives the same case on any machine. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** From 0 up to but not including 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  whole(from: number, until: number): number {
    return from + Math.floor(this.next() * (until - from + 1));
  }

  /** Like `whole`, and half of the time a multiple of `step`, so that things fall on one instant now and then. */
  round(step: number, from: number, until: number): number {
    const drawn = this.whole(from, until);
    return this.isOneIn(2) ? drawn : Math.min(until, Math.ceil(drawn / step) * step);
  }

  isOneIn(count: number): boolean {
    return this.next() * count < 1;
  }

  of<T>(choices: readonly T[]): T {
    return choices[this.whole(0, choices.length - 1)]!;
  }

  /** Some of them, in their order, at least one. */
  some<T>(choices: readonly T[]): T[] {
    const chosen = choices.filter(() => this.isOneIn(2));
    return chosen.length > 0 ? chosen : [this.of(choices)];
  }

  /** One of them, each as often as its weight says. */
  weighted<T>(choices: readonly (readonly [weight: number, choice: T])[]): T {
    let left = this.next() * choices.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, choice] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    return choices.at(-1)![1];
  }
}
