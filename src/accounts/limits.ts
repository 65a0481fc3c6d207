import { createHmac } from 'node:crypto';
import type { SignInMethod } from '../app/ports/account-book.ts';
import type { Browser, TooOften } from '../app/ports/accounts.ts';
import { asInstant } from '../core/instant.ts';
import { noted, type Within } from './within.ts';

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

type Limit = keyof typeof LIMITS;

/** Who tried, by what, and as far as it is known for whom. */
interface Tried {
  readonly browser: Browser;
  readonly method: SignInMethod | 'code';
  readonly accountId?: string | undefined;
  /** Under which address, where no account is known. */
  readonly email?: string | undefined;
}

/** Counts a try, and says how long to wait where it was one too many. That is written down, and bounded. */
export async function tooOften(
  within: Within,
  limit: Limit,
  about: readonly string[],
  { browser, method, accountId, email }: Tried,
): Promise<TooOften | undefined> {
  const { max, windowMs } = LIMITS[limit];
  const { tries, seconds } = await counted(within, [limit, ...about], windowMs);
  if (tries <= max) return undefined;
  if (isWritten(tries - max)) {
    const line = { kind: 'triedTooOften', method, detail: String(tries), accountId } as const;
    await noted(within, browser, { ...line, ...(await whose(within, email)) });
  }
  return { is: 'tooOften', seconds };
}

const DEAD_LINK_WINDOW_MS = 60 * MINUTE_MS;

/** Writes down that somebody came with a link that lets nobody in: whose it was, and why it is none any more. */
export async function noteDeadLink(
  within: Within,
  { why, email }: { readonly why: 'used' | 'expired' | 'unknown'; readonly email: string | undefined },
  browser: Browser,
): Promise<void> {
  const { tries } = await counted(within, ['deadLink', why, email ?? ''], DEAD_LINK_WINDOW_MS);
  if (!isWritten(tries)) return;
  const line = { kind: 'linkFailed', method: why, detail: String(tries) } as const;
  await noted(within, browser, { ...line, ...(await whose(within, email)) });
}

/**
 * The first of its kind in a window is written down, and then each time they have doubled: nobody fills the log by trying,
 * and it still says how many they were.
 */
const isWritten = (times: number): boolean => Number.isInteger(Math.log2(times));

async function counted({ book, now, secret }: Within, about: readonly string[], windowMs: number) {
  const at = now();
  const windowAt = asInstant(at - (at % windowMs));
  const key = createHmac('sha256', secret).update(JSON.stringify(about)).digest('hex');
  const tries = await book.countTry(key, windowAt);
  return { tries, seconds: Math.ceil((windowAt + windowMs - at) / 1000) };
}

/** The person whose address it is; where it is nobody's, the line names nobody. */
async function whose({ book }: Within, email: string | undefined) {
  const known = email === undefined ? undefined : await book.knownAddress(email);
  return known && { contract: known.contract, personId: known.personId };
}
