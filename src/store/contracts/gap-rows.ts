import { type Kysely, sql } from 'kysely';
import type { ToldGap } from '../../app/ports/rotas.ts';
import { formatInstant } from '../../core/instant.ts';
import { instantOf } from './row-values.ts';

/** The gaps of a contract that were told and had not ended when it was last looked at. */
export async function toldGaps(db: Kysely<unknown>, contract: string): Promise<readonly ToldGap[]> {
  const { rows } = await sql<{ level: number; starts_at: Date; ends_at: Date }>`
    select level, starts_at, ends_at from told_gap where contract_id = ${contract}
    order by level, starts_at`.execute(db);
  return rows.map(({ level, starts_at, ends_at }) => ({
    level,
    from: instantOf(starts_at)!,
    until: instantOf(ends_at)!,
  }));
}

/** Keeps these gaps, and no others, as told. */
export async function keepToldGaps(
  db: Kysely<unknown>,
  contract: string,
  gaps: readonly ToldGap[],
): Promise<void> {
  await sql`delete from told_gap where contract_id = ${contract}`.execute(db);
  const rows = gaps.map(({ level, from, until }) => ({
    ...{ level, starts_at: formatInstant(from), ends_at: formatInstant(until) },
  }));
  await sql`
    insert into told_gap (contract_id, level, starts_at, ends_at)
    select ${contract}, level, starts_at, ends_at
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as row (level integer, starts_at timestamptz, ends_at timestamptz)`.execute(db);
}
