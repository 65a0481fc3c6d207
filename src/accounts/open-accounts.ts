import type { PersonKey } from '../app/ports/account-book.ts';
import type { AccountKeeping } from '../app/ports/account-keeping.ts';
import type { Accounts, Browser } from '../app/ports/accounts.ts';
import type { OwnAccount } from '../app/ports/own-account.ts';
import type { Sessions } from '../app/ports/sessions.ts';
import { signInSecret } from '../app/secret.ts';
import { accountKeeping } from './account-keeping.ts';
import type { Auth } from './auth.ts';
import { headersOf } from './browser-headers.ts';
import { tooOften } from './limits.ts';
import { lookAtLink, lookFromDoor, mailLink, useLink } from './links.ts';
import { backFromOrganisation, beginAtOrganisation } from './organisation.ts';
import { ownAccount } from './own-account.ts';
import { askForPasskey, signInByPasskey } from './passkeys.ts';
import { signInByPassword } from './passwords.ts';
import { showSecondFactor } from './second-factor.ts';
import { knownSessions } from './sessions.ts';
import { type AccountsParts, noted, startSession, type Within } from './within.ts';

interface Opened {
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  readonly ownAccount: OwnAccount;
  readonly accountKeeping: AccountKeeping;
}

/** Signing in and out of this installation, and who is signed in. */
export function openAccounts(parts: AccountsParts): Opened {
  const { installationSecret, isDemonstration, book, log } = parts;
  const secret = signInSecret(installationSecret);
  const known = knownSessions({ ...parts, secret });
  let made: Promise<Auth> | undefined;
  const auth = (): Promise<Auth> => {
    made ??= import('./auth.ts').then(({ authOf }) => authOf({ ...parts, secret, baseUrl: parts.baseUrl() }));
    return made;
  };
  const within: Within = { ...parts, secret, known, auth };
  const underWay = new Set<Promise<void>>();
  /** Done after the answer, which says nothing of it. */
  const afterwards = (work: Promise<void>): void => {
    const caught = work.catch((error: unknown) => log.error('link-not-sent', error));
    underWay.add(caught);
    void caught.finally(() => underWay.delete(caught));
  };
  return {
    sessions: known,
    ownAccount: ownAccount(within),
    accountKeeping: accountKeeping(within),
    accounts: {
      samplePeople: async () => (isDemonstration ? book.samplePeople() : []),
      stepInto: (person, browser) => stepInto(within, person, browser),
      askForLink: async (asked, browser) => {
        const often = await tooOften(within, 'linkFrom', [browser.address], { browser, method: 'link' });
        if (often) return often;
        afterwards(mailLink(within, asked, browser));
        return { is: 'asked' };
      },
      lookAtLink: (token, browser) => lookFromDoor(within, token, browser),
      knowsLink: async (token) => (await lookAtLink(within, token)) !== undefined,
      useLink: (token, said, browser) => useLink(within, token, said, browser),
      signInByPassword: (tried, browser) => signInByPassword(within, tried, browser),
      organisation: parts.organisation?.directory.name,
      beginAtOrganisation: async (goOn) =>
        parts.organisation && beginAtOrganisation(within, parts.organisation, goOn),
      backFromOrganisation: async (answered, browser) =>
        parts.organisation
          ? backFromOrganisation(within, parts.organisation, answered, browser)
          : { is: 'over' },
      askForPasskey: (browser) => askForPasskey(within, browser),
      signInByPasskey: (shown, browser) => signInByPasskey(within, shown, browser),
      showSecondFactor: (code, browser) => showSecondFactor(within, code, browser),
      signOut: (browser) => signOut(within, browser),
      idle: async () => {
        await Promise.all(underWay);
      },
    },
  };
}

async function stepInto(
  within: Within,
  { contract, personId }: PersonKey,
  browser: Browser,
): ReturnType<Accounts['stepInto']> {
  const { isDemonstration, book, now, newId } = within;
  if (!isDemonstration) return undefined;
  const people = await book.samplePeople();
  const person = people.find((one) => one.contract === contract && one.personId === personId);
  if (!person) return undefined;
  const { accountId } = await book.stepInto({
    contract,
    personId,
    accountId: newId(),
    email: `${personId}@${contract}.invalid`,
    name: person.name,
    at: now(),
  });
  const started = await startSession(within, { accountId, method: 'demonstration', goOn: '/' }, browser);
  return started.is === 'signedIn' ? started.cookies : undefined;
}

async function signOut(within: Within, browser: Browser): ReturnType<Accounts['signOut']> {
  const { auth, known } = within;
  const session = await known.of(browser.cookies);
  const { headers } = await (await auth()).api.signOut({ headers: headersOf(browser), returnHeaders: true });
  known.forget();
  if (session) await noted(within, browser, { kind: 'signedOut', accountId: session.accountId });
  return headers.getSetCookie();
}
