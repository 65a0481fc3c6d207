import { type Kysely, sql } from 'kysely';
import type { RightsChangeKind } from '../../app/ports/administration.ts';
import type { ChangedBy } from '../../app/ports/contracts.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';

/** What was changed about who may do what; ids alone. */
interface RightsChange {
  readonly contract: string | undefined;
  readonly kind: RightsChangeKind;
  readonly personId?: string | undefined;
  readonly role?: string | undefined;
  readonly customerId?: string | undefined;
  readonly seat?: string | undefined;
  readonly tokenId?: string | undefined;
  readonly domain?: string | undefined;
}

export async function recordRights(
  db: Kysely<unknown>,
  by: ChangedBy,
  at: Instant,
  { contract, kind, personId, role, customerId, seat, tokenId, domain }: RightsChange,
): Promise<void> {
  const byId = by.kind === 'person' ? by.personId : by.kind === 'account' ? by.accountId : null;
  await sql`
    insert into rights_change (contract_id, at, by_kind, by_id, kind, person_id, role, customer_id, seat_id, token_id,
      domain)
    values (${contract ?? null}, ${formatInstant(at)}, ${by.kind}, ${byId}, ${kind}, ${personId ?? null},
      ${role ?? null}, ${customerId ?? null}, ${seat ?? null}, ${tokenId ?? null}::uuid, ${domain ?? null})`.execute(
    db,
  );
}
