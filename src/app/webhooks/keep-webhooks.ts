import { asInstant, type Instant } from '../../core/instant.ts';
import type { WebhookProblem } from '../../core/message/portal/webhooks.ts';
import type { ContractsTransaction } from '../ports/contracts.ts';
import type { Webhook, WebhookDelivery, WebhookKey } from '../ports/webhooks.ts';
import { webhookSecret } from '../secret.ts';
import { isEventType, PLAN_TYPES, TYPE_OF_EVENT } from './event-catalogue.ts';
import { isUsableUrl } from './usable-url.ts';
import type { WebhookParts } from './webhook-parts.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** So many webhooks of its own a contract has at most: what happens is sent to each. */
const WEBHOOKS_MAX = 10;
/** So many one person has, and all who read a plan together. */
const OWN_MAX = 3;
const OWN_OF_CONTRACT_MAX = 200;
/** So long requests are signed with the secret before as well. */
export const OVERLAP_HOURS = 24;
/** Deliveries that are shown. */
const SHOWN_MAX = 100;
/** As far back as what happened is sent again, and so much of it at once. */
const REPEAT_DAYS = 30;
const REPEATED_MAX = 10_000;

/** A webhook, and whose it is to be: nobody finds that of somebody else. */
export interface KeptWebhook extends WebhookKey {
  /** Undefined: the contract's own. */
  readonly ownerId?: string | undefined;
}

type Made = { readonly webhook: WebhookKey; readonly secret: string } | { readonly problem: WebhookProblem };

interface NewWebhook {
  readonly contract: string;
  readonly by: string;
  readonly url: string;
  /** Empty: all. */
  readonly types: readonly string[];
  /** Whose it is, of one that tells its owner of the plan alone. */
  readonly ownerId?: string | undefined;
}

/** Makes a webhook, and its secret, which is shown now and never again. */
export function makeWebhook(
  { contracts, secret, newId, allowedHosts }: WebhookParts,
  { contract, by, url, types: asked, ownerId }: NewWebhook,
): Promise<Made> {
  const types = ownerId === undefined ? asked : PLAN_TYPES;
  // What the operator allows is for programs of the contract, not for whoever reads its plan.
  const isFit = isUsableUrl(url, ownerId === undefined ? allowedHosts : []);
  const problem = !isFit ? 'url' : types.every(isEventType) ? undefined : 'typeUnknown';
  if (problem) return Promise.resolve({ problem });
  return contracts.transaction(async (tx) => {
    await tx.lockContract(contract);
    const all = await tx.webhooks(contract);
    const known = all.filter((one) => one.ownerId === ownerId);
    const full = fullFor(ownerId, all, known);
    if (full) return { problem: full };
    if (known.some((one) => one.url === url && !one.off)) return { problem: 'same' };
    const [webhookId, secretId] = [newId(), newId()];
    const madeAt = await tx.now();
    const distinct = [...new Set(types)].sort();
    await tx.addWebhook({ contract, webhookId, url, types: distinct, secretId, madeAt, madeBy: by, ownerId });
    return { webhook: { contract, webhookId }, secret: webhookSecret(secret, secretId) };
  });
}

function fullFor(
  ownerId: string | undefined,
  all: readonly Webhook[],
  known: readonly Webhook[],
): WebhookProblem | undefined {
  if (ownerId === undefined) return known.length >= WEBHOOKS_MAX ? 'tooMany' : undefined;
  if (known.length >= OWN_MAX) return 'tooManyOwn';
  return all.filter((one) => one.ownerId !== undefined).length >= OWN_OF_CONTRACT_MAX
    ? 'tooManyOwn'
    : undefined;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function found(tx: ContractsTransaction, key: KeptWebhook): Promise<Webhook | undefined> {
  const webhook = UUID.test(key.webhookId) ? await tx.webhook(key) : undefined;
  return webhook?.ownerId === key.ownerId ? webhook : undefined;
}

/** The contract's own webhooks, or somebody's. */
export const listWebhooks = (
  { contracts }: Pick<WebhookParts, 'contracts'>,
  { contract, ownerId }: Pick<KeptWebhook, 'contract' | 'ownerId'>,
): Promise<readonly Webhook[]> =>
  contracts.transaction(async (tx) => (await tx.webhooks(contract)).filter((one) => one.ownerId === ownerId));

/** Ends somebody's own, and forgets it; false where there is none such. */
export const endWebhook = (
  { contracts }: Pick<WebhookParts, 'contracts'>,
  key: KeptWebhook,
): Promise<boolean> =>
  contracts.transaction(async (tx) => {
    if (key.ownerId === undefined || !(await found(tx, key))) return false;
    await tx.endWebhook(key);
    return true;
  });

/** The secret before, while requests are signed with it as well. */
const stillOld = ({ old }: Webhook, at: Instant): Webhook['old'] => (old && old.until > at ? old : undefined);

/** A webhook with what was sent to it lately; undefined where there is none such. */
export const lookAtWebhook = (
  { contracts }: Pick<WebhookParts, 'contracts'>,
  key: KeptWebhook,
): Promise<{ readonly webhook: Webhook; readonly deliveries: readonly WebhookDelivery[] } | undefined> =>
  contracts.transaction(async (tx) => {
    const webhook = await found(tx, key);
    if (!webhook) return undefined;
    const old = stillOld(webhook, await tx.now());
    return { webhook: { ...webhook, old }, deliveries: await tx.webhookDeliveries(key, SHOWN_MAX) };
  });

type Rotated = { readonly secret: string } | { readonly notBefore: Instant };

/**
 * Another secret, shown now and never again; for a day requests are signed with both. Until that day is over no further
 * one is made: requests have room for two, and the program may still know us by the first.
 */
export const rotateSecret = (
  { contracts, secret, newId }: WebhookParts,
  key: KeptWebhook,
): Promise<Rotated | undefined> =>
  contracts.transaction(async (tx) => {
    const webhook = await found(tx, key);
    if (!webhook) return undefined;
    const at = await tx.now();
    const old = stillOld(webhook, at);
    if (old) return { notBefore: old.until };
    const secretId = newId();
    await tx.renewSecret(key, secretId, asInstant(at + OVERLAP_HOURS * HOUR_MS));
    return { secret: webhookSecret(secret, secretId) };
  });

/** Tells a webhook no more, or again: what waits is then sent, and what happened meanwhile only where it is asked for. */
export const turnWebhook = (
  { contracts }: Pick<WebhookParts, 'contracts'>,
  key: KeptWebhook,
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
  key: KeptWebhook,
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
  key: KeptWebhook,
  since: Instant,
): Promise<Repeated | undefined> =>
  contracts.transaction(async (tx) => {
    const webhook = await found(tx, key);
    if (!webhook) return undefined;
    const at = await tx.now();
    if (since > at || since < at - REPEAT_DAYS * DAY_MS) return { problem: 'since' };
    return { count: await tx.repeatSince(webhook, { types: TYPE_OF_EVENT, since, at, max: REPEATED_MAX }) };
  });
