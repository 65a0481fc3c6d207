import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { LateLine } from '../app/ports/outbox.ts';
import { asInstant, formatInstant, type Instant } from '../core/instant.ts';
import { milliseconds } from './views/milliseconds.ts';
import { CHAINS, HAS_FAILED } from './watch-chains.ts';

/** Rows that have deadlines: of cases those whose clocks are acted on, and those set aside, each along an index; and others. */
interface Source {
  readonly from: RawBuilder<unknown>;
  readonly name: RawBuilder<unknown>;
  readonly isAside: RawBuilder<unknown>;
}

const SOURCES: readonly Source[] = [
  { from: sql`"case" o where set_aside_at is null`, name: sql`o.case_id`, isAside: sql`false` },
  { from: sql`"case" o where set_aside_at is not null`, name: sql`o.case_id`, isAside: sql`true` },
  ...CHAINS.map(({ table, id, keyOf }) => ({
    from: sql`${sql.table(table)} o where true`,
    name: sql`${sql.lit(keyOf('', '').caseId)} || o.${sql.ref(id)}`,
    isAside: HAS_FAILED,
  })),
];

const isSeen = ({ name }: Source): RawBuilder<unknown> => sql`exists (select from seen_late seen
  where seen.contract_id = o.contract_id and seen.case_id = ${name} and seen.due_at = o.next_due_at)`;

const union = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql.join(parts, sql` union all `);

/**
 * How long the oldest thing has waited that is late and that nobody who keeps the installation has seen, in milliseconds;
 * 0 where there is none. Deadlines of all kinds, those of cases set aside too, and letters that cannot be written.
 */
export async function unseenLateness(db: Kysely<unknown>, now: Instant): Promise<number> {
  const at = formatInstant(now);
  const earliest = SOURCES.map(
    (source) => sql`(select o.next_due_at as due_at from ${source.from}
      and o.next_due_at < ${at}::timestamptz and not ${isSeen(source)} order by o.next_due_at limit 1)`,
  );
  const letters = sql`(select min(since) as due_at from failed_letter where seen_at is null)`;
  const { rows } = await sql<{ due_at: number | null }>`
    select (extract(epoch from min(due_at)) * 1000)::int8 as due_at
    from (${union([...earliest, letters])}) as late`.execute(db);
  const dueAt = rows[0]?.due_at ?? null;
  return dueAt === null ? 0 : Math.max(0, now - dueAt);
}

interface LateRow {
  readonly contract_id: string;
  readonly case_id: string;
  readonly due: number;
  readonly is_aside: boolean;
  readonly is_seen: boolean;
}

const lateOf = (source: Source, before: Instant): RawBuilder<unknown> => sql`
  select o.contract_id, ${source.name} as case_id, o.next_due_at as due_at, ${source.isAside} as is_aside,
    ${isSeen(source)} as is_seen
  from ${source.from} and o.next_due_at < ${formatInstant(before)}::timestamptz`;

/** What was due before an instant and has not been acted on, the earliest first. */
export async function lateLines(
  db: Kysely<unknown>,
  before: Instant,
  max: number,
): Promise<readonly LateLine[]> {
  const some = SOURCES.map((one) => sql`(${lateOf(one, before)} order by o.next_due_at limit ${max})`);
  const { rows } = await sql<LateRow>`
    select contract_id, case_id, ${milliseconds('due_at')} as due, is_aside, is_seen
    from (${union(some)}) as late order by due_at, contract_id, case_id limit ${max}`.execute(db);
  return rows.map((row) => ({
    contract: row.contract_id,
    caseId: row.case_id,
    dueAt: asInstant(row.due),
    isSetAside: row.is_aside,
    isSeen: row.is_seen,
  }));
}

/** Keeps that all which was late at an instant, and every letter that could not be written then, has been seen. */
export async function saveSeen(
  db: Kysely<unknown>,
  { late, letters, at }: { readonly late: Instant; readonly letters: Instant; readonly at: Instant },
): Promise<void> {
  await sql`
    insert into seen_late (contract_id, case_id, due_at, seen_at)
    select contract_id, case_id, due_at, ${formatInstant(at)}::timestamptz
    from (${union(SOURCES.map((one) => sql`(${lateOf(one, late)})`))}) as late where not is_seen
    on conflict (contract_id, case_id) do update set due_at = excluded.due_at, seen_at = excluded.seen_at`.execute(
    db,
  );
  await sql`
    update failed_letter set seen_at = ${formatInstant(at)}
    where seen_at is null and since <= ${formatInstant(letters)}::timestamptz`.execute(db);
}
