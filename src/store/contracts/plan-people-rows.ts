import { type Kysely, sql } from 'kysely';
import type { ChangedBy, PlanPeople } from '../../app/ports/contracts.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { type RightsChange, recordRights } from './rights-rows.ts';

interface At {
  readonly contract: string;
  readonly by: ChangedBy;
  readonly at: Instant;
}

/** The people, seats and roles that a plan brings along: a statement each, however many they are. */
export async function addPlanPeople(
  db: Kysely<unknown>,
  { contract, by, at }: At,
  { people, seats, grants }: PlanPeople,
  since: Instant,
): Promise<void> {
  await sql`
    insert into person (contract_id, person_id, name, email, office, mobile, title, shown, language)
    select ${contract}, "personId", name, email, office, mobile, title, coalesce(shown, 'customers'), language
    from json_to_recordset(${JSON.stringify(people)}::json) as row ("personId" text, name text, email text, office text,
      mobile text, title text, shown text, language text)`.execute(db);
  await sql`
    insert into seat (contract_id, seat_id, person_id, since)
    select ${contract}, seat, "personId", ${formatInstant(since)}
    from json_to_recordset(${JSON.stringify(seats)}::json) as row (seat text, "personId" text)`.execute(db);
  await sql`
    insert into role (contract_id, person_id, role)
    select ${contract}, "personId", role
    from json_to_recordset(${JSON.stringify(grants)}::json) as row ("personId" text, role text)`.execute(db);
  const changes: readonly RightsChange[] = [
    ...people.map(({ personId }) => ({ kind: 'personAdded', personId }) as const),
    ...seats.map((filled) => ({ kind: 'seatFilled', ...filled }) as const),
    ...grants.map((granted) => ({ kind: 'roleGranted', ...granted }) as const),
  ].map((change) => ({ contract, ...change }));
  await recordRights(db, by, at, changes);
}
