import { type Kysely, sql } from 'kysely';
import type { LateMail } from '../app/ports/engine.ts';
import { asInstant, formatInstant, type Instant } from '../core/instant.ts';

/**
 * Of mails those that have waited since an instant or longer, and of which something is still to be done: their case does
 * not say yet that mail to this person, or this one, is late, or the person has a telephone and has been told by nothing else since.
 *
 * A level is told again and again, and a mail that waits gives way to the next one that does: what counts is since when
 * mail of the same waits, from the first after the last that left.
 */
export async function lateMails(
  db: Kysely<unknown>,
  deliveries: readonly { readonly contract: string; readonly deliveryId: string }[],
  before: Instant,
): Promise<readonly LateMail[]> {
  if (deliveries.length === 0) return [];
  const { rows } = await sql<{ deliveryId: string; since: number }>`
    select delivery_id as "deliveryId", (extract(epoch from since) * 1000)::int8 as since
    from delivery left join person using (contract_id, person_id)
      cross join lateral (select min(other.queued_at) as since from delivery other
        where (other.contract_id, other.case_id, other.number, other.person_id, other.kind, other.means)
            = (delivery.contract_id, delivery.case_id, delivery.number, delivery.person_id, delivery.kind, 'email')
          and other.queued_at > coalesce((select max(gone.queued_at) from delivery gone
            where (gone.contract_id, gone.case_id, gone.number, gone.person_id, gone.kind, gone.means)
                = (delivery.contract_id, delivery.case_id, delivery.number, delivery.person_id, delivery.kind, 'email')
              and gone.state in ('handedOver', 'delivered')), '-infinity')) waiting
      left join lateral (select event.body->>'result' = 'failed' and event.body->>'why' is not null as is_late
        from event
        where event.contract_id = delivery.contract_id and event.case_id = delivery.case_id
          and event.type = 'DeliveryRecorded' and event.body->>'means' = 'email'
          and event.body->>'contact' = delivery.person_id
        order by event.number desc limit 1) said on true
    where (contract_id, delivery_id) in (select * from unnest(${deliveries.map((one) => one.contract)}::text[],
        ${deliveries.map((one) => one.deliveryId)}::uuid[]))
      and delivery.means = 'email' and since <= ${formatInstant(before)}::timestamptz
      and (not coalesce(said.is_late, false) and not exists (select from event
          where event.contract_id = delivery.contract_id and event.case_id = delivery.case_id
            and event.type = 'DeliveryRecorded' and event.body->>'delivery' = delivery.delivery_id::text)
        or (person.mobile is not null or person.office is not null) and not exists (select from delivery other
          where (other.contract_id, other.case_id, other.number, other.person_id, other.kind)
              = (delivery.contract_id, delivery.case_id, delivery.number, delivery.person_id, delivery.kind)
            and other.means <> 'email' and other.queued_at >= since))`.execute(db);
  return rows.map(({ deliveryId, since }) => ({ deliveryId, since: asInstant(since) }));
}
