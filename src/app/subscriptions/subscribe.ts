import { asInstant } from '../../core/instant.ts';
import type { Language } from '../../core/message/catalogue.ts';
import { LINK_HOURS } from '../notices/links.ts';
import { loneLetter } from '../notices/lone-letter.ts';
import type { ContractsTransaction } from '../ports/contracts.ts';
import { type Subscription, type SubscriptionKey, subscriptionLetterKey } from '../ports/subscriptions.ts';
import { hashOf, isLinkToken, linkToken } from '../secret.ts';
import { isEmail } from '../text-field.ts';
import type { SubscriptionParts } from './subscription-parts.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** So many addresses of one contract are asked in a day at most: a form that anybody may send mails strangers. */
const ASKED_A_DAY_MAX = 200;

type Asked = 'asked' | 'addressInvalid' | 'tooMany';

/**
 * Asks whoever reads a mailbox whether they want to be told when a plan changes. Whether the address is known, is told
 * already or was asked today shows in no answer: it gets one letter a day at most, and nothing else until it is proved.
 */
export function askToSubscribe(
  parts: SubscriptionParts,
  { contract, email, language }: { contract: string; email: string; language: Language },
): Promise<Asked> {
  const { contracts, newId, secret } = parts;
  const address = email.trim().toLowerCase();
  if (!isEmail(address)) return Promise.resolve('addressInvalid');
  return contracts.transaction(async (tx) => {
    const at = await tx.now();
    const dayAgo = asInstant(at - DAY_MS);
    await tx.forgetUnproved(at);
    if ((await tx.askedSubscriptions(contract, dayAgo)) >= ASKED_A_DAY_MAX) return 'tooMany';
    const [subscriptionId, proofId] = [newId(), newId()];
    const asked = await tx.askSubscription({
      ...{ contract, subscriptionId, address, language, askedAt: at, notSince: dayAgo },
      proofHash: hashOf(linkToken(secret, proofId)),
      endHash: hashOf(linkToken(secret, subscriptionId)),
      expiresAt: asInstant(at + LINK_HOURS * HOUR_MS),
    });
    if (asked === undefined) return 'asked';
    const letter = parts.compose({
      ...{ kind: 'proof', language, isDemonstration: parts.isDemonstration },
      contractTitle: (await tx.contract(contract))?.title ?? contract,
      proofUrl: `ladder-link:${proofId}`,
    });
    await tx.queueLetter({
      ...loneLetter({
        ...{ deliveryId: newId(), contract, personId: '', kind: 'subscription', address, at, letter },
      }),
      ...subscriptionLetterKey({ contract, subscriptionId: asked }),
    });
    return 'asked';
  });
}

/** Tells somebody of the contract from now on, at the address on file; false where there is none. */
export const subscribePerson = (
  { contracts, newId, secret }: SubscriptionParts,
  { contract, personId }: { contract: string; personId: string },
): Promise<boolean> =>
  contracts.transaction(async (tx) => {
    const [person] = await tx.people(contract, [personId]);
    if (person?.email === undefined || person.erasedAt !== undefined) return false;
    const subscriptionId = newId();
    const endHash = hashOf(linkToken(secret, subscriptionId));
    await tx.subscribePerson({ contract, subscriptionId, personId, endHash }, await tx.now());
    return true;
  });

/** Tells somebody of the contract no more. */
export const unsubscribePerson = (
  { contracts }: Pick<SubscriptionParts, 'contracts'>,
  { contract, personId }: { contract: string; personId: string },
): Promise<void> =>
  contracts.transaction(async (tx) => {
    const found = await tx.subscriptionOf(contract, personId);
    if (found) await tx.endSubscription(found, await tx.now());
  });

/** A subscription as the page behind one of its links shows it. */
export interface SubscriptionLook extends Subscription {
  readonly contractTitle: string;
  /** In which its reader is written to. */
  readonly readsIn: Language;
}

/** The subscription that a link is of; undefined where there is none, or none any more. Looking changes nothing. */
export const lookAtSubscription = (
  { contracts }: Pick<SubscriptionParts, 'contracts'>,
  link: 'proof' | 'end',
  token: string,
): Promise<SubscriptionLook | undefined> => contracts.transaction((tx) => lookIn(tx, link, token));

async function lookIn(
  tx: ContractsTransaction,
  link: 'proof' | 'end',
  token: string,
): Promise<SubscriptionLook | undefined> {
  const found = isLinkToken(token) ? await tx.subscriptionBy(link, hashOf(token)) : undefined;
  if (!found) return undefined;
  const { contract, expiresAt, subscriber } = found;
  if (link === 'proof' && expiresAt !== undefined && expiresAt <= (await tx.now())) return undefined;
  return {
    ...found,
    contractTitle: (await tx.contract(contract))?.title ?? contract,
    readsIn: subscriber.is === 'address' ? subscriber.language : await personsLanguage(tx, found, subscriber),
  };
}

async function personsLanguage(
  tx: ContractsTransaction,
  { contract }: SubscriptionKey,
  { personId }: { readonly personId: string },
): Promise<Language> {
  const [person] = await tx.people(contract, [personId]);
  return person?.language ?? (await tx.contractLanguage(contract));
}

/** Whoever has the link reads the mailbox, and is told from now on; undefined where the link is dead. */
export const proveSubscription = (
  { contracts }: Pick<SubscriptionParts, 'contracts'>,
  token: string,
): Promise<SubscriptionLook | undefined> =>
  contracts.transaction(async (tx) => {
    const found = await lookIn(tx, 'proof', token);
    const isProved = found && (await tx.proveSubscription(found, await tx.now()));
    return isProved ? found : undefined;
  });

/** Tells them no more, and forgets them; undefined where there is nobody any more to forget. */
export const endSubscription = (
  { contracts }: Pick<SubscriptionParts, 'contracts'>,
  token: string,
): Promise<SubscriptionLook | undefined> =>
  contracts.transaction(async (tx) => {
    const found = await lookIn(tx, 'end', token);
    if (found) await tx.endSubscription(found, await tx.now());
    return found;
  });
