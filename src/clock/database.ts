import type { Clock } from '../app/ports/clock.ts';
import { asInstant } from '../core/instant.ts';

/**
 * The database's clock, plus what a demonstration's clock was moved by: one clock for every node, read at each
 * call and not once a transaction.
 */
export const databaseClock: Clock = async (ask) => {
  const [row] = await ask(`
    select floor(extract(epoch from clock_timestamp()) * 1000)::int8 as real,
      coalesce((select clock_offset_ms from installation), 0) as "offset"`);
  const { real, offset } = row as { real: number; offset: number };
  return { now: asInstant(real + offset), offsetMs: offset };
};
