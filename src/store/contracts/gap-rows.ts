import { type Kysely, sql } from 'kysely';
import type { ToldGap } from '../../app/ports/rotas.ts';
import { formatInstant } from '../../core/instant.ts';
import { instantOf } from './row-values.ts';

interface GapRow {
  readonly level: number;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly cover: ToldGap['cover'];
  readonly is_open: boolean;
}

/** The gaps of a contract that were told and had not ended when it was last looked at. */
export async function toldGaps(db: Kysely<unknown>, contract: string): Promise<readonly ToldGap[]> {
  const { rows } = await sql<GapRow>`
    select level, starts_at, ends_at, cover, is_open from told_gap where contract_id = ${contract}
    order by level, starts_at`.execute(db);
  return rows.map(({ level, starts_at, ends_at, cover, is_open }) => ({
    ...{ level, cover, isOpen: is_open },
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
  const rows = gaps.map(({ level, from, until, cover, isOpen }) => ({
    ...{ level, starts_at: formatInstant(from), ends_at: formatInstant(until), cover, is_open: isOpen },
  }));
  await sql`
    insert into told_gap (contract_id, level, starts_at, ends_at, cover, is_open)
    select ${contract}, level, starts_at, ends_at, cover, is_open
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as row (level integer, starts_at timestamptz, ends_at timestamptz, cover text, is_open boolean)`.execute(
    db,
  );
}
