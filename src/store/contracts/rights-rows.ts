import { type Kysely, sql } from 'kysely';
import type { RightsChangeKind } from '../../app/ports/administration.ts';
import type { ChangedBy } from '../../app/ports/contracts.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';

/** What was changed about who may do what; ids alone. */
export interface RightsChange {
  readonly contract: string | undefined;
  readonly kind: RightsChangeKind;
  readonly personId?: string | undefined;
  readonly role?: string | undefined;
  readonly customerId?: string | undefined;
  readonly seat?: string | undefined;
  readonly tokenId?: string | undefined;
  readonly domain?: string | undefined;
}

/** One after the other, as they were made. */
export async function recordRights(
  db: Kysely<unknown>,
  by: ChangedBy,
  at: Instant,
  changes: readonly RightsChange[],
): Promise<void> {
  const byId = by.kind === 'person' ? by.personId : by.kind === 'account' ? by.accountId : null;
  await sql`
    insert into rights_change (contract_id, at, by_kind, by_id, kind, person_id, role, customer_id, seat_id, token_id,
      domain)
    select contract, ${formatInstant(at)}, ${by.kind}, ${byId}, kind, "personId", role, "customerId", seat, "tokenId",
      domain
    from json_to_recordset(${JSON.stringify(changes.map((change, place) => ({ ...change, place })))}::json) as row (
      contract text, kind text, "personId" text, role text, "customerId" text, seat text, "tokenId" uuid, domain text,
      place int)
    order by place`.execute(db);
}
