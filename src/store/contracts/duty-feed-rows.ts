import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DutyFeed } from '../../app/ports/duty-feeds.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { instantOf } from './row-values.ts';

export async function addDutyFeed(db: Kysely<unknown>, feed: DutyFeed, tokenHash: string): Promise<void> {
  const { contract, feedId, personId, level, madeAt } = feed;
  await sql`
    insert into duty_feed (contract_id, feed_id, person_id, level, token_hash, made_at)
    values (${contract}, ${feedId}::uuid, ${personId}, ${level ?? null}, decode(${tokenHash}, 'hex'),
      ${formatInstant(madeAt)})`.execute(db);
}

interface FeedRow {
  readonly contract_id: string;
  readonly feed_id: string;
  readonly person_id: string;
  readonly level: number | null;
  readonly made_at: Date;
  readonly ended_at: Date | null;
}

async function feedsWhere(db: Kysely<unknown>, condition: RawBuilder<unknown>): Promise<readonly DutyFeed[]> {
  const { rows } = await sql<FeedRow>`
    select contract_id, feed_id, person_id, level, made_at, ended_at from duty_feed
    where ${condition} order by made_at, feed_id`.execute(db);
  return rows.map((row) => ({
    contract: row.contract_id,
    feedId: row.feed_id,
    personId: row.person_id,
    level: row.level ?? undefined,
    madeAt: instantOf(row.made_at)!,
    endedAt: instantOf(row.ended_at),
  }));
}

export const dutyFeeds = (
  db: Kysely<unknown>,
  contract: string,
  personId: string,
): Promise<readonly DutyFeed[]> =>
  feedsWhere(db, sql`contract_id = ${contract} and person_id = ${personId} and ended_at is null`);

export const dutyFeedBy = async (db: Kysely<unknown>, tokenHash: string): Promise<DutyFeed | undefined> =>
  (await feedsWhere(db, sql`token_hash = decode(${tokenHash}, 'hex')`))[0];

export async function endDutyFeed(
  db: Kysely<unknown>,
  { contract, feedId, personId }: Pick<DutyFeed, 'contract' | 'feedId' | 'personId'>,
  at: Instant,
): Promise<boolean> {
  const { rows } = await sql`
    update duty_feed set ended_at = ${formatInstant(at)}
    where contract_id = ${contract} and feed_id = ${feedId}::uuid and person_id = ${personId} and ended_at is null
    returning feed_id`.execute(db);
  return rows.length > 0;
}
