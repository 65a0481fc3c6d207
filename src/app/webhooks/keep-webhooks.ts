import { asInstant, type Instant } from '../../core/instant.ts';
import type { WebhookProblem } from '../../core/message/portal/webhooks.ts';
import type { ContractsTransaction } from '../ports/contracts.ts';
import type { Webhook, WebhookDelivery, WebhookKey } from '../ports/webhooks.ts';
import { webhookSecret } from '../secret.ts';
import { isEventType, TYPE_OF_EVENT } from './event-catalogue.ts';
import { isUsableUrl } from './usable-url.ts';
import type { WebhookParts } from './webhook-parts.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** So many webhooks a contract has at most: what happens is sent to each. */
const WEBHOOKS_MAX = 10;
/** So long requests are signed with the secret before as well. */
export const OVERLAP_HOURS = 24;
/** Deliveries that are shown. */
const SHOWN_MAX = 100;
/** As far back as what happened is sent again, and so much of it at once. */
const REPEAT_DAYS = 30;
const REPEATED_MAX = 10_000;

type Made = { readonly webhook: WebhookKey; readonly secret: string } | { readonly problem: WebhookProblem };

interface NewWebhook {
  readonly contract: string;
  readonly by: string;
  readonly url: string;
  /** Empty: all. */
  readonly types: readonly string[];
}

/** Makes a webhook, and its secret, which is shown now and never again. */
export function makeWebhook(
  { contracts, secret, newId, allowedHosts }: WebhookParts,
  { contract, by, url, types }: NewWebhook,
): Promise<Made> {
  const isFit = isUsableUrl(url, allowedHosts);
  const problem = !isFit ? 'url' : types.every(isEventType) ? undefined : 'typeUnknown';
  if (problem) return Promise.resolve({ problem });
  return contracts.transaction(async (tx) => {
    await tx.lockContract(contract);
    const known = await tx.webhooks(contract);
    if (known.length >= WEBHOOKS_MAX) return { problem: 'tooMany' };
    if (known.some((one) => one.url === url && !one.off)) return { problem: 'same' };
    const [webhookId, secretId] = [newId(), newId()];
    const madeAt = await tx.now();
    const distinct = [...new Set(types)].sort();
    await tx.addWebhook({ contract, webhookId, url, types: distinct, secretId, madeAt, madeBy: by });
    return { webhook: { contract, webhookId }, secret: webhookSecret(secret, secretId) };
  });
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function found(tx: ContractsTransaction, key: WebhookKey): Promise<Webhook | undefined> {
  return UUID.test(key.webhookId) ? tx.webhook(key) : undefined;
}

/** A webhook with what was sent to it lately; undefined where there is none such. */
export const lookAtWebhook = (
  { contracts }: Pick<WebhookParts, 'contracts'>,
  key: WebhookKey,
): Promise<{ readonly webhook: Webhook; readonly deliveries: readonly WebhookDelivery[] } | undefined> =>
  contracts.transaction(async (tx) => {
    const webhook = await found(tx, key);
    return webhook && { webhook, deliveries: await tx.webhookDeliveries(key, SHOWN_MAX) };
  });

/** Another secret, shown now and never again; for a day requests are signed with both. */
export const rotateSecret = (
  { contracts, secret, newId }: WebhookParts,
  key: WebhookKey,
): Promise<{ readonly secret: string } | undefined> =>
  contracts.transaction(async (tx) => {
    if (!(await found(tx, key))) return undefined;
    const secretId = newId();
    await tx.renewSecret(key, secretId, asInstant((await tx.now()) + OVERLAP_HOURS * HOUR_MS));
    return { secret: webhookSecret(secret, secretId) };
  });

/** Tells a webhook no more, or again: what waits is then sent, and what happened meanwhile only where it is asked for. */
export const turnWebhook = (
  { contracts }: Pick<WebhookParts, 'contracts'>,
  key: WebhookKey,
  to: 'on' | 'off',
): Promise<boolean> =>
  contracts.transaction(async (tx) => {
    const webhook = await found(tx, key);
    if (!webhook) return false;
    if ((webhook.off === undefined) === (to === 'on')) return true;
    await tx.turnWebhook(key, to === 'off' ? 'person' : undefined, await tx.now());
    return true;
  });

/** Sends one delivery once more; false where there is none such. */
export const repeatDelivery = (
  { contracts, newId }: WebhookParts,
  key: WebhookKey,
  deliveryId: string,
): Promise<boolean> =>
  contracts.transaction(async (tx) => {
    const webhook = await found(tx, key);
    const delivery = webhook && UUID.test(deliveryId) ? await tx.webhookDelivery(key, deliveryId) : undefined;
    if (!delivery) return false;
    await tx.repeatWebhookDelivery(delivery, newId(), await tx.now());
    return true;
  });

type Repeated = { readonly count: number } | { readonly problem: WebhookProblem };

/** Sends once more what has happened since an instant; undefined where there is no such webhook. */
export const repeatAllSince = (
  { contracts }: Pick<WebhookParts, 'contracts'>,
  key: WebhookKey,
  since: Instant,
): Promise<Repeated | undefined> =>
  contracts.transaction(async (tx) => {
    const webhook = await found(tx, key);
    if (!webhook) return undefined;
    const at = await tx.now();
    if (since > at || since < at - REPEAT_DAYS * DAY_MS) return { problem: 'since' };
    return { count: await tx.repeatSince(webhook, { types: TYPE_OF_EVENT, since, at, max: REPEATED_MAX }) };
  });
