import { type Kysely, sql } from 'kysely';
import type { ConfirmedMeans } from '../../app/ports/contacts.ts';
import type { ReachedPerson, Shown, StandingPerson } from '../../app/ports/reading.ts';
import { type AttestationState, missedTimes, noAttestation } from '../../core/attestation/state.ts';
import { CONFIRMED } from './confirmed.ts';
import { instantOr, milliseconds } from './milliseconds.ts';
import { type ReachedRow, reachedFrom } from './reached-row.ts';

interface StandingRow extends ReachedRow {
  readonly asked: string;
  readonly shown: Shown;
  readonly since: number | null;
  readonly is_erased: boolean;
  readonly confirmed: ConfirmedMeans;
  readonly attestation: AttestationState | null;
}

/** Who fills each of these seats today; an id that is no seat is a person's own. */
export async function standingPeople(
  db: Kysely<unknown>,
  contract: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StandingPerson>> {
  const { rows } = await sql<StandingRow>`
    select asked, person.person_id, name, title, office, mobile, email, shown,
      ${milliseconds('seat.since')} as since, erased_at is not null as is_erased, ${CONFIRMED} as confirmed,
      (select state from attestation where attestation.contract_id = person.contract_id
        and attestation.person_id = person.person_id and status <> 'released') as attestation
    from unnest(${[...ids]}::text[]) as asked
    left join seat on seat.contract_id = ${contract} and seat.seat_id = asked
    join person on person.contract_id = ${contract} and person.person_id = case when seat.seat_id is null then asked else seat.person_id end`.execute(
    db,
  );
  return new Map(
    rows.map((row) => [
      row.asked,
      {
        ...reachedFrom(row),
        shown: row.shown,
        since: instantOr(row.since),
        isErased: row.is_erased,
        confirmed: row.confirmed,
        missed: missedTimes(row.attestation ?? noAttestation),
        doubted: row.attestation?.status === 'none' ? undefined : row.attestation?.doubted,
      },
    ]),
  );
}

/** A few dozen people of an agency have a role. */
const PEOPLE_MAX = 1000;

/** The people who hold a role of a customer, by name; who was erased is nobody to be told. */
export async function peopleOfCustomer(
  db: Kysely<unknown>,
  contract: string,
  customerId: string,
): Promise<readonly ReachedPerson[]> {
  const { rows } = await sql<ReachedRow>`
    select person_id, name, title, office, mobile, email from person
    where contract_id = ${contract} and erased_at is null and person_id in (select person_id from role
      where role.contract_id = ${contract} and role.customer_id = ${customerId})
    order by name, person_id limit ${PEOPLE_MAX}`.execute(db);
  return rows.map(reachedFrom);
}
