import { type Kysely, sql } from 'kysely';
import { asInstant, type Instant } from '../core/instant.ts';

/** What a clock says: the time Ladder lives in, and by how much that is ahead of the machine's. */
export interface Reading {
  readonly now: Instant;
  /** Milliseconds; other than 0 only in a demonstration whose clock was moved. */
  readonly offsetMs: number;
}

/** Reads the time on a database's connection. */
export type Clock = (db: Kysely<unknown>) => Promise<Reading>;

/**
 * The database's clock, plus what a demonstration's clock was moved by: one clock for every node, read at each
 * call and not once a transaction.
 */
export const databaseClock: Clock = async (db) => {
  const { rows } = await sql<{ real: number; offset: number | null }>`
    select floor(extract(epoch from clock_timestamp()) * 1000)::int8 as real,
      (select clock_offset_ms from installation) as offset`.execute(db);
  const { real, offset } = rows[0]!;
  const offsetMs = offset ?? 0;
  return { now: asInstant(real + offsetMs), offsetMs };
};
