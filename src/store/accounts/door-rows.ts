import { type Kysely, sql } from 'kysely';
import type { LogLine } from '../../app/ports/account-book.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';

/** Counts a try under a name in the window that began then; how many there are, this one included. */
export async function countTry(db: Kysely<unknown>, key: string, windowAt: Instant): Promise<number> {
  const { rows } = await sql<{ tries: number }>`
    insert into sign_in_limit (key, window_at, tries) values (decode(${key}, 'hex'), ${formatInstant(windowAt)}, 1)
    on conflict (key, window_at) do update set tries = sign_in_limit.tries + 1 returning tries`.execute(db);
  return rows[0]!.tries;
}

export async function note(db: Kysely<unknown>, line: LogLine): Promise<void> {
  const { at, kind, accountId, contract, personId, byAccountId, method, detail, address, agent } = line;
  await sql`
    insert into sign_in_log (at, kind, account_id, contract_id, person_id, by_account_id, method, detail, ip_address,
      user_agent)
    values (${formatInstant(at)}, ${kind}, ${accountId ?? null}, ${contract ?? null}, ${personId ?? null},
      ${byAccountId ?? null}, ${method ?? null}, ${detail ?? null}, ${address ?? null}, ${agent ?? null})`.execute(
    db,
  );
}

/** What has been over for a day says nothing to anybody. */
const LONG_OVER = '1 day';

export async function tidy(db: Kysely<unknown>, at: Instant): Promise<void> {
  const before = sql`${formatInstant(at)}::timestamptz - ${LONG_OVER}::interval`;
  await sql`delete from sign_in_session where expires_at < ${before}`.execute(db);
  await sql`delete from sign_in_half where expires_at < ${before}`.execute(db);
  await sql`delete from sign_in_limit where window_at < ${before}`.execute(db);
}
