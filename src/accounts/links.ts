import { loneLetter } from '../app/notices/lone-letter.ts';
import type { KnownAddress } from '../app/ports/account-book.ts';
import type { Accounts, Browser, LinkLook, SignedIn, TooOften } from '../app/ports/accounts.ts';
import type { NewDelivery } from '../app/ports/engine.ts';
import { hashOf, isLinkToken, linkToken } from '../app/secret.ts';
import { isEmail, isLine } from '../app/text-field.ts';
import { asInstant, type Instant } from '../core/instant.ts';
import type { Language } from '../core/message/catalogue.ts';
import { noteDeadLink, tooOften } from './limits.ts';
import { afterFirst, noted, type Within } from './within.ts';

/** A link that signs in is used at once or not at all. */
const LINK_MS = 10 * 60_000;
/** So many links that can still be used are in a mailbox at most: each of them works, so nobody is kept out by it. */
const LIVE_LINKS_MAX = 5;

type Asked = Parameters<Accounts['askForLink']>[0];

/** Mails a link to an address that is known. What is done, and whether anything is, shows in no answer. */
export async function mailLink(
  within: Within,
  { email, goOn, language }: Asked,
  browser: Browser,
): Promise<void> {
  const { book } = within;
  const address = email.toLowerCase();
  if (!isEmail(address)) return;
  const known = await book.knownAddress(address);
  if (!known || (await book.liveLinks(address)) >= LIVE_LINKS_MAX) return;
  await addMailedLink(within, {
    known,
    email: address,
    purpose: known.is === 'domain' ? 'domain' : 'signIn',
    goOn,
    language,
    until: (at) => asInstant(at + LINK_MS),
  });
  const { contract, personId } = known;
  await noted(within, browser, { kind: 'linkSent', contract, personId, detail: known.is });
}

interface MailedLink {
  readonly known: KnownAddress;
  readonly email: string;
  readonly purpose: 'signIn' | 'domain' | 'invitation';
  readonly goOn: string;
  readonly language: Language;
  readonly until: (at: Instant) => Instant;
}

/** Keeps a link and queues the mail that carries it, to whoever the address is recorded of. */
export async function addMailedLink(within: Within, mailed: MailedLink): Promise<void> {
  const { book, installationSecret, newId } = within;
  const { known, email, purpose, goOn, until } = mailed;
  const linkId = newId();
  await book.addLink((at) => ({
    link: {
      linkId,
      tokenHash: hashOf(linkToken(installationSecret, linkId)),
      purpose,
      email,
      contract: known.contract,
      customerId: known.customerId,
      goOn,
      madeAt: at,
      expiresAt: until(at),
    },
    mail: mailOf(within, mailed, linkId, at),
  }));
}

function mailOf(
  { compose, newId, isDemonstration }: Within,
  { known, email, purpose, language }: MailedLink,
  linkId: string,
  at: Instant,
): NewDelivery {
  const letter = compose({
    kind: purpose,
    language,
    url: `ladder-link:${linkId}`,
    contractTitle: known.contractTitle,
    customerName: known.customerName,
    demonstration: isDemonstration,
  });
  return loneLetter({
    deliveryId: newId(),
    contract: known.contract ?? '',
    personId: known.personId ?? '',
    kind: 'signIn',
    address: email,
    at,
    letter,
  });
}

/**
 * The same for whoever stands at the door: looking is a try as well, so that nobody guesses by it, and whoever comes with
 * a link that is dead is written down.
 */
export async function lookFromDoor(
  within: Within,
  token: string,
  browser: Browser,
): Promise<LinkLook | TooOften | undefined> {
  const often = await tooOften(within, 'tokenFrom', [browser.address], { browser, method: 'link' });
  if (often) return often;
  const look = await lookAtLink(within, token);
  if (!look || look.dead)
    await noteDeadLink(within, { why: look?.dead ?? 'unknown', email: look?.email }, browser);
  return look;
}

/** What a link is for, and whether it is dead; looking changes nothing. */
export async function lookAtLink({ book }: Within, token: string): Promise<LinkLook | undefined> {
  if (!isLinkToken(token)) return undefined;
  const link = await book.link(hashOf(token));
  if (!link) return undefined;
  const { purpose, email, contractTitle, customerName, goOn, expiresAt, usedAt, isOver } = link;
  const dead = usedAt !== undefined ? 'used' : isOver ? 'expired' : undefined;
  return { purpose, email, contractTitle, customerName, goOn, expiresAt, dead };
}

/** Uses a link, once: whoever has it reads the mailbox, so the address is theirs. */
export async function useLink(
  within: Within,
  token: string,
  { name, email }: { readonly name?: string | undefined; readonly email?: string | undefined },
  browser: Browser,
): Promise<SignedIn> {
  const often = await tooOften(within, 'tokenFrom', [browser.address], { browser, method: 'link' });
  if (often) return often;
  const look = await lookAtLink(within, token);
  if (!look || look.dead) return { is: 'over' };
  const address = email?.trim().toLowerCase();
  if (look.email === undefined && !(address !== undefined && isEmail(address))) return { is: 'wrong' };
  const called = name?.trim();
  if (called !== undefined && (called === '' || !isLine(called))) return { is: 'wrong' };
  const { book, newId, now } = within;
  const proved = await book.useLink({
    tokenHash: hashOf(token),
    newAccountId: newId(),
    name: called,
    email: look.email === undefined ? address : undefined,
    at: now(),
  });
  if (!proved) return { is: 'over' };
  within.known.forget();
  return afterFirst(within, { ...proved, method: 'link' }, browser);
}
