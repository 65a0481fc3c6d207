import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ApiToken, Page } from '../../app/ports/contracts.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { instantOf } from './row-values.ts';

interface TokenRow {
  readonly token_id: string;
  readonly name: string;
  readonly contract_id: string | null;
  readonly person_id: string | null;
  readonly scopes: readonly string[];
  readonly made_at: Date;
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
}

export async function addToken(db: Kysely<unknown>, token: ApiToken, hash: string): Promise<void> {
  const { tokenId, name, owner, scopes, madeAt, expiresAt } = token;
  const ends = expiresAt === undefined ? null : formatInstant(expiresAt);
  await sql`
    insert into api_token (token_id, token_hash, name, contract_id, person_id, scopes, made_at, expires_at)
    values (${tokenId}, decode(${hash}, 'hex'), ${name}, ${owner?.contract ?? null}, ${owner?.personId ?? null},
      ${[...scopes]}, ${formatInstant(madeAt)}, ${ends})`.execute(db);
}

export async function token(db: Kysely<unknown>, tokenId: string): Promise<ApiToken | undefined> {
  const [found] = await tokensWhere(db, sql`token_id = ${tokenId}`, 1);
  return found;
}

export const tokensPage = (
  db: Kysely<unknown>,
  { after, max }: Page,
  contract: string | undefined,
): Promise<readonly ApiToken[]> => {
  const from = after === '' ? sql`true` : sql`token_id > ${after}::uuid`;
  return tokensWhere(db, contract === undefined ? from : sql`${from} and contract_id = ${contract}`, max);
};

async function tokensWhere(
  db: Kysely<unknown>,
  condition: RawBuilder<unknown>,
  max: number,
): Promise<readonly ApiToken[]> {
  const { rows } = await sql<TokenRow>`
    select token_id, name, contract_id, person_id, scopes, made_at, expires_at, revoked_at
    from api_token where ${condition} order by token_id limit ${max}`.execute(db);
  return rows.map(tokenFrom);
}

function tokenFrom(row: TokenRow): ApiToken {
  const { contract_id: contract, person_id: personId } = row;
  return {
    tokenId: row.token_id,
    name: row.name,
    owner: contract === null || personId === null ? undefined : { contract, personId },
    scopes: row.scopes,
    madeAt: instantOf(row.made_at)!,
    expiresAt: instantOf(row.expires_at),
    revokedAt: instantOf(row.revoked_at),
  };
}

export async function revokeToken(db: Kysely<unknown>, tokenId: string, at: Instant): Promise<void> {
  await sql`
    update api_token set revoked_at = ${formatInstant(at)}
    where token_id = ${tokenId} and revoked_at is null`.execute(db);
}
