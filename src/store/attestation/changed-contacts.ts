import { type Kysely, sql } from 'kysely';
import type { ChangedContacts, SeatedContact } from '../../app/ports/attestations.ts';
import type { ConfirmedMeans } from '../../app/ports/contacts.ts';
import { CONTACT_FIELDS } from '../../core/contact/contact-change.ts';
import { asInstant, formatInstant, type Instant } from '../../core/instant.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import { CONFIRMED } from '../views/confirmed.ts';
import { milliseconds } from '../views/milliseconds.ts';

interface ChangedRow {
  readonly contract_id: string;
  readonly rules: Revision;
  readonly source: string | null;
  readonly first_published: number;
  readonly published: number;
  readonly is_known: boolean;
  readonly changes: number;
}

/** One contract whose plan, or whose people and seats, are others than when its contacts were looked at, locked; none of `except`. */
export async function changedContacts(
  db: Kysely<unknown>,
  except: readonly string[],
): Promise<ChangedContacts | undefined> {
  const { rows } = await sql<ChangedRow>`
    select contract_id, rules, source, ${milliseconds('revision.published_at')} as published,
      (select (extract(epoch from min(earlier.published_at)) * 1000)::int8 from revision earlier
        where earlier.contract_id = contract.contract_id and earlier.published_at is not null) as first_published,
      known.contract_id is not null as is_known, changed.changes
    from contract join revision using (contract_id) left join revision_source using (contract_id, number)
    left join attestation_plan known using (contract_id)
    cross join lateral (select count(*) as changes from rights_change
      where rights_change.contract_id = contract.contract_id) changed
    where revision.state = 'published' and contract_id <> all(${except}::text[])
      and (known.contract_id is null or known.revision <> revision.number or known.changes <> changed.changes)
    order by contract_id limit 1 for update of contract`.execute(db);
  const [row] = rows;
  return (
    row && {
      contract: row.contract_id,
      rules: row.rules,
      source: row.source ?? undefined,
      firstPublishedAt: asInstant(row.first_published),
      publishedAt: asInstant(row.published),
      isKnown: row.is_known,
      changes: Number(row.changes),
    }
  );
}

export async function saveLookedAt(
  db: Kysely<unknown>,
  { contract, changes }: Pick<ChangedContacts, 'contract' | 'changes'>,
  revision: number,
  at: Instant,
): Promise<void> {
  await sql`
    insert into attestation_plan (contract_id, revision, changes, at)
    values (${contract}, ${revision}, ${changes}, ${formatInstant(at)})
    on conflict (contract_id) do update
      set revision = excluded.revision, changes = excluded.changes, at = excluded.at`.execute(db);
}

interface SeatedRow {
  readonly seat_id: string;
  readonly person_id: string;
  readonly email: string | null;
  readonly office: string | null;
  readonly mobile: string | null;
  readonly confirmed: ConfirmedMeans;
}

/** Who fills the seats of a contract today, those that differ by customer too; who was erased fills none. */
export async function seatedContacts(
  db: Kysely<unknown>,
  contract: string,
): Promise<readonly SeatedContact[]> {
  const { rows } = await sql<SeatedRow>`
    select distinct on (seat_id, person.person_id) seat_id, person.person_id, email, office, mobile,
      ${CONFIRMED}::jsonb as confirmed
    from (select contract_id, seat_id, person_id from seat
      union all select contract_id, seat_id, person_id from account) filled
    join person using (contract_id, person_id)
    where contract_id = ${contract} and erased_at is null
    order by seat_id, person.person_id`.execute(db);
  return rows.map((row) => ({
    seat: row.seat_id,
    personId: row.person_id,
    fields: CONTACT_FIELDS.filter((field) => row[field] !== null),
    confirmed: row.confirmed,
  }));
}

export async function attestedPeople(db: Kysely<unknown>, contract: string): Promise<readonly string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from attestation where contract_id = ${contract} order by person_id`.execute(db);
  return rows.map(({ person_id }) => person_id);
}
