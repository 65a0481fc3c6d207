import { randomUUID } from 'node:crypto';
import { openAccounts } from '../../src/accounts/open-accounts.ts';
import type { OrganisationParts } from '../../src/accounts/organisation.ts';
import type { AccountKeeping } from '../../src/app/ports/account-keeping.ts';
import type { Accounts } from '../../src/app/ports/accounts.ts';
import type { OwnAccount } from '../../src/app/ports/own-account.ts';
import type { Sessions } from '../../src/app/ports/sessions.ts';
import { machineNow } from '../../src/clock/machine.ts';
import { composeSignIn } from '../../src/render/mail/compose-sign-in.ts';
import { accountBook } from '../../src/store/accounts/account-book.ts';
import type { Connection } from '../../src/store/connect.ts';
import type { PostgresStore } from '../../src/store/open-store.ts';
import { TEST_SECRET } from './engine-parts.ts';

interface SigningIn {
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  readonly ownAccount: OwnAccount;
  readonly accountKeeping: AccountKeeping;
  /** Signs in as a person who has a role; what their browser sends as `cookie` from then on. */
  stepIn(contract: string, personId: string): Promise<string>;
}

interface SigningInParts {
  readonly connection: Connection<unknown>;
  readonly store: PostgresStore;
  readonly baseUrl: () => string;
  readonly isDemonstration: boolean;
  readonly organisation?: OrganisationParts | undefined;
}

/** What a browser sends back of what it was told to keep. */
export const cookieFrom = (setCookies: readonly string[]): string =>
  setCookies.map((one) => one.split(';')[0] ?? '').join('; ');

/** Signing in as the service has it, but that nothing is remembered: what a test changes holds at once. */
export function signingIn({
  connection,
  store,
  baseUrl,
  isDemonstration,
  organisation,
}: SigningInParts): SigningIn {
  const parts = {
    db: connection.db,
    book: accountBook(store, connection.db),
    installationSecret: TEST_SECRET,
    baseUrl,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now: machineNow,
    rememberedMs: 0,
    newId: randomUUID,
    compose: composeSignIn,
    organisation,
  };
  const samples = openAccounts({ ...parts, isDemonstration: true });
  return {
    ...openAccounts({ ...parts, isDemonstration }),
    async stepIn(contract, personId) {
      const browser = { cookies: undefined, address: '127.0.0.1', agent: 'test' };
      const cookies = await samples.accounts.stepInto({ contract, personId }, browser);
      if (!cookies) throw new Error(`${personId} of ${contract} has no role, or is not there`);
      return cookieFrom(cookies);
    },
  };
}
