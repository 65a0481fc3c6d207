import * as z from 'zod';
import type { AskDevice, Browser, SignedIn } from '../app/ports/accounts.ts';
import type { Session } from '../app/ports/sessions.ts';
import { isLine } from '../app/text-field.ts';
import type { Auth } from './auth.ts';
import { headersOf } from './browser-headers.ts';
import { tooOften } from './limits.ts';
import { noted, startSession, type Within } from './within.ts';

/** For signing in: any passkey of ours, and the device makes sure who holds it. */
export async function askForPasskey({ auth }: Within, browser: Browser): Promise<AskDevice> {
  const { headers, response } = await (await auth()).api.generatePasskeyAuthenticationOptions({
    headers: headersOf({ ...browser, cookies: undefined }),
    returnHeaders: true,
  });
  return { options: { ...response, userVerification: 'required' }, cookies: headers.getSetCookie() };
}

/**
 * Signs in by a passkey. It is both proofs at once, for a device gives it only to whoever it knows: no code is asked
 * for after it.
 */
export async function signInByPasskey(
  within: Within,
  { credential, goOn }: { readonly credential: string; readonly goOn: string },
  browser: Browser,
): Promise<SignedIn> {
  const often = await tooOften(within, 'passwordFrom', [browser.address], { browser, method: 'passkey' });
  if (often) return often;
  const accountId = await provedBy(within, credential, browser);
  if (accountId !== undefined) return startSession(within, { accountId, method: 'passkey', goOn }, browser);
  await noted(within, browser, { kind: 'signInFailed', method: 'passkey' });
  return { is: 'wrong' };
}

async function provedBy(within: Within, credential: string, browser: Browser): Promise<string | undefined> {
  const response = read(credential);
  if (!response) return undefined;
  try {
    const { user, session } = await (await within.auth()).api.verifyPasskeyAuthentication({
      body: { response },
      headers: headersOf(browser),
    });
    // One of our own making begins in its place, as after every other proof.
    await within.book.endSession(user.id, session.id);
    return user.id;
  } catch (error) {
    if (await isRefusal(error)) return undefined;
    throw error;
  }
}

/** For a new passkey of an account. */
export async function askForNewPasskey({ auth }: Within, browser: Browser): Promise<AskDevice> {
  const { headers, response } = await (await auth()).api.generatePasskeyRegistrationOptions({
    headers: headersOf(browser),
    returnHeaders: true,
  });
  return { options: response, cookies: headers.getSetCookie() };
}

/** Keeps a passkey that the device has made; false where it did not make one for this question. */
export async function addPasskey(
  within: Within,
  { accountId }: Session,
  { credential, name }: { readonly credential: string; readonly name: string },
  browser: Browser,
): Promise<boolean> {
  const response = read(credential);
  if (!response || !isLine(name)) return false;
  try {
    await (await within.auth()).api.verifyPasskeyRegistration({
      body: { response, name: name || undefined },
      headers: headersOf(browser),
    });
  } catch (error) {
    if (await isRefusal(error)) return false;
    throw error;
  }
  await noted(within, browser, { kind: 'passkeyAdded', accountId });
  return true;
}

export async function removePasskey(
  within: Within,
  { accountId }: Session,
  passkeyId: string,
  browser: Browser,
): Promise<void> {
  const isRemoved = await within.book.removePasskey(accountId, passkeyId);
  if (isRemoved) await noted(within, browser, { kind: 'passkeyRemoved', accountId });
}

/** What the library says no with, and not a fault of the world. */
const isRefusal = async (error: unknown): Promise<boolean> =>
  (await import('better-auth/api')).isAPIError(error);

const CREDENTIAL_CHARACTERS_MAX = 20_000;

/** Enough of what a device answers to be looked at; whether it is right is the library's to say. */
const ANSWERED = z.looseObject({
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.record(z.string(), z.unknown()),
  clientExtensionResults: z.record(z.string(), z.unknown()),
});

type Api = Auth['api'];
type Shown = NonNullable<Parameters<Api['verifyPasskeyAuthentication']>[0]>['body']['response'];
type Made = NonNullable<Parameters<Api['verifyPasskeyRegistration']>[0]>['body']['response'];

function read(credential: string): (Shown & Made) | undefined {
  if (credential.length > CREDENTIAL_CHARACTERS_MAX) return undefined;
  try {
    const { success, data } = ANSWERED.safeParse(JSON.parse(credential));
    return success ? (data as unknown as Shown & Made) : undefined;
  } catch {
    return undefined;
  }
}
