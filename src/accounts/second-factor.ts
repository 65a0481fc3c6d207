import { createHmac, randomBytes } from 'node:crypto';
import type { Half, SignInMethod } from '../app/ports/account-book.ts';
import type { Browser, SignedIn } from '../app/ports/accounts.ts';
import { asInstant } from '../core/instant.ts';
import { clearedCookie, signedCookie, signedValueOf } from './cookies.ts';
import { isKnown } from './known-browser.ts';
import { tooOften } from './limits.ts';
import { unsealed } from './seal.ts';
import { counterOf } from './time-code.ts';
import { noted, startSession, type Within } from './within.ts';

/** The second factor is shown within so long after the first. */
const HALF_MS = 10 * 60_000;
/** A code has a million values; whoever guesses begins with the first factor again after so many. */
const TRIES_MAX = 5;
const HALF_COOKIE = 'second_factor';
const HALF_BYTES = 32;

interface FirstFactor {
  readonly accountId: string;
  readonly method: SignInMethod;
  readonly goOn: string;
}

/** Keeps the first factor until the second is shown at the same browser; what that is told to keep. */
export async function addHalf(within: Within, shown: FirstFactor): Promise<readonly string[]> {
  const { book, now } = within;
  const id = randomBytes(HALF_BYTES).toString('base64url');
  await book.addHalf({
    ...shown,
    halfId: hashed(within, id),
    expiresAt: asInstant(now() + HALF_MS),
    tries: 0,
  });
  return [signedCookie(within, { name: HALF_COOKIE, value: id, maxAgeMs: HALF_MS })];
}

/** A code of the authenticator, or a recovery code: each counts once. */
export async function showSecondFactor(within: Within, code: string, browser: Browser): Promise<SignedIn> {
  const { book, now } = within;
  const id = signedValueOf(browser.cookies, HALF_COOKIE, within);
  if (id === undefined) return { is: 'over' };
  const halfId = hashed(within, id);
  const half = await book.tryHalf(halfId, now(), TRIES_MAX);
  if (!half) return { is: 'over' };
  // A recovery code is too long to be guessed: with it, or at a browser of theirs, its owner is never made to wait.
  const isOwners = RECOVERY_CODE.test(typedOf(code)) || isKnown(within, browser, half.accountId);
  const { accountId } = half;
  const tried = { browser, method: 'code', accountId } as const;
  const often = isOwners ? undefined : await tooOften(within, 'secondFactor', [accountId], tried);
  if (often) return often;
  if (!(await isRight(within, half, code, browser))) {
    await noted(within, browser, { kind: 'secondFactorFailed', accountId });
    return { is: 'wrong' };
  }
  await book.dropHalf(halfId);
  const signedIn = await startSession(within, half, browser);
  if (signedIn.is !== 'signedIn') return signedIn;
  return { ...signedIn, cookies: [...signedIn.cookies, clearedCookie(within, HALF_COOKIE)] };
}

const typedOf = (code: string): string => code.replaceAll(/[\s-]/g, '').toUpperCase();

async function isRight(
  within: Within,
  { accountId }: Half,
  code: string,
  browser: Browser,
): Promise<boolean> {
  const typed = typedOf(code);
  if (/^\d{6}$/.test(typed)) return isTimeCode(within, accountId, typed);
  if (!RECOVERY_CODE.test(typed)) return false;
  const { book, now } = within;
  const used = await book.useRecoveryCode(accountId, recoveryHash(within, accountId, typed), now());
  if (used) await noted(within, browser, { kind: 'recoveryCodeUsed', accountId });
  return used;
}

/** Whether the authenticator of an account shows this code now, and it was not used before. */
export async function isTimeCode(within: Within, accountId: string, code: string): Promise<boolean> {
  const { book, now, secret } = within;
  const factor = await book.secondFactor(accountId);
  if (!factor) return false;
  const counter = counterOf(code, await unsealed(secret, factor.secret), now());
  return counter !== undefined && book.takeCounter(accountId, counter);
}

const RECOVERY_SIGNS = 12;
/** Letters and digits that nobody reads as one another. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const RECOVERY_CODE = new RegExp(`^[${SIGNS}]{${RECOVERY_SIGNS}}$`);
const RECOVERY_CODES = 10;

/** Codes for the day on which the authenticator is lost: 58 bits each, shown once, kept as keyed digests. */
export function newRecoveryCodes(within: Within, accountId: string) {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  return {
    hashes: codes.map((code) => recoveryHash(within, accountId, code)),
    shown: codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-')),
  };
}

function newRecoveryCode(): string {
  let code = '';
  while (code.length < RECOVERY_SIGNS) {
    const [byte = 255] = randomBytes(1);
    // What is left of 256 after eight rounds of the signs would make some of them likelier.
    if (byte < SIGNS.length * 8) code += SIGNS[byte % SIGNS.length];
  }
  return code;
}

const recoveryHash = ({ secret }: Within, accountId: string, code: string): string =>
  createHmac('sha256', secret).update(`recovery/${accountId}/${code}`).digest('hex');

const hashed = ({ secret }: Within, id: string): string =>
  createHmac('sha256', secret).update(`half/${id}`).digest('hex');
