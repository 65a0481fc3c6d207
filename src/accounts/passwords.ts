import type { Accounts, Browser, SignedIn } from '../app/ports/accounts.ts';
import { isKnown } from './known-browser.ts';
import { tooOften } from './limits.ts';
import { afterFirst, noted, type Within } from './within.ts';

/** Longer ones are refused before any work is done on them. */
export const PASSWORD_CHARACTERS_MAX = 128;

type Tried = Parameters<Accounts['signInByPassword']>[0];

/**
 * Signs in by a password. A wrong one, an address without one and an address nobody has are one answer; who tries too
 * often is told to wait, whether the password was right or not, and the link by mail stays open.
 */
export async function signInByPassword(
  within: Within,
  { email, password, goOn }: Tried,
  browser: Browser,
): Promise<SignedIn> {
  const address = email.trim().toLowerCase();
  const tried = { browser, method: 'password', email: address } as const;
  const often =
    (await tooOften(within, 'passwordFrom', [browser.address], tried)) ??
    (await tooOften(within, 'passwordFor', [address, browser.address], tried));
  if (often) return often;
  const everywhere = await tooOften(within, 'passwordEverywhere', [address], tried);
  if (password === '' || password.length > PASSWORD_CHARACTERS_MAX) return { is: 'wrong' };
  // Where many places guess together only the owner's own browser is heard, and whose it is shows with the account.
  const { accountId, isRight } = await (await within.auth()).api.checkPassword({
    body: { email: address, password },
  });
  if (everywhere && !isKnown(within, browser, accountId)) return everywhere;
  if (accountId === undefined || !isRight) {
    await noted(within, browser, { kind: 'signInFailed', accountId, method: 'password' });
    return { is: 'wrong' };
  }
  return afterFirst(within, { accountId, method: 'password', goOn }, browser);
}
