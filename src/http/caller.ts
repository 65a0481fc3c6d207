import type { FastifyRequest } from 'fastify';
import { type Caller, type Grant, ROLES, type Role } from '../app/authorise.ts';
import type { Reading, TokenHolder } from '../app/ports/reading.ts';
import { hashOf } from '../app/secret.ts';
import { problem } from './problem.ts';

type Scope = 'read' | 'write' | 'admin' | 'metrics';

/** Who sent a request, as far as its token says. */
type Holder = TokenHolder | 'missing' | 'notValid';

const TOKEN = /^Bearer +(ladder_[A-Za-z0-9_-]{20,100})$/i;

/** Kept beside the request: the limiter and the route both ask. */
const known = new WeakMap<FastifyRequest, Promise<Holder>>();

/** Who holds the token of a request; looked up once. What does not look like a token is not looked up at all. */
export function holderOf(request: FastifyRequest, reading: Reading): Promise<Holder> {
  const before = known.get(request);
  if (before) return before;
  const found = lookUp(request.headers.authorization, reading);
  known.set(request, found);
  return found;
}

async function lookUp(header: string | undefined, reading: Reading): Promise<Holder> {
  if (header === undefined) return 'missing';
  const token = TOKEN.exec(header)?.[1];
  return (token !== undefined && (await reading.tokenHolder(hashOf(token)))) || 'notValid';
}

/** The holder of a token that has a scope; an administrator's has every one. */
export async function holderWith(
  request: FastifyRequest,
  reading: Reading,
  needed: Scope,
): Promise<TokenHolder> {
  const holder = await holderOf(request, reading);
  if (holder === 'missing') throw problem('token-missing', {});
  if (holder === 'notValid') throw problem('token-not-valid', {});
  if (!hasScope(holder, needed)) throw problem('token-scope-missing', { needed });
  return holder;
}

export const hasScope = ({ scopes }: TokenHolder, needed: Scope): boolean =>
  scopes.includes(needed) || scopes.includes('admin');

/** The holder as a caller in a contract; one that is not the holder's own, or has no role for them, is not there. */
export function callerIn(holder: TokenHolder, contract: string): Caller {
  const caller = callerIfIn(holder, contract);
  if (!caller) throw problem('contract-not-found', { contract });
  return caller;
}

function callerIfIn(holder: TokenHolder, contract: string): Caller | undefined {
  const { personId, seats } = holder;
  if (holder.contract === undefined || personId === undefined) {
    // The token of the installation looks at everything and moves nothing.
    if (!hasScope(holder, 'admin')) return undefined;
    return { contract, personId: INSTALLATION, grants: [{ role: 'administrator' }], seats: [], over: 'api' };
  }
  const grants = holder.grants.flatMap(grantOf);
  if (holder.contract !== contract || grants.length === 0) return undefined;
  return { contract, personId, grants, seats, over: 'api' };
}

/**
 * Who reads what goes on long after it was asked for, looked up each time: undefined once their token is revoked or has
 * expired, or they have no role any more.
 */
export function readerNow(
  { headers: { authorization } }: FastifyRequest,
  reading: Reading,
  contract: string,
): () => Promise<Caller | undefined> {
  return async () => {
    const holder = await lookUp(authorization, reading);
    if (typeof holder === 'string' || !hasScope(holder, 'read')) return undefined;
    return callerIfIn(holder, contract);
  };
}

/** Not an id that a person can have. */
const INSTALLATION = 'installation:administrator';

function grantOf({ role, customerId }: TokenHolder['grants'][number]): readonly Grant[] {
  if (!isRole(role)) return [];
  return [customerId === undefined ? { role } : { role, customerId }];
}

const isRole = (name: string): name is Role => ROLES.some((role) => role === name);
