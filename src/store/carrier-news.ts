import { type Kysely, sql } from 'kysely';
import type { CarrierName, CarrierNews } from '../app/ports/carriers.ts';
import { formatInstant, type Instant } from '../core/instant.ts';
import { instantOr, milliseconds } from './views/milliseconds.ts';

/** Notes that a carrier did what it is for, or why not. */
export async function noteCarrier(
  db: Kysely<unknown>,
  carrier: CarrierName,
  reason: string | undefined,
  at: Instant,
): Promise<void> {
  const [done, failed] = reason === undefined ? [formatInstant(at), null] : [null, formatInstant(at)];
  await sql`
    insert into carrier_news (carrier, done_at, failed_at, reason) values (${carrier}, ${done}, ${failed},
      ${reason ?? null})
    on conflict (carrier) do update set done_at = coalesce(excluded.done_at, carrier_news.done_at),
      failed_at = coalesce(excluded.failed_at, carrier_news.failed_at),
      reason = coalesce(excluded.reason, carrier_news.reason)`.execute(db);
}

interface NewsRow {
  readonly carrier: CarrierName;
  readonly done: number | null;
  readonly failed: number | null;
  readonly reason: string | null;
}

/** What is known of each carrier that was ever used. */
export async function carrierNews(db: Kysely<unknown>): Promise<ReadonlyMap<CarrierName, CarrierNews>> {
  const { rows } = await sql<NewsRow>`
    select carrier, ${milliseconds('done_at')} as done, ${milliseconds('failed_at')} as failed, reason
    from carrier_news`.execute(db);
  return new Map(
    rows.map(({ carrier, done, failed, reason }) => [
      carrier,
      { doneAt: instantOr(done), failedAt: instantOr(failed), reason: reason ?? undefined },
    ]),
  );
}

/** When mail last failed to leave, where none has left since; undefined otherwise. */
export async function mailFailingSince(db: Kysely<unknown>): Promise<Instant | undefined> {
  const news = (await carrierNews(db)).get('mailOut');
  if (news?.failedAt === undefined) return undefined;
  return news.doneAt === undefined || news.doneAt < news.failedAt ? news.failedAt : undefined;
}
