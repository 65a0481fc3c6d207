import { type Kysely, sql } from 'kysely';
import type { Lists, PromiseCount } from '../../app/ports/lists.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { inSight } from './cases.ts';

interface CountRow {
  readonly track: string;
  readonly level: number;
  readonly kind: string;
  readonly kept: number;
  readonly missed: number;
}

/** How often each promise was kept and missed in a period, by track, level and kind. */
export async function countPromises(
  db: Kysely<unknown>,
  { contract, sight, from, until }: Parameters<Lists['promises']>[0],
  now: Instant | undefined,
): Promise<readonly PromiseCount[]> {
  // Who sees the whole contract is answered by the index alone.
  const seen = sight.all
    ? sql`true`
    : sql`exists (select from "case" where "case".contract_id = promise_end.contract_id
        and "case".case_id = promise_end.case_id and ${inSight(contract, sight, now)})`;
  const { rows } = await sql<CountRow>`
    select track, level, kind, (count(*) filter (where kept))::int as kept,
      (count(*) filter (where not kept))::int as missed
    from promise_end where contract_id = ${contract} and at >= ${formatInstant(from)}
      and at < ${formatInstant(until)} and ${seen}
    group by track, level, kind order by track, level, kind`.execute(db);
  return rows;
}
