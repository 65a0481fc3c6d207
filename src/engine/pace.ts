import type { TelephoneMeans } from '../app/ports/telephone.ts';

/** How many of each a carrier takes in a minute. */
type PerMinute = Readonly<Record<TelephoneMeans, number>>;

/** What is kept of turns given away that were never taken: another node has taken what they were for. */
const TURNS_MAX = 10_000;
const MINUTE_MS = 60_000;

interface Line {
  /** When the next turn is free. */
  nextAt: number;
  /** Nothing is sent before: the carrier asked for it. */
  restsUntil: number;
  readonly turns: Map<string, number>;
}

/**
 * Turns for what a carrier takes only so much of, in the order in which they are asked for. A turn is given once and
 * kept: whoever comes back when it has come goes at once, however many wait by then.
 */
export class Pace {
  readonly #spacing: Readonly<Record<TelephoneMeans, number>>;
  readonly #now: () => number;
  readonly #lines: Readonly<Record<TelephoneMeans, Line>> = { text: freshLine(), call: freshLine() };

  constructor(perMinute: PerMinute, now: () => number) {
    this.#spacing = { text: MINUTE_MS / perMinute.text, call: MINUTE_MS / perMinute.call };
    this.#now = now;
  }

  /** How long this one still has to wait, in milliseconds; 0: it goes now, and its turn is over. */
  wait(means: TelephoneMeans, id: string): number {
    const line = this.#lines[means];
    const now = this.#now();
    const turn = line.turns.get(id) ?? this.#give(means, id, now);
    const left = Math.ceil(turn - now);
    if (left > 0) return left;
    line.turns.delete(id);
    return 0;
  }

  #give(means: TelephoneMeans, id: string, now: number): number {
    const line = this.#lines[means];
    const turn = Math.max(now, line.nextAt);
    line.nextAt = turn + this.#spacing[means];
    if (line.turns.size >= TURNS_MAX) line.turns.clear();
    line.turns.set(id, turn);
    return turn;
  }

  /**
   * The carrier asked for so much rest: every turn that would fall into it comes so much later. What it did not take goes
   * first then, for its turn was before theirs.
   */
  rest(means: TelephoneMeans, seconds: number, id: string): void {
    const line = this.#lines[means];
    const now = this.#now();
    const until = Math.max(now + seconds * 1_000, line.restsUntil);
    const later = until - Math.max(now, line.restsUntil) + this.#spacing[means];
    line.restsUntil = until;
    for (const [other, turn] of line.turns) line.turns.set(other, Math.max(turn, now) + later);
    line.nextAt = Math.max(line.nextAt, now) + later;
    line.turns.set(id, until);
  }
}

const freshLine = (): Line => ({ nextAt: 0, restsUntil: 0, turns: new Map() });
