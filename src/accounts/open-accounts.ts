import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AccountBook, Accounts, Browser, PersonKey, SetCookies } from '../app/ports/accounts.ts';
import type { Log } from '../app/ports/log.ts';
import type { Sessions } from '../app/ports/sessions.ts';
import type { Instant } from '../core/instant.ts';
import { ADDRESS_HEADER, type Auth, authOf } from './auth.ts';
import { type KnownSessions, knownSessions } from './sessions.ts';

interface AccountsParts {
  readonly db: Kysely<unknown>;
  readonly book: AccountBook;
  readonly secret: string;
  /** Known once the server listens. */
  readonly baseUrl: () => string;
  readonly log: Log;
  /** The machine's own clock. */
  readonly now: () => Instant;
  readonly isDemonstration: boolean;
  readonly rememberedMs: number;
}

interface Opened {
  readonly sessions: Sessions;
  readonly accounts: Accounts;
}

interface Within extends AccountsParts {
  readonly known: KnownSessions;
  readonly auth: () => Auth;
}

/** Signing in and out of this installation, and who is signed in. */
export function openAccounts(parts: AccountsParts): Opened {
  const known = knownSessions(parts);
  let made: Auth | undefined;
  const auth = (): Auth => {
    made ??= authOf({ ...parts, baseUrl: parts.baseUrl() });
    return made;
  };
  const within = { ...parts, known, auth };
  return {
    sessions: known,
    accounts: {
      samplePeople: async () => (parts.isDemonstration ? parts.book.samplePeople() : []),
      stepInto: (person, browser) => stepInto(within, person, browser),
      signOut: (browser) => signOut(within, browser),
    },
  };
}

async function stepInto(
  within: Within,
  { contract, personId }: PersonKey,
  browser: Browser,
): Promise<SetCookies | undefined> {
  const { isDemonstration, book, auth, now } = within;
  if (!isDemonstration) return undefined;
  const people = await book.samplePeople();
  const person = people.find((one) => one.contract === contract && one.personId === personId);
  if (!person) return undefined;
  await signOut(within, browser);
  const { accountId } = await book.stepInto({
    contract,
    personId,
    accountId: randomUUID(),
    email: `${personId}@${contract}.invalid`,
    name: person.name,
    at: now(),
  });
  const { headers } = await auth().api.startSession({
    body: { accountId, method: 'demonstration' },
    headers: headersOf(browser),
    returnHeaders: true,
  });
  return headers.getSetCookie();
}

async function signOut({ auth, known }: Within, browser: Browser): Promise<SetCookies> {
  const { headers } = await auth().api.signOut({ headers: headersOf(browser), returnHeaders: true });
  known.forget();
  return headers.getSetCookie();
}

/** A request as better-auth reads it: whose it is, as we have found, and not as a header of theirs says. */
function headersOf({ cookies, address, agent }: Browser): Headers {
  const headers = new Headers({ [ADDRESS_HEADER]: address });
  if (cookies !== undefined) headers.set('cookie', cookies);
  if (agent !== undefined) headers.set('user-agent', agent.slice(0, AGENT_CHARACTERS_MAX));
  return headers;
}

/** Enough to tell one browser from another. */
const AGENT_CHARACTERS_MAX = 300;
