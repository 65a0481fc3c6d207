import { sql } from 'kysely';
import type { ConfirmedMeans } from '../../app/ports/contacts.ts';

/** When each number and address of the person of a query was last confirmed: field → milliseconds since the epoch. */
export const CONFIRMED = sql<ConfirmedMeans>`
  (select coalesce(json_object_agg(means.field, (extract(epoch from means.confirmed_at) * 1000)::int8), '{}')
    from contact_means means
    where means.contract_id = person.contract_id and means.person_id = person.person_id)`;
