import type { Instant } from '../../core/instant.ts';
import type { Means } from '../../core/plan/revision/revision.ts';
import type { EngineTransaction, Person } from './engine.ts';
import type { MailFileBook } from './mail-files.ts';
import type { OpeningBook } from './opening-mails.ts';
import type { CaseKey } from './store.ts';
import type { TelephoneBook } from './telephone-book.ts';

/** A link as it is kept: what its holder may do, and until when. */
export interface KeptLink extends CaseKey {
  readonly linkId: string;
  readonly personId: string;
  /** A command, or `held/` and the id of a mail to be confirmed. */
  readonly command: string;
  readonly level: number | undefined;
  readonly stamp: string;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | undefined;
}

/** Somebody of a contract as we know them today. */
export interface KnownPerson {
  readonly person: Person;
  readonly grants: readonly { readonly role: string; readonly customerId: string | undefined }[];
  readonly seats: readonly string[];
}

/** Whose reply address it is, and in which case. */
export interface ReplyOwner extends CaseKey {
  readonly personId: string;
}

/** A mail that came in, and what became of it. */
export interface InboundMail extends ReplyOwner {
  readonly mailId: string;
  readonly receivedAt: Instant;
  readonly kind: string;
  /** `word/…`, `message`, `held/…`, `waits/…`, or why nothing was done. */
  readonly outcome: string;
  /** Undefined where it is not kept, or was erased. */
  readonly sender: string | undefined;
  readonly text: string | undefined;
}

/** A delivery that a report speaks of. */
export interface SentDelivery extends ReplyOwner {
  readonly deliveryId: string;
  readonly name: string;
  readonly level: number | undefined;
  readonly kind: string;
  readonly means: Means;
  readonly state: 'queued' | 'handedOver' | 'delivered' | 'failed';
  readonly queuedAt: Instant;
  readonly attempts: number;
  /** What its carrier called it when it took it last. */
  readonly carrierId: string | undefined;
}

/** What is kept about answers, inside one transaction. */
export interface AnswerBook {
  /** Mails that open cases. */
  readonly openings: OpeningBook;
  /** Files of mails that wait. */
  readonly files: MailFileBook;
  /** Calls and texts. */
  readonly telephone: TelephoneBook;
  /** By the hash of its token; `lock` keeps others from using it until the transaction ends. */
  link(tokenHash: string, lock: boolean): Promise<KeptLink | undefined>;
  useLink(link: KeptLink, at: Instant): Promise<void>;
  /** Undefined where there is nobody, or nobody any more. */
  person(contract: string, personId: string): Promise<KnownPerson | undefined>;
  replyOwner(addressHash: string): Promise<ReplyOwner | undefined>;
  /** False where it was taken before; whoever takes it at this moment is waited for. */
  addMail(mail: InboundMail): Promise<boolean>;
  setOutcome(mail: Pick<InboundMail, 'contract' | 'mailId'>, outcome: string): Promise<void>;
  mail(contract: string, mailId: string): Promise<InboundMail | undefined>;
  /** Those whose outcome begins so and whose case is not set aside, the earliest first. */
  waitingMails(beginning: string, max: number): Promise<readonly InboundMail[]>;
  /** Locked until the transaction ends. */
  sent(deliveryId: string): Promise<SentDelivery | undefined>;
  failSent(delivery: SentDelivery, reason: string, at: Instant): Promise<void>;
  /** It has arrived, as its carrier says. */
  arrived(delivery: SentDelivery, at: Instant): Promise<void>;
  /** It waits to be sent once more: this is why, and whether the attempt counts. */
  sendAgain(delivery: SentDelivery, reason: string, counts: boolean): Promise<void>;
  /** Whether another call of ours to the same person is under way, or has ended since an instant. */
  ringsBeside(delivery: SentDelivery, since: Instant): Promise<boolean>;
  /** Somebody answers by what they were told by last of a case by these means; the first answer counts. */
  answeredBy(owner: ReplyOwner, means: Means, at: Instant): Promise<void>;
  /** Whoever got it has answered it; the first answer counts. */
  answered(delivery: { readonly contract: string; readonly deliveryId: string }, at: Instant): Promise<void>;
  /** Letters of one kind to one person about one case since an instant, and all there ever were. */
  letters(
    owner: ReplyOwner,
    kind: string,
    since: Instant,
  ): Promise<{ readonly recent: number; readonly all: number }>;
}

/** Where answers by link and by mail are looked up and taken. */
export interface Answers {
  transaction<T>(work: (tx: EngineTransaction, book: AnswerBook) => Promise<T>): Promise<T>;
}
