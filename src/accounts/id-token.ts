import { createPublicKey, verify, type webcrypto } from 'node:crypto';
import * as z from 'zod';

/** What a directory's word has to be about, for it to be taken. */
interface Expected {
  readonly issuer: string;
  readonly audience: string;
  readonly nonce: string;
  /** By the machine's clock. */
  readonly at: number;
}

/** What a directory says of who signed in there. */
interface SaidByDirectory {
  readonly email: string;
  readonly name: string | undefined;
}

/** Signatures that are taken. Never `none`, and none that is made with the secret both sides have. */
const HASHES: Readonly<Record<string, string>> = { RS256: 'sha256', PS256: 'sha256', ES256: 'sha256' };
/** Clocks of two machines differ by no more. */
const LEEWAY_S = 60;
/** The token is made when it is asked for. */
const AGE_MAX_S = 600;

const HEAD = z.object({ alg: z.string(), kid: z.string().optional() });
const CLAIMS = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  exp: z.number(),
  iat: z.number(),
  nonce: z.string(),
  email: z.string(),
  email_verified: z.boolean().optional(),
  name: z.string().optional(),
});

export interface SigningKeys {
  readonly keys: readonly ({ readonly kid?: string; readonly use?: string } & webcrypto.JsonWebKey)[];
}

/**
 * What an id token says, where its signature is one of the directory's keys and everything it has to be about is
 * right; undefined for any other. OpenID Connect Core 1.0, section 3.1.3.7.
 */
export function readIdToken(
  token: string,
  keys: SigningKeys,
  expected: Expected,
): SaidByDirectory | undefined {
  const [head = '', claims = '', signature = '', ...rest] = token.split('.');
  if (rest.length > 0) return undefined;
  const headRead = HEAD.safeParse(json(head));
  const read = CLAIMS.safeParse(json(claims));
  if (!headRead.success || !read.success) return undefined;
  const signed = { data: `${head}.${claims}`, signature: Buffer.from(signature, 'base64url') };
  const { alg, kid } = headRead.data;
  const tried = keys.keys.filter((key) => key.use !== 'enc' && (kid === undefined || key.kid === kid));
  if (!tried.some((key) => isSignedBy(signed, alg, key))) return undefined;
  return isExpected(read.data, expected) ? saidIn(read.data) : undefined;
}

function saidIn({
  email,
  email_verified: isVerified,
  name,
}: z.infer<typeof CLAIMS>): SaidByDirectory | undefined {
  return isVerified === false ? undefined : { email: email.toLowerCase(), name };
}

function isExpected(claims: z.infer<typeof CLAIMS>, { issuer, audience, nonce, at }: Expected): boolean {
  const now = at / 1000;
  const audiences = [claims.aud].flat();
  return (
    claims.iss === issuer &&
    audiences.includes(audience) &&
    (audiences.length === 1 || claims.azp === audience) &&
    claims.nonce === nonce &&
    claims.exp > now - LEEWAY_S &&
    claims.iat < now + LEEWAY_S &&
    claims.iat > now - AGE_MAX_S
  );
}

function isSignedBy(
  { data, signature }: { readonly data: string; readonly signature: Buffer },
  alg: string,
  jwk: webcrypto.JsonWebKey,
): boolean {
  const hash = HASHES[alg];
  const isFit = alg === 'ES256' ? jwk.kty === 'EC' && jwk.crv === 'P-256' : jwk.kty === 'RSA';
  if (hash === undefined || !isFit) return false;
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    const how = alg === 'ES256' ? { dsaEncoding: 'ieee-p1363' as const } : alg === 'PS256' ? PSS : {};
    return verify(hash, Buffer.from(data), { key, ...how }, signature);
  } catch {
    // A key that is none signs nothing.
    return false;
  }
}

// RFC 7518, section 3.5: the salt is as long as the hash.
const PSS = { padding: 6, saltLength: 32 };

function json(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
