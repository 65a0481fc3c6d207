import { randomBytes, randomUUID } from 'node:crypto';
import type { Instant } from '../core/instant.ts';
import type { ApiToken, Contracts, ContractsTransaction, Page } from './ports/contracts.ts';
import { type Refused, refuse } from './refuse.ts';
import { hashOf } from './secret.ts';
import { isId, isLine, TEXT_CHARACTERS_MAX } from './text-field.ts';

/** What a token may be used for, within the rights of whose it is. */
const SCOPES = ['read', 'write', 'admin', 'metrics'] as const;

interface TokenToCreate {
  readonly name: string;
  /** Whose it is; without an owner it is an administrator's of the whole installation. */
  readonly owner: { readonly contract: string; readonly personId: string } | undefined;
  /** Reading and writing, and of an administrator everything, where nothing is said. */
  readonly scopes?: readonly string[] | undefined;
  readonly expiresAt?: Instant | undefined;
  readonly at: Instant;
}

interface Created {
  readonly accepted: true;
  readonly tokenId: string;
  /** The only time it is seen: its digest alone is kept. */
  readonly token: string;
}

/** Makes a token for the API: `ladder_` and 32 random bytes in base64url. */
export async function createToken(contracts: Contracts, asked: TokenToCreate): Promise<Created | Refused> {
  const { name, owner, at, expiresAt } = asked;
  const scopes = [...new Set(asked.scopes ?? (owner ? ['read', 'write'] : SCOPES))];
  const malformed = malformedToken(asked, scopes);
  if (malformed) return malformed;
  const tokenId = randomUUID();
  const token = `ladder_${randomBytes(TOKEN_BYTES).toString('base64url')}`;
  return contracts.transaction(async (tx) => {
    const refused = owner && (await refusedOwner(tx, owner));
    if (refused) return refused;
    await tx.addToken(
      { tokenId, name, owner, scopes, madeAt: at, expiresAt, revokedAt: undefined },
      hashOf(token),
    );
    return { accepted: true, tokenId, token };
  });
}

const TOKEN_BYTES = 32;

function malformedToken(
  { name, owner, expiresAt, at }: TokenToCreate,
  scopes: readonly string[],
): Refused | undefined {
  if (!isLine(name)) return refuse('token-name-malformed', { name, charactersMax: TEXT_CHARACTERS_MAX });
  // A token for nothing is a slip of the hand.
  const unknown =
    scopes.length === 0 ? '' : scopes.find((scope) => !(SCOPES as readonly string[]).includes(scope));
  if (unknown !== undefined) return refuse('token-scope-not-known', { scope: unknown, known: SCOPES });
  const foreign = owner && scopes.find((scope) => scope === 'admin' || scope === 'metrics');
  if (foreign) return refuse('token-scope-not-held', { scope: foreign, personId: owner.personId });
  if (expiresAt !== undefined && expiresAt <= at) return refuse('token-expiry-passed', { expiresAt });
  return undefined;
}

async function refusedOwner(
  tx: ContractsTransaction,
  { contract, personId }: NonNullable<TokenToCreate['owner']>,
): Promise<Refused | undefined> {
  const known = await tx.contractIds();
  if (!known.includes(contract)) return refuse('contract-not-known', { contract, known });
  const [person] = isId(personId) ? await tx.people(contract, [personId]) : [];
  if (!person) return refuse('person-not-known', { personId, contract });
  const { erasedAt, roles } = person;
  if (erasedAt !== undefined) return refuse('person-erased', { personId, erasedAt });
  return roles.length === 0 ? refuse('person-role-missing', { personId }) : undefined;
}

/** Tokens in the order of their ids, revoked ones too. */
export const listTokens = (
  contracts: Contracts,
  page: Page,
  contract?: string,
): Promise<readonly ApiToken[]> => contracts.transaction((tx) => tx.tokensPage(page, contract));

/** One token by its id; undefined where there is none. */
export const findToken = async (contracts: Contracts, tokenId: string): Promise<ApiToken | undefined> =>
  UUID.test(tokenId) ? contracts.transaction((tx) => tx.token(tokenId)) : undefined;

interface Revoked {
  readonly accepted: true;
  readonly token: ApiToken;
  /** Whether it was valid until now. */
  readonly isNew: boolean;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Ends a token at once; one that is ended stays as it is. */
export async function revokeToken(
  contracts: Contracts,
  tokenId: string,
  at: Instant,
): Promise<Revoked | Refused> {
  if (!UUID.test(tokenId)) return refuse('token-not-known', { tokenId });
  return contracts.transaction(async (tx) => {
    const token = await tx.token(tokenId);
    if (!token) return refuse('token-not-known', { tokenId });
    if (token.revokedAt !== undefined) return { accepted: true, token, isNew: false };
    await tx.revokeToken(tokenId, at);
    return { accepted: true, token: { ...token, revokedAt: at }, isNew: true };
  });
}
