import { type RawBuilder, type RawNode, sql } from 'kysely';
import { asInstant, type Instant } from '../../core/instant.ts';

/** A column of time as whole milliseconds since the epoch. */
export const milliseconds = (column: string): RawBuilder<RawNode> =>
  sql`(extract(epoch from ${sql.ref(column)}) * 1000)::int8`;

/** The instant a column held; undefined where it was empty. */
export const instantOr = (value: number | null): Instant | undefined =>
  value === null ? undefined : asInstant(value);
