import type { Instant } from '../../core/instant.ts';

/** What a clock says: the time Ladder lives in, and by how much that is ahead of the machine's. */
export interface Reading {
  readonly now: Instant;
  /** Milliseconds; other than 0 only in a demonstration whose clock was moved. */
  readonly offsetMs: number;
}

/** Asks the database one question without values, on whatever connection or transaction is at hand. */
export type Ask = (question: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** Reads the time. */
export type Clock = (ask: Ask) => Promise<Reading>;
