import { type Kysely, sql } from 'kysely';
import type { NewlyPublished } from '../../app/ports/obligations.ts';
import { asInstant, formatInstant, type Instant } from '../../core/instant.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';

/** The names of all obligations of a contract. */
export async function obligationIds(db: Kysely<unknown>, contract: string): Promise<readonly string[]> {
  const { rows } = await sql<{ obligation_id: string }>`
    select obligation_id from obligation where contract_id = ${contract} order by obligation_id`.execute(db);
  return rows.map((row) => row.obligation_id);
}

interface PublishedRow {
  readonly contract_id: string;
  readonly rules: Revision;
  readonly source: string | null;
  readonly published_at: number;
  readonly is_change: boolean;
}

/** One contract whose published revision is another than the one whose obligations were taken up, with its contract locked; none of `except`. */
export async function newlyPublished(
  db: Kysely<unknown>,
  except: readonly string[],
): Promise<NewlyPublished | undefined> {
  const { rows } = await sql<PublishedRow>`
    select contract_id, rules, source, (extract(epoch from published_at) * 1000)::int8 as published_at,
      exists (select from revision earlier where earlier.contract_id = revision.contract_id
        and earlier.state = 'superseded' and earlier.published_at is not null) as is_change
    from contract join revision using (contract_id) left join revision_source using (contract_id, number)
    where revision.state = 'published' and contract_id <> all(${except}::text[]) and not exists (select from obligation_plan known
      where known.contract_id = revision.contract_id and known.revision = revision.number)
    order by contract_id limit 1 for update of contract`.execute(db);
  const [row] = rows;
  return (
    row && {
      contract: row.contract_id,
      rules: row.rules,
      source: row.source ?? undefined,
      publishedAt: asInstant(row.published_at),
      isChange: row.is_change,
    }
  );
}

export async function saveUndertaken(
  db: Kysely<unknown>,
  contract: string,
  revision: number,
  at: Instant,
): Promise<void> {
  await sql`
    insert into obligation_plan (contract_id, revision, at) values (${contract}, ${revision}, ${formatInstant(at)})
    on conflict (contract_id) do update set revision = excluded.revision, at = excluded.at`.execute(db);
}
