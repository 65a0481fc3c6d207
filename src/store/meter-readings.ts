import { type Kysely, sql } from 'kysely';
import { IS_DEADLINE } from './failed-jobs.ts';
import { leftCount } from './mailbox-book.ts';

/** What the database holds just now, for the meters. */
interface Held {
  readonly queueDepths: ReadonlyMap<string, number>;
  /** Level → cases. */
  readonly openCases: ReadonlyMap<number, number>;
  readonly setAsideCases: number;
  readonly failedLetters: number;
  /** Of obligations and attestations. */
  readonly failedDeadlines: number;
  readonly leftMails: number;
}

/** Counts for the meters. The depths are those that the queues' keeper wrote down last, about a second ago. */
export async function readHeld(db: Kysely<unknown>): Promise<Held> {
  const depths = await sql<{ name: string; jobs: number }>`
    select name, queued_count + active_count as jobs from jobs.queue
    where name in ('deadline', 'notice', 'delivery')`.execute(db);
  const open = await sql<{ level: number; cases: number }>`
    select level, count(*) as cases from "case" where status = 'open' group by level`.execute(db);
  const aside = await sql<{ cases: number }>`
    select count(*) as cases from "case" where set_aside_at is not null`.execute(db);
  const failed = await sql<{ letters: number; deadlines: number }>`
    select count(*) filter (where not ${IS_DEADLINE}) as letters, count(*) filter (where ${IS_DEADLINE}) as deadlines
    from failed_letter`.execute(db);
  return {
    queueDepths: new Map(depths.rows.map(({ name, jobs }) => [name, jobs])),
    openCases: new Map(open.rows.map(({ level, cases }) => [level, cases])),
    setAsideCases: aside.rows[0]?.cases ?? 0,
    failedLetters: failed.rows[0]?.letters ?? 0,
    failedDeadlines: failed.rows[0]?.deadlines ?? 0,
    leftMails: await leftCount(db),
  };
}
