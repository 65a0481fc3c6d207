import { type Kysely, sql } from 'kysely';

/**
 * Lets every waiting job start earlier by as much as Ladder's clock has gone ahead of the database's: jobs start by
 * the database's own clock, which nobody moves.
 */
export async function shiftJobs(db: Kysely<unknown>, byMs: number): Promise<void> {
  await sql`
    update jobs.job set start_after = start_after - ${byMs} * interval '1 millisecond'
    where state < 'active' and name in ('deadline', 'notice', 'delivery')`.execute(db);
}
