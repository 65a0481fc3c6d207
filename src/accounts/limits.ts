import { createHmac } from 'node:crypto';
import type { TooOften } from '../app/ports/accounts.ts';
import { asInstant } from '../core/instant.ts';
import type { Within } from './within.ts';

const MINUTE_MS = 60_000;

/**
 * How often something may be tried in a while. None of them counts what others try for somebody from elsewhere but the
 * last two, and those do not hold at a browser at which the owner has signed in before: nobody is kept out because a
 * stranger types their address, or has got hold of their password.
 */
const LIMITS = {
  /** Links asked for from one place. */
  linkFrom: { max: 30, windowMs: 15 * MINUTE_MS },
  /**
   * Links looked at or used from one place: tokens are not to be guessed. Signing in takes three of them: the page, its
   * button, and the use; so many as may be asked for from there can be used from there.
   */
  tokenFrom: { max: 90, windowMs: 15 * MINUTE_MS },
  /** Passwords for one address from one place. */
  passwordFor: { max: 10, windowMs: 15 * MINUTE_MS },
  passwordFrom: { max: 60, windowMs: 15 * MINUTE_MS },
  /** Passwords for one address from anywhere: many places guess together. */
  passwordEverywhere: { max: 200, windowMs: 60 * MINUTE_MS },
  /** Codes for one account, whoever has shown its first factor. */
  secondFactor: { max: 30, windowMs: 60 * MINUTE_MS },
} as const;

/** Counts a try, and says how long to wait where it was one too many. */
export async function tooOften(
  { book, now, secret }: Within,
  limit: keyof typeof LIMITS,
  about: readonly string[],
): Promise<TooOften | undefined> {
  const { max, windowMs } = LIMITS[limit];
  const at = now();
  const windowAt = asInstant(at - (at % windowMs));
  const key = createHmac('sha256', secret)
    .update(JSON.stringify([limit, ...about]))
    .digest('hex');
  if ((await book.countTry(key, windowAt)) <= max) return undefined;
  return { is: 'tooOften', seconds: Math.ceil((windowAt + windowMs - at) / 1000) };
}
