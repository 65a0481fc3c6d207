import { type Kysely, sql } from 'kysely';
import type { TokenHolder } from '../../app/ports/reading.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';

interface Row {
  readonly token_id: string;
  readonly scopes: readonly string[];
  readonly contract_id: string | null;
  readonly person_id: string | null;
  readonly grants: readonly { readonly role: string; readonly customer: string | null }[];
  readonly seats: readonly string[];
}

/** Who holds the token with this hash; nobody does once it is revoked, has expired, or its person was erased. */
export async function tokenHolder(
  db: Kysely<unknown>,
  hash: string,
  at: Instant,
): Promise<TokenHolder | undefined> {
  const { rows } = await sql<Row>`
    select token_id, scopes, token.contract_id, token.person_id,
      coalesce((select json_agg(json_build_object('role', role, 'customer', customer_id) order by role)
        from role where role.contract_id = token.contract_id and role.person_id = token.person_id), '[]') as grants,
      coalesce((select json_agg(seat_id order by seat_id)
        from seat where seat.contract_id = token.contract_id and seat.person_id = token.person_id), '[]') as seats
    from api_token token
    where token_hash = decode(${hash}, 'hex') and revoked_at is null
      and (expires_at is null or expires_at > ${formatInstant(at)})
      and not exists (select from person where person.contract_id = token.contract_id
        and person.person_id = token.person_id and erased_at is not null)`.execute(db);
  const [row] = rows;
  return (
    row && {
      tokenId: row.token_id,
      scopes: row.scopes,
      contract: row.contract_id ?? undefined,
      personId: row.person_id ?? undefined,
      grants: row.grants.map(({ role, customer }) => ({ role, customerId: customer ?? undefined })),
      seats: row.seats,
    }
  );
}
