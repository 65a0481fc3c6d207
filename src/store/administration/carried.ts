import { type Kysely, sql } from 'kysely';
import type { AdministrationReading } from '../../app/ports/administration.ts';
import type { Means } from '../../core/plan/format/schema-routes.ts';
import { IS_FAULTY } from '../failed-deliveries.ts';
import { instantOr } from '../views/milliseconds.ts';

/** How a carrier does is seen from a contract's last thousand messages. */
const CARRIED_MAX = 1000;

interface CarriedRow {
  readonly means: Exclude<Means, 'portal'>;
  readonly delivered: number | null;
  readonly failed: number | null;
  readonly reason: string | null;
  readonly waiting: number;
  readonly waiting_reason: string | null;
}

/** How the last messages of a contract went out, means by means. */
export async function carried(
  db: Kysely<unknown>,
  contract: string,
): ReturnType<AdministrationReading['carried']> {
  // Names of deliveries begin with the time, so that the last ones are found by their key.
  const { rows } = await sql<CarriedRow>`
    with lately as (select delivery_id, means, state, reason, settled_at from delivery where contract_id = ${contract}
      order by delivery_id desc limit ${CARRIED_MAX})
    select means,
      (extract(epoch from max(settled_at) filter (where state in ('handedOver', 'delivered'))) * 1000)::int8
        as delivered,
      (extract(epoch from max(settled_at) filter (where ${IS_FAULTY})) * 1000)::int8 as failed,
      (array_agg(reason order by settled_at desc) filter (where ${IS_FAULTY}))[1] as reason,
      count(*) filter (where state = 'queued') as waiting,
      (array_agg(reason order by delivery_id desc) filter (where state = 'queued' and reason is not null))[1]
        as waiting_reason
    from lately group by means order by means`.execute(db);
  return rows.map((row) => ({
    means: row.means,
    lastDeliveredAt: instantOr(row.delivered),
    lastFailedAt: instantOr(row.failed),
    lastReason: row.reason ?? undefined,
    waiting: row.waiting,
    waitingReason: row.waiting_reason ?? undefined,
  }));
}

/** What came in by mail for a contract. */
export async function answered(
  db: Kysely<unknown>,
  contract: string,
): ReturnType<AdministrationReading['answered']> {
  const { rows } = await sql<{ taken: number | null; held: number | null }>`
    select (extract(epoch from max(received_at) filter (where outcome not like 'held/%')) * 1000)::int8 as taken,
      (extract(epoch from max(received_at) filter (where outcome like 'held/%')) * 1000)::int8 as held
    from inbound_mail where contract_id = ${contract}`.execute(db);
  return { lastTakenAt: instantOr(rows[0]?.taken ?? null), lastHeldAt: instantOr(rows[0]?.held ?? null) };
}

/** Messages of the whole installation that nobody has taken yet. */
export async function waitingMessages(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*) as count from delivery where state = 'queued'`.execute(db);
  return rows[0]?.count ?? 0;
}
