import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { AttestationReading, ListedAttestation } from '../../app/ports/attestation-reading.ts';
import { type AttestationState, noAttestation } from '../../core/attestation/state.ts';
import type { ReportedTimes } from '../../core/contact-report/state.ts';
import { instantOr } from '../views/milliseconds.ts';
import { type ReachedRow, reachedFrom } from '../views/reached-row.ts';
import { REPORTED } from '../views/reported.ts';

interface AttestedRow extends ReachedRow {
  readonly state: AttestationState | null;
}

interface ListedRow extends AttestedRow {
  readonly signed_in: number | null;
  readonly answered: number | null;
  readonly reported: ReportedTimes | null;
}

/** The questions about attestations, asked of PostgreSQL. */
export const attestationReading = (db: Kysely<unknown>): AttestationReading => ({
  one: async ({ contract, personId }) => {
    const { rows } = await sql<AttestedRow>`
      select person_id, name, title, office, mobile, email, state
      from person left join attestation using (contract_id, person_id)
      where contract_id = ${contract} and person_id = ${personId} and erased_at is null`.execute(db);
    const [row] = rows;
    return row && { person: reachedFrom(row), state: row.state ?? noAttestation };
  },
  list: (contract, max) => listed(db, contract, sql`status <> 'released'`, max),
  named: (contract, people) => listed(db, contract, sql`person_id = any(${people}::text[])`, people.length),
});

/** When the account of the person of a query last signed in. */
const SIGNED_IN = sql`(select (extract(epoch from max(line.at)) * 1000)::int8
  from account_person held join sign_in_log line on line.account_id = held.account_id and line.kind = 'signedIn'
  where held.contract_id = person.contract_id and held.person_id = person.person_id)`;

/** When the person of a query last used a link of a mail, or answered one. */
const ANSWERED = sql`(select (extract(epoch from greatest(
    (select max(used_at) from action_link link
      where link.contract_id = person.contract_id and link.person_id = person.person_id),
    (select max(received_at) from inbound_mail mail
      where mail.contract_id = person.contract_id and mail.person_id = person.person_id
        and mail.kind = 'person' and not starts_with(mail.outcome, 'held/')))) * 1000)::int8)`;

async function listed(
  db: Kysely<unknown>,
  contract: string,
  which: RawBuilder<unknown>,
  max: number,
): Promise<readonly ListedAttestation[]> {
  const { rows } = await sql<ListedRow>`
    select person_id, name, title, office, mobile, email, state, ${SIGNED_IN} as signed_in, ${ANSWERED} as answered,
      ${REPORTED} as reported
    from person left join attestation using (contract_id, person_id)
    where contract_id = ${contract} and ${which} and erased_at is null
    order by person_id limit ${max}`.execute(db);
  return rows.map((row) => ({
    person: reachedFrom(row),
    state: row.state ?? noAttestation,
    signedInAt: instantOr(row.signed_in),
    answeredAt: instantOr(row.answered),
    reported: row.reported ?? {},
  }));
}
