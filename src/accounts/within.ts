import type { Kysely } from 'kysely';
import type { AccountBook, LogLine, SignInMethod } from '../app/ports/account-book.ts';
import type { Browser, SignedIn } from '../app/ports/accounts.ts';
import type { Log } from '../app/ports/log.ts';
import type { Secret } from '../app/secret.ts';
import type { Instant } from '../core/instant.ts';
import type { ComposedMail } from '../core/message/mail-notice.ts';
import type { SignInMail } from '../core/message/portal/sign-in-mails.ts';
import type { Auth } from './auth.ts';
import { agentOf, headersOf } from './browser-headers.ts';
import { knownCookie } from './known-browser.ts';
import type { OrganisationParts } from './organisation.ts';
import { addHalf } from './second-factor.ts';
import type { KnownSessions } from './sessions.ts';

export interface AccountsParts {
  readonly db: Kysely<unknown>;
  readonly book: AccountBook;
  /** The installation's. */
  readonly installationSecret: Secret;
  /** Known once the server listens. */
  readonly baseUrl: () => string;
  readonly log: Log;
  /** The machine's own clock. */
  readonly now: () => Instant;
  readonly isDemonstration: boolean;
  readonly rememberedMs: number;
  readonly newId: () => string;
  readonly compose: (mail: SignInMail) => ComposedMail;
  /** An organisation's directory that signs people in, where one is set. */
  readonly organisation: OrganisationParts | undefined;
}

/** What signing in is done with. */
export interface Within extends AccountsParts {
  /** Signs cookies, and encrypts what is kept of second factors. */
  readonly secret: string;
  readonly known: KnownSessions;
  /** Loaded when it is first asked for: that takes most of a second. */
  readonly auth: () => Promise<Auth>;
}

/** Writes down what happened at the door, by the machine's clock. */
export const noted = (
  { book, now }: Within,
  browser: Browser,
  line: Omit<LogLine, 'at' | 'address' | 'agent'>,
): Promise<void> => book.note({ ...line, at: now(), address: browser.address, agent: agentOf(browser) });

interface FirstFactor {
  readonly accountId: string;
  readonly method: SignInMethod;
  readonly goOn: string;
}

/** After the first factor: the second is asked for where the account has one, else it is signed in. */
export async function afterFirst(within: Within, shown: FirstFactor, browser: Browser): Promise<SignedIn> {
  const factor = await within.book.secondFactor(shown.accountId);
  if (factor?.isConfirmed) return { is: 'half', cookies: await addHalf(within, shown) };
  return startSession(within, shown, browser);
}

/** A session under a token of its own; the one that this browser had, and what was begun in it, ends. */
export async function startSession(
  within: Within,
  { accountId, method, goOn }: FirstFactor,
  browser: Browser,
): Promise<SignedIn> {
  const { auth, known, book, now } = within;
  const before = await known.of(browser.cookies);
  if (before) await book.endSession(before.accountId, before.sessionId);
  const { headers, response } = await (await auth()).api.startSession({
    body: { accountId, method },
    headers: headersOf({ ...browser, cookies: undefined }),
    returnHeaders: true,
  });
  if (!response.isStarted) return { is: 'over' };
  known.forget();
  await noted(within, browser, { kind: 'signedIn', accountId, method });
  await book.tidy(now());
  const cookies = [...headers.getSetCookie(), knownCookie(within, accountId)];
  return { is: 'signedIn', cookies, goOn };
}
