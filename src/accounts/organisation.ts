import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Accounts, Browser, SignedIn } from '../app/ports/accounts.ts';
import { isSameText } from '../app/secret.ts';
import { isEmail, isLine } from '../app/text-field.ts';
import { clearedCookie, signedCookie, signedValueOf } from './cookies.ts';
import { type AskOutside, type Directory, idTokenFor, keysOf, placesOf } from './directory.ts';
import { readIdToken } from './id-token.ts';
import { tooOften } from './limits.ts';
import { noted, startSession, type Within } from './within.ts';

const COOKIE = 'organisation';
/** So long somebody may take to sign in at their directory. */
const BEGUN_MS = 10 * 60_000;
const BACK = '/sign-in/organisation/back';

/** What is begun here and finished when the directory sends the browser back; kept by that browser alone. */
const BEGUN = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), goOn: z.string() });

export interface OrganisationParts {
  readonly directory: Directory;
  readonly ask: AskOutside;
}

/** Where a browser is sent to sign in at its directory; undefined where that cannot be asked now. */
export async function beginAtOrganisation(
  within: Within,
  { directory, ask }: OrganisationParts,
  goOn: string,
): ReturnType<Accounts['beginAtOrganisation']> {
  const places = await placesOf(directory, ask);
  if (!places) return undefined;
  const begun = { state: chance(), nonce: chance(), verifier: chance(), goOn };
  const url = new URL(places.authorization_endpoint);
  for (const [name, value] of Object.entries({
    response_type: 'code',
    client_id: directory.clientId,
    redirect_uri: `${within.baseUrl()}${BACK}`,
    scope: 'openid email profile',
    state: begun.state,
    nonce: begun.nonce,
    code_challenge: createHash('sha256').update(begun.verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })) {
    url.searchParams.set(name, value);
  }
  const value = Buffer.from(JSON.stringify(begun)).toString('base64url');
  return { url: url.href, cookies: [signedCookie(within, { name: COOKIE, value, maxAgeMs: BEGUN_MS })] };
}

type Answered = Parameters<Accounts['backFromOrganisation']>[0];

/**
 * Takes the directory's word for an address, as if a link to it had been used: so long as it is one of the domains
 * that this directory speaks for, and the browser is the one that set out.
 */
export async function backFromOrganisation(
  within: Within,
  parts: OrganisationParts,
  { code, state }: Answered,
  browser: Browser,
): Promise<SignedIn> {
  const often = await tooOften(within, 'tokenFrom', [browser.address], { browser, method: 'organisation' });
  if (often) return often;
  const begun = BEGUN.safeParse(kept(signedValueOf(browser.cookies, COOKIE, within)));
  if (!begun.success || !isSameText(begun.data.state, state)) return { is: 'over' };
  const said = await saidBy(within, parts, code, begun.data);
  const accountId = said && (await accountOf(within, parts.directory, said));
  if (accountId === undefined) {
    await noted(within, browser, { kind: 'signInFailed', method: 'organisation' });
    return { is: 'wrong' };
  }
  const { goOn } = begun.data;
  const signedIn = await startSession(within, { accountId, method: 'organisation', goOn }, browser);
  if (signedIn.is !== 'signedIn') return signedIn;
  return { ...signedIn, cookies: [...signedIn.cookies, clearedCookie(within, COOKIE)] };
}

async function saidBy(
  { baseUrl, now }: Within,
  { directory, ask }: OrganisationParts,
  code: string,
  { nonce, verifier }: z.infer<typeof BEGUN>,
) {
  const places = await placesOf(directory, ask);
  if (!places) return undefined;
  const exchanged = { code, verifier, redirectUri: `${baseUrl()}${BACK}` };
  const token = await idTokenFor(directory, places, exchanged, ask);
  const keys = token === undefined ? undefined : await keysOf(places, ask);
  if (token === undefined || !keys) return undefined;
  const { issuer, clientId: audience } = directory;
  return readIdToken(token, keys, { issuer, audience, nonce, at: now() });
}

/** The account of an address that the directory speaks for, and that is known here. */
async function accountOf(
  { book, newId, now, known }: Within,
  { domains }: Directory,
  { email, name }: { readonly email: string; readonly name: string | undefined },
): Promise<string | undefined> {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  if (!isEmail(email) || !domains.includes(domain)) return undefined;
  const found = await book.knownAddress(email);
  if (!found) return undefined;
  const called = name !== undefined && name.trim() !== '' && isLine(name.trim()) ? name.trim() : undefined;
  const proved = { email, name: called, newAccountId: newId(), at: now() };
  const accountId = await book.proveAddress({ ...proved, byDomain: found.is === 'domain' });
  known.forget();
  return accountId;
}

const chance = (): string => randomBytes(32).toString('base64url');

function kept(value: string | undefined): unknown {
  try {
    return value === undefined ? undefined : JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
