import type { Instant } from '../../core/instant.ts';

/** A program's address in one contract; the contract leads everywhere. */
export interface WebhookKey {
  readonly contract: string;
  readonly webhookId: string;
}

/** Why it is told no more: somebody said so, it answered 410, or nothing has reached it for days. */
export type WebhookOff = 'person' | 'gone' | 'failing';

export interface Webhook extends WebhookKey {
  readonly url: string;
  /** Types of the catalogue; empty: all of them. */
  readonly types: readonly string[];
  /** What its secret is computed from. */
  readonly secretId: string;
  /** The one before, and until when requests are signed with it as well. */
  readonly old: { readonly secretId: string; readonly until: Instant } | undefined;
  readonly madeAt: Instant;
  readonly madeBy: string;
  /** Whose it is, of one that tells its owner of the plan alone; undefined of the contract's own. */
  readonly ownerId: string | undefined;
  readonly off: { readonly because: WebhookOff; readonly at: Instant } | undefined;
}

/** One event on its way to one webhook. */
export interface WebhookDelivery extends WebhookKey {
  readonly deliveryId: string;
  /** What its receiver drops a repeat by. */
  readonly eventId: string;
  readonly type: string;
  /** Empty of a plan. */
  readonly caseId: string;
  readonly number: number;
  readonly at: Instant;
  readonly queuedAt: Instant;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly nextAt: Instant | undefined;
  /** What the last attempt came to, where it was no success. */
  readonly reason: string | undefined;
  readonly settledAt: Instant | undefined;
}

/** A delivery that was claimed, with everything needed to send it. */
export interface ClaimedDelivery extends WebhookDelivery {
  readonly webhook: Webhook;
  /** Of an event of a case its body as the record has it. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /** Of a plan's news what it is about. */
  readonly news:
    | {
        readonly revision: number | undefined;
        readonly seat: string | undefined;
        readonly person: string | undefined;
      }
    | undefined;
}

/** What one attempt means for a delivery. */
export interface WebhookSettled extends Pick<WebhookDelivery, 'contract' | 'deliveryId'> {
  readonly state: WebhookDelivery['state'];
  readonly nextAt: Instant | undefined;
  readonly reason: string | undefined;
}

/** The type that each kind of event of a case is told by. */
export type EventTypes = Readonly<Record<string, string>>;

export interface RepeatSince {
  readonly types: EventTypes;
  readonly since: Instant;
  readonly at: Instant;
  readonly max: number;
}

/** What a transaction does for webhooks. */
export interface WebhooksTransaction {
  webhooks(contract: string): Promise<readonly Webhook[]>;
  /** Locked until the transaction ends. */
  webhook(key: WebhookKey): Promise<Webhook | undefined>;
  addWebhook(webhook: Omit<Webhook, 'old' | 'off'>): Promise<void>;
  /** Signs with another secret from now on, and with the one before until then. */
  renewSecret(key: WebhookKey, secretId: string, until: Instant): Promise<void>;
  /** Undefined: it is told again, of what happens from now on and of what waits. */
  turnWebhook(key: WebhookKey, off: WebhookOff | undefined, at: Instant): Promise<void>;
  /** Forgets it, with what was sent to it and what waits. */
  endWebhook(key: WebhookKey): Promise<void>;
  /** The newest first. */
  webhookDeliveries(key: WebhookKey, max: number): Promise<readonly WebhookDelivery[]>;
  webhookDelivery(key: WebhookKey, deliveryId: string): Promise<WebhookDelivery | undefined>;
  /** Of all contracts, with what they say: for the outbox of a demonstration. */
  newestDeliveries(max: number): Promise<readonly ClaimedDelivery[]>;
  /** Sends one of them once more, at once. */
  repeatWebhookDelivery(delivery: WebhookDelivery, newId: string, at: Instant): Promise<void>;
  /** Sends once more what happened since an instant and is of its types; answers how much. */
  repeatSince(webhook: Webhook, asked: RepeatSince): Promise<number>;

  /** Queues what has happened in cases since it was last called, for each webhook that wants it; forgets what is long settled. */
  feedWebhooks(types: EventTypes, at: Instant): Promise<void>;
  /** Deliveries that are due, claimed until an instant: a node that dies gives them back by that. */
  claimDeliveries(at: Instant, until: Instant, max: number): Promise<readonly ClaimedDelivery[]>;
  settleWebhook(settled: WebhookSettled, at: Instant): Promise<void>;
  /** Whether anything has reached it since an instant. */
  hasReached(key: WebhookKey, since: Instant): Promise<boolean>;
}
