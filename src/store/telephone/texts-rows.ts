import { type Kysely, sql } from 'kysely';
import type { Texts } from '../../app/ports/texts.ts';
import { formatInstant } from '../../core/instant.ts';

/** Which numbers take texts, inside one transaction. */
export const textsIn = (db: Kysely<unknown>): Texts => ({
  async stop(number, at) {
    const { rows } = await sql`
      insert into telephone_number (number, stopped_at) values (${number}, ${formatInstant(at)})
      on conflict (number) do update set stopped_at = excluded.stopped_at
        where telephone_number.stopped_at is null
      returning number`.execute(db);
    return rows.length > 0;
  },
  async start(number) {
    const { rows } = await sql`
      update telephone_number set stopped_at = null where number = ${number} and stopped_at is not null
      returning number`.execute(db);
    return rows.length > 0;
  },
  async casesTold(number, max) {
    const { rows } = await sql<{ contract_id: string; case_id: string; person_id: string }>`
      select distinct contract_id, case_id, person_id
      from delivery join delivery_body using (contract_id, delivery_id) join "case" using (contract_id, case_id)
      where means = 'text' and address = ${number} and "case".status = 'open'
      order by contract_id, case_id limit ${max}`.execute(db);
    return rows.map((row) => ({
      contract: row.contract_id,
      caseId: row.case_id,
      personId: row.person_id,
    }));
  },
});
