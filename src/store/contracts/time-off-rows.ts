import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { TimeOffFeed, TimeOffKey } from '../../app/ports/time-off.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { type Time, timesFrom, writtenTime } from '../../core/rota/live/time-off.ts';
import { instantOf } from './row-values.ts';

interface Row {
  readonly contract_id: string;
  readonly feed_id: string;
  readonly person_id: string;
  readonly sealed: string;
  readonly host: string;
  readonly time_zone: string;
  readonly made_at: Date;
  readonly times: readonly string[];
  readonly read_at: Date;
  readonly failing_since: Date | null;
  readonly reason: string | null;
  readonly told_at: Date | null;
}

const COLUMNS = sql.join(
  [
    ...['contract_id', 'feed_id', 'person_id', 'sealed', 'host', 'time_zone', 'made_at', 'times', 'read_at'],
    ...['failing_since', 'reason', 'told_at'],
  ].map((name) => sql.ref(`time_off_feed.${name}`)),
);

function feedFrom(row: Row): TimeOffFeed {
  const since = instantOf(row.failing_since);
  return {
    contract: row.contract_id,
    personId: row.person_id,
    feedId: row.feed_id,
    sealed: row.sealed,
    host: row.host,
    timeZone: row.time_zone,
    madeAt: instantOf(row.made_at)!,
    times: timesFrom(row.times),
    readAt: instantOf(row.read_at)!,
    failing:
      since === undefined ? undefined : { since, reason: row.reason ?? '', toldAt: instantOf(row.told_at) },
  };
}

const isOne = ({ contract, personId, feedId }: TimeOffKey): RawBuilder<unknown> =>
  sql`contract_id = ${contract} and person_id = ${personId} and feed_id = ${feedId}::uuid`;

const writtenTimes = (times: readonly Time[]): string => JSON.stringify(times.map(writtenTime));

export async function addTimeOffFeed(
  db: Kysely<unknown>,
  { contract, personId, feedId, sealed, host, timeZone, madeAt, times, readAt }: TimeOffFeed,
  nextAt: Instant,
): Promise<void> {
  await sql`
    insert into time_off_feed (contract_id, feed_id, person_id, sealed, host, time_zone, made_at, times, read_at, next_at)
    values (${contract}, ${feedId}::uuid, ${personId}, ${sealed}, ${host}, ${timeZone}, ${formatInstant(madeAt)},
      ${writtenTimes(times)}::jsonb, ${formatInstant(readAt)}, ${formatInstant(nextAt)})`.execute(db);
}

export async function timeOffFeeds(db: Kysely<unknown>, contract: string): Promise<readonly TimeOffFeed[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from time_off_feed where contract_id = ${contract} order by made_at, feed_id`.execute(
    db,
  );
  return rows.map(feedFrom);
}

export async function endTimeOffFeed(db: Kysely<unknown>, key: TimeOffKey): Promise<boolean> {
  const { rows } = await sql`delete from time_off_feed where ${isOne(key)} returning feed_id`.execute(db);
  return rows.length > 0;
}

export async function claimTimeOffFeeds(
  db: Kysely<unknown>,
  at: Instant,
  until: Instant,
  max: number,
): Promise<readonly TimeOffFeed[]> {
  const { rows } = await sql<Row>`
    with due as (
      select contract_id, feed_id from time_off_feed where next_at <= ${formatInstant(at)}::timestamptz
      order by next_at limit ${max} for update skip locked
    )
    update time_off_feed set next_at = ${formatInstant(until)}::timestamptz
    from due where time_off_feed.contract_id = due.contract_id and time_off_feed.feed_id = due.feed_id
    returning ${COLUMNS}`.execute(db);
  return rows.map(feedFrom);
}

export async function noteTimeOffRead(
  db: Kysely<unknown>,
  key: TimeOffKey,
  times: readonly Time[],
  { at, nextAt }: { readonly at: Instant; readonly nextAt: Instant },
): Promise<void> {
  await sql`
    update time_off_feed set times = ${writtenTimes(times)}::jsonb, read_at = ${formatInstant(at)},
      next_at = ${formatInstant(nextAt)}, failing_since = null, reason = null, told_at = null
    where ${isOne(key)}`.execute(db);
}

export async function noteTimeOffFailed(
  db: Kysely<unknown>,
  key: TimeOffKey,
  reason: string,
  { at, nextAt }: { readonly at: Instant; readonly nextAt: Instant },
): Promise<void> {
  await sql`
    update time_off_feed set failing_since = coalesce(failing_since, ${formatInstant(at)}::timestamptz),
      reason = ${reason}, next_at = ${formatInstant(nextAt)}
    where ${isOne(key)}`.execute(db);
}

export async function noteTimeOffTold(db: Kysely<unknown>, key: TimeOffKey, at: Instant): Promise<void> {
  await sql`
    update time_off_feed set told_at = ${formatInstant(at)} where ${isOne(key)} and failing_since is not null`.execute(
    db,
  );
}

/** Whose calendars cannot be read, and since when the first of them. */
export async function absencesUnread(
  db: Kysely<unknown>,
  contract: string,
): Promise<ReadonlyMap<string, Instant>> {
  const { rows } = await sql<{ person_id: string; since: Date }>`
    select person_id, min(failing_since) as since from time_off_feed
    where contract_id = ${contract} and failing_since is not null group by person_id`.execute(db);
  return new Map(rows.map((row) => [row.person_id, instantOf(row.since)!]));
}
