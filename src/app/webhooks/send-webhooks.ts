import { asInstant, formatInstant, type Instant } from '../../core/instant.ts';
import { isBug } from '../bug.ts';
import { pageLink } from '../notices/fill-links.ts';
import { loneLetter } from '../notices/lone-letter.ts';
import type { ContractsTransaction } from '../ports/contracts.ts';
import type { ClaimedDelivery, WebhookOff, WebhookSettled } from '../ports/webhooks.ts';
import { webhookSecret } from '../secret.ts';
import { caseEventData, eventBody, TYPE_OF_EVENT } from './event-catalogue.ts';
import type { WebhookReply, WebhookRequest, WebhookSending } from './webhook-parts.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** Waiting times between attempts: two days and a half in all. */
const BACKOFF_MS = [
  ...[5 * SECOND_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS],
  ...[5 * HOUR_MS, 10 * HOUR_MS, 18 * HOUR_MS, 24 * HOUR_MS],
];
/** Attempts side by side. */
const AT_ONCE_MAX = 20;
/** Longer than an attempt lasts: a node that dies gives back what it claimed by then. */
const CLAIM_MS = MINUTE_MS;
/** So many people are told. */
const TOLD_MAX = 20;
/** Who can do something about it. */
const TOLD = ['programManager', 'administrator'].map((role) => ({ role, customerId: undefined }));

/** Queues what has happened in cases for whoever wants to be told. */
export const feedWebhooks = ({ contracts }: Pick<WebhookSending, 'contracts'>): Promise<void> =>
  contracts.transaction(async (tx) => tx.feedWebhooks(TYPE_OF_EVENT, await tx.now()));

/** One turn: sends what is due, outside any transaction, and writes what it came to; answers whether there may be more. */
export async function sendWebhooks(parts: WebhookSending): Promise<boolean> {
  const claimed = await parts.contracts.transaction(async (tx) => {
    const at = await tx.now();
    return tx.claimDeliveries(at, asInstant(at + CLAIM_MS), AT_ONCE_MAX);
  });
  await Promise.all(claimed.map((one) => attempt(parts, one)));
  return claimed.length > 0;
}

async function attempt(parts: WebhookSending, claimed: ClaimedDelivery): Promise<void> {
  const reply = await replyTo(parts, claimed);
  await parts.contracts.transaction(async (tx) => {
    const at = await tx.now();
    const { settled, off } = await outcomeOf(tx, claimed, reply, at);
    await tx.settleWebhook(settled, at);
    if (off === undefined) return;
    // Of two that end it the first tells of it.
    const webhook = await tx.webhook(claimed);
    if (!webhook || webhook.off) return;
    await tx.turnWebhook(claimed, off, at);
    await tell(parts, tx, claimed, { off, reason: settled.reason ?? '', at });
  });
}

async function replyTo(parts: WebhookSending, claimed: ClaimedDelivery): Promise<WebhookReply> {
  const { contract, deliveryId } = claimed;
  let request: WebhookRequest;
  try {
    const sentAt = await parts.contracts.transaction((tx) => tx.now());
    request = requestOf(parts, claimed, sentAt);
  } catch (error) {
    if (!isBug(error)) throw error;
    parts.log.error('webhook-not-sent', error, { contract, deliveryId });
    return { failed: 'own-fault' };
  }
  return parts.send(request);
}

/** A delivery as it is sent: what happened, by ids alone, and the signatures that prove it is ours. */
function requestOf(
  { secret, baseUrl, sign }: Pick<WebhookSending, 'secret' | 'baseUrl' | 'sign'>,
  claimed: ClaimedDelivery,
  sentAt: Instant,
): WebhookRequest {
  const { webhook, eventId } = claimed;
  const { secretId, old } = webhook;
  const body = bodyOf(claimed, baseUrl);
  const signing = [secretId, ...(old && sentAt < old.until ? [old.secretId] : [])];
  const signed = signing.map((one) => sign(webhookSecret(secret, one), { id: eventId, sentAt, body }));
  return {
    url: webhook.url,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Ladder',
      'webhook-id': eventId,
      'webhook-timestamp': String(Math.floor(sentAt / SECOND_MS)),
      'webhook-signature': signed.join(' '),
    },
    body,
    isOpenOnly: webhook.ownerId !== undefined,
  };
}

/** What a delivery says, the same at each attempt. */
export const bodyOf = (claimed: ClaimedDelivery, baseUrl: string): string =>
  eventBody(claimed.type, formatInstant(claimed.at), dataOf(claimed, baseUrl));

function dataOf({ contract, caseId, number, at, body, news }: ClaimedDelivery, baseUrl: string): object {
  if (caseId !== '') {
    if (!body) throw new TypeError('an event that is told is in the record');
    return caseEventData({ contract, caseId, number, body });
  }
  if (!news) throw new TypeError('news that is told is kept');
  const of = { contract, at: formatInstant(at), plan: `${baseUrl}/plans/${encodeURIComponent(contract)}` };
  const { revision, seat, person } = news;
  return revision === undefined ? { ...of, seat, person: person ?? null } : { ...of, revision };
}

interface Outcome {
  readonly settled: WebhookSettled;
  /** Why the webhook is told no more from now on. */
  readonly off: WebhookOff | undefined;
}

const GONE = 410;

async function outcomeOf(
  tx: ContractsTransaction,
  claimed: ClaimedDelivery,
  reply: WebhookReply,
  at: Instant,
): Promise<Outcome> {
  const { contract, deliveryId, attempts, queuedAt } = claimed;
  const name = { contract, deliveryId };
  if ('status' in reply && reply.status >= 200 && reply.status < 300) {
    const settled = { ...name, state: 'delivered', nextAt: undefined, reason: undefined } as const;
    return { settled, off: undefined };
  }
  const reason = 'status' in reply ? `status-${reply.status}` : reply.failed;
  const failed = { ...name, state: 'failed', nextAt: undefined, reason } as const;
  if ('status' in reply && reply.status === GONE) return { settled: failed, off: 'gone' };
  const wait = BACKOFF_MS[attempts - 1];
  if (wait !== undefined) {
    const nextAt = asInstant(at + wait);
    return { settled: { ...name, state: 'waiting', nextAt, reason }, off: undefined };
  }
  // What is refused while others arrive is one message's fault, not the webhook's.
  return { settled: failed, off: (await tx.hasReached(claimed, queuedAt)) ? undefined : 'failing' };
}

/** Tells whose it is, or those who answer for the contract's own, that a webhook is told no more. */
async function tell(
  { compose, newId, isDemonstration }: WebhookSending,
  tx: ContractsTransaction,
  { contract, webhookId, webhook }: ClaimedDelivery,
  { off, reason, at }: { readonly off: WebhookOff; readonly reason: string; readonly at: Instant },
): Promise<void> {
  const found = await tx.contract(contract);
  const fallback = await tx.contractLanguage(contract);
  const { ownerId } = webhook;
  const readers =
    ownerId === undefined
      ? await tx.peopleHolding(contract, TOLD, { after: '', max: TOLD_MAX })
      : await tx.people(contract, [ownerId]);
  for (const reader of readers) {
    const { personId, email: address, language = fallback } = reader;
    if (address === undefined) continue;
    const letter = compose({
      ...{ language, off, reason, isDemonstration, contractTitle: found?.title ?? contract },
      host: URL.parse(webhook.url)?.host ?? '',
      pageUrl: pageLink(
        `/contracts/${encodeURIComponent(contract)}/${ownerId === undefined ? 'webhooks' : 'plan-webhooks'}/${webhookId}`,
      ),
    });
    await tx.queueLetter(
      loneLetter({ deliveryId: newId(), contract, personId, kind: 'webhook', address, at, letter }),
    );
  }
}
