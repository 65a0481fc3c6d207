import { strict as assert } from 'node:assert';
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';

/** The installation's secret. A key object, so that no log and no JSON ever shows its bytes. */
export type Secret = KeyObject & { readonly of: 'installation' };

/** The fewest bytes a secret may have. */
export const SECRET_BYTES_MIN = 32;

/** The secret that these bytes are. */
export function secretOf(bytes: Uint8Array): Secret {
  assert(bytes.length >= SECRET_BYTES_MIN, 'a secret is long enough');
  return createSecretKey(bytes) as Secret;
}

/**
 * The token of a link: 43 signs that fit a path. It is computed anew whenever the link is sent, so that only
 * its hash need be stored.
 */
export const linkToken = (secret: Secret, linkId: string): string =>
  derived(secret, `link/${linkId}`).toString('base64url');

/** Whether a text could be the token of a link, before anything is asked about it. */
export const isLinkToken = (text: string): boolean => /^[\w-]{43}$/.test(text);

const CODE_DIGITS = 8;

/** Digits that nobody can guess, always the same for the same purpose: computed anew and kept nowhere. */
const digitsFor = (secret: Secret, purpose: string, digits: number): string =>
  (derived(secret, purpose).readBigUInt64BE() % 10n ** BigInt(digits)).toString().padStart(digits, '0');

const PIN_DIGITS = 6;

/** A PIN that replaced another: of an id that no other has. */
export const replacedPin = (secret: Secret, pinId: string): string =>
  digitsFor(secret, `pin/${pinId}`, PIN_DIGITS);

/** The first PIN of a case, for whoever rings about it. */
export const casePin = (
  secret: Secret,
  { contract, caseId }: Pick<ReplyAddressOf, 'contract' | 'caseId'>,
): string => digitsFor(secret, `pin/${contract}/${caseId}`, PIN_DIGITS);

/** The code by which somebody who rings says for which customer: it opens nothing else, and is no secret of theirs. */
export const customerCode = (
  secret: Secret,
  { contract, customerId }: { readonly contract: string; readonly customerId: string },
): string => digitsFor(secret, `customer/${contract}/${customerId}`, CODE_DIGITS);

/** A code that is read in a mail and typed: eight digits, computed anew whenever they are needed and kept nowhere. */
export const mailedCode = (secret: Secret, codeId: string): string =>
  digitsFor(secret, `code/${codeId}`, CODE_DIGITS);

/** What is stored in place of a token: its SHA-256 in hexadecimal. Tokens are long and random, so no salt is needed. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Whether two texts are the same, in a time that does not tell how much of them is. */
export function isSameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** Whose address it is: one for each person in each case. */
interface ReplyAddressOf {
  readonly contract: string;
  readonly caseId: string;
  readonly personId: string;
}

const REPLY_SIGNS = 20;

/**
 * The part before the `@` at which a person's mails about a case arrive: 100 bits nobody can guess, in letters
 * that survive a mail server that changes their case.
 *
 *     reply+k3vq…  (20 signs of a-z and 2-7)
 */
export function replyLocalPart(secret: Secret, { contract, caseId, personId }: ReplyAddressOf): string {
  const parts = [contract, caseId, personId];
  // Ids have no slash, so no two of these names are alike.
  assert(!parts.some((part) => part.includes('/')), 'an id has no slash');
  return `reply+${base32(derived(secret, `reply/${parts.join('/')}`)).slice(0, REPLY_SIGNS)}`;
}

/** What may be known of a secret: kept in the database, so that a start with another secret is noticed. */
export const fingerprint = (secret: Secret): string =>
  derived(secret, 'fingerprint').toString('hex').slice(0, 32);

/** What cookies of sessions are signed with, and what is kept of second factors is encrypted with. */
export const signInSecret = (secret: Secret): string => derived(secret, 'sign-in').toString('base64url');

/** The secret by which a webhook knows our requests, as Standard Webhooks write it; computed anew and kept nowhere. */
export const webhookSecret = (secret: Secret, secretId: string): string =>
  `whsec_${derived(secret, `webhook/${secretId}`).toString('base64')}`;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A text as it is kept where only this installation reads it. `of` names what it belongs to, and goes into the seal. */
export function sealText(secret: Secret, of: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', derived(secret, 'seal'), nonce).setAAD(Buffer.from(of));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** The text under a seal; undefined where it is none of this installation's, or belongs to something else. */
export function unsealText(secret: Secret, of: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const cipher = createDecipheriv('aes-256-gcm', derived(secret, 'seal'), bytes.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(of))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const text = cipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([text, cipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** Signs checkpoints of the record. */
export interface SigningKey {
  /** To be given to oversight, who verify with it: base64url of the 32 bytes of an ed25519 key. */
  readonly publicKey: string;
  /** The signature of a text, in base64url; the same text gives the same signature. */
  readonly sign: (text: string) => string;
}

/** The key that this installation signs with: always the same for the same secret. */
export function signingKey(secret: Secret): SigningKey {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'ladder/checkpoint', SEED_BYTES));
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const publicDer = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: publicDer.subarray(PUBLIC_PREFIX.length).toString('base64url'),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
  };
}

interface Signed {
  readonly text: string;
  readonly signature: string;
  readonly publicKey: string;
}

/** Whether the owner of the key signed exactly this text; false also for a key or a signature that is none. */
export function isSignedBy({ text, signature, publicKey }: Signed): boolean {
  const bytes = Buffer.from(publicKey, 'base64url');
  if (bytes.length !== SEED_BYTES) return false;
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, bytes]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
}

/** What stands before the 32 bytes of an ed25519 key in its DER forms: RFC 8410, sections 4 and 7. */
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SEED_BYTES = 32;

const derived = (secret: Secret, purpose: string): Buffer =>
  createHmac('sha256', secret).update(purpose).digest();

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** RFC 4648 base32 in lower case, without padding; bits that do not fill a sign are left out. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return [...bits.matchAll(/.{5}/g)].map(([five]) => BASE32[Number.parseInt(five, 2)]).join('');
}
