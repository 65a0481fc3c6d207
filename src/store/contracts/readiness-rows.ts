import { type Kysely, sql } from 'kysely';
import type { ToldReadiness } from '../../app/ports/told-readiness.ts';

/** What the last digest of a contract said. */
export async function toldReadiness(
  db: Kysely<unknown>,
  contract: string,
): Promise<ToldReadiness | undefined> {
  const { rows } = await sql<{ week_on: string; wrong: ToldReadiness['wrong'] }>`
    select week_on::text as week_on, wrong from told_readiness where contract_id = ${contract}`.execute(db);
  const [row] = rows;
  return row && { weekOn: row.week_on, wrong: row.wrong };
}

/** Keeps what the digest of a week said, in the place of the one before. */
export async function keepToldReadiness(
  db: Kysely<unknown>,
  contract: string,
  { weekOn, wrong }: ToldReadiness,
): Promise<void> {
  await sql`
    insert into told_readiness (contract_id, week_on, wrong)
    values (${contract}, ${weekOn}::date, ${JSON.stringify(wrong)}::jsonb)
    on conflict (contract_id) do update set week_on = excluded.week_on, wrong = excluded.wrong`.execute(db);
}
