import { type Kysely, sql } from 'kysely';
import type { FoundObligation, ObligationReading } from '../../app/ports/obligation-reading.ts';

/** The questions about obligations, asked of PostgreSQL. */
export const obligationReading = (db: Kysely<unknown>): ObligationReading => ({
  list: async (contract, max) => {
    const { rows } = await sql<FoundObligation>`
      select state, events from obligation where contract_id = ${contract}
      order by due_on, obligation_id limit ${max}`.execute(db);
    return rows;
  },
  one: async ({ contract, obligationId }) => {
    const { rows } = await sql<FoundObligation>`
      select state, events from obligation
      where contract_id = ${contract} and obligation_id = ${obligationId}`.execute(db);
    return rows[0];
  },
});
