import type { Instant } from '../../core/instant.ts';
import type { Language } from '../../core/message/catalogue.ts';
import type { NewDelivery } from './engine.ts';
import type { CaseKey } from './store.ts';

/** One reader who is told when a plan changes. */
export interface SubscriptionKey {
  readonly contract: string;
  readonly subscriptionId: string;
}

/** Before the id of a subscription, where its letters name what they are about: no case is called so. */
const MARK = 'subscription:';

/** A subscription's name beside its letters, where those of a case have the case's. */
export const subscriptionLetterKey = ({ contract, subscriptionId }: SubscriptionKey): CaseKey => ({
  contract,
  caseId: `${MARK}${subscriptionId}`,
});

/** The subscription that a letter's name means; undefined where it is none. */
export const subscriptionIn = ({ contract, caseId }: CaseKey): SubscriptionKey | undefined =>
  caseId.startsWith(MARK) ? { contract, subscriptionId: caseId.slice(MARK.length) } : undefined;

/** Whom it is for: somebody of the contract, or whoever has proved an address. */
type Subscriber =
  | { readonly is: 'person'; readonly personId: string }
  | { readonly is: 'address'; readonly address: string; readonly language: Language };

export interface Subscription extends SubscriptionKey {
  readonly subscriber: Subscriber;
  /** Since when they are told; undefined until the address is proved. */
  readonly provedAt: Instant | undefined;
  /** Until when its link proves the address. */
  readonly expiresAt: Instant | undefined;
}

/** An address that asks for it; the hashes are hex. */
export interface AskedSubscription extends SubscriptionKey {
  readonly address: string;
  readonly language: Language;
  readonly proofHash: string;
  readonly endHash: string;
  readonly askedAt: Instant;
  readonly expiresAt: Instant;
  /** Whoever was asked after this, or is told already, is not written to again. */
  readonly notSince: Instant;
}

/** What subscribers are told of a plan. */
export type PlanNews =
  | { readonly kind: 'published'; readonly revision: number }
  /** Somebody else fills a seat, or nobody does. */
  | { readonly kind: 'seatFilled'; readonly seat: string };

/** News that not everybody has been written to of. */
export interface WaitingNews {
  readonly contract: string;
  /** In its contract. */
  readonly number: number;
  readonly at: Instant;
  readonly news: PlanNews;
  /** The last subscriber who was written to. */
  readonly toldAfter: string | undefined;
  /** There is later news that says all of it: of the same seat. */
  readonly isOvertaken: boolean;
}

/** What a transaction does for those who are told when a plan changes. */
export interface SubscriptionsTransaction {
  /** Keeps the asking, or renews it; answers whether a link is to be sent, and of which subscription. */
  askSubscription(asked: AskedSubscription): Promise<string | undefined>;
  /** Addresses of a contract that were asked since an instant and are not proved. */
  askedSubscriptions(contract: string, since: Instant): Promise<number>;
  subscribePerson(
    one: SubscriptionKey & { readonly personId: string; readonly endHash: string },
    at: Instant,
  ): Promise<void>;
  subscriptionOf(contract: string, personId: string): Promise<Subscription | undefined>;
  /** By the hash of its link, hex. */
  subscriptionBy(link: 'proof' | 'end', hash: string): Promise<Subscription | undefined>;
  /** From then on they are told; the link that proved it is used up. False where it was already. */
  proveSubscription(key: SubscriptionKey, at: Instant): Promise<boolean>;
  /** Forgets them, with the letters that were written to them. */
  endSubscription(key: SubscriptionKey, at: Instant): Promise<void>;
  /** Forgets those who were asked and did not prove their address in time. */
  forgetUnproved(at: Instant): Promise<void>;
  subscribers(contract: string): Promise<number>;

  addPlanNews(contract: string, news: PlanNews, at: Instant): Promise<void>;
  /** The oldest news that is to be told now, locked; what another node is at is passed over. */
  waitingNews(at: Instant): Promise<WaitingNews | undefined>;
  /** Those who are told of it, in the order of their ids, after the last one who was. */
  subscribersToTell(news: WaitingNews, max: number): Promise<readonly Subscription[]>;
  /** `after`: up to whom it was told; undefined: everybody was. */
  toldNews(news: WaitingNews, after: string | undefined, at: Instant): Promise<void>;
  putOffNews(news: Pick<WaitingNews, 'contract' | 'number'>, again: Instant): Promise<void>;
  /** Queues letters that name what they are about. */
  queueLetters(letters: readonly NewDelivery[]): Promise<void>;
}
