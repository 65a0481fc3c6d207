import type { CaseEvent } from '../../core/case/event.ts';
import type { ContactField } from '../../core/contact/contact-change.ts';
import type { Instant } from '../../core/instant.ts';
import type { Language } from '../../core/message/catalogue.ts';
import type { ObligationEvent } from '../../core/obligation/event.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import type { Means, Revision } from '../../core/plan/revision/revision.ts';
import type { NoticeMeans, NoticeRules } from '../../core/reach/notice-rules.ts';
import type { ReachProgress } from '../../core/reach/reach-level.ts';
import type { AttestationKey, AttestationPapers } from './attestations.ts';
import type { ChatsTransaction } from './chats.ts';
import type { ObligationKey } from './obligations.ts';
import type { CheckpointBook } from './record.ts';
import type { CaseKey, DueJob, Store, Transaction } from './store.ts';
import type { SubscriptionKey } from './subscriptions.ts';
import type { AnswerKey } from './telephone.ts';
import type { Texts } from './texts.ts';

/** Events that somebody is to be told of, taken from the queue. */
export interface NoticeJob extends CaseKey {
  /** Numbers of the first and last event. */
  readonly from: number;
  readonly to: number;
  /** 0, and one more each time a level is told again. */
  readonly round: number;
  /** The level that is insisted on; undefined in round 0. */
  readonly level?: number;
  /** How far the reaching of that level has come; undefined where only the rounds are known. */
  readonly reach?: ReachProgress;
  /** It has the next of the level told at once, beside the notice by which the level is reached. */
  readonly isBeside?: true;
}

/** A few notices that were queued together. */
export interface TakenNotices {
  readonly id: string;
  readonly notices: readonly NoticeJob[];
}

/** Somebody who can be told. */
export interface Person {
  readonly personId: string;
  readonly name: string;
  readonly title: string | undefined;
  readonly email: string | undefined;
  /** E.164. */
  readonly office: string | undefined;
  readonly mobile: string | undefined;
  readonly timeZone: string | undefined;
  /** In which mails are written to them. */
  readonly language: Language;
  /** What was sent to the address last did not arrive, and nobody has confirmed or answered since. */
  readonly isDoubted?: true;
  /** By what they want to be reached no more, as they said there; undefined: nothing. */
  readonly lost?: readonly NoticeMeans[];
  /** How they want to be tried; undefined where they have said nothing. */
  readonly rules?: NoticeRules;
  /** Who may see the numbers. */
  readonly shown: 'public' | 'customers' | 'parties';
}

/** A case as whoever writes to its people needs it. */
export interface CasePapers {
  readonly contractTitle: string;
  readonly customerName: string;
  /** In order, the first has number 1; typed texts are in their places unless erased. */
  readonly events: readonly CaseEvent[];
  /** Seat → who fills it today; directory seats by this customer's account. */
  readonly seated: Readonly<Record<string, string>>;
  /** People of the contract by id, as far as the case names them or a seat does. */
  readonly people: ReadonlyMap<string, Person>;
  /** Deliveries that failed and went to an address or a number that is not its person's any more. */
  readonly replaced?: ReadonlySet<string>;
}

/** An obligation as whoever writes to its people needs it. */
export interface ObligationPapers {
  readonly contractTitle: string;
  /** In order, the first has number 1; typed texts are in their places unless erased. */
  readonly events: readonly ObligationEvent[];
  /** Who speaks for each party today. */
  readonly parties: Readonly<Record<Party, readonly Person[]>>;
  /** People whom the events name, by id. */
  readonly people: ReadonlyMap<string, Person>;
}

/** Somebody of oversight in one contract. */
export interface Overseer {
  readonly contract: string;
  readonly contractTitle: string;
  readonly person: Person;
}

/** What a link in a mail lets its reader do. */
export interface NewLink {
  readonly linkId: string;
  /** Hex. */
  readonly tokenHash: string;
  readonly personId: string;
  readonly command: string;
  readonly level: number | undefined;
  readonly stamp: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
}

/** A mail, a text or a call to one person, stored before it is sent. `caseId` is empty where it is about the record as a whole. */
export interface NewDelivery extends CaseKey {
  readonly deliveryId: string;
  /** The number of the last event it tells of. */
  readonly number: number;
  readonly round: number;
  readonly personId: string;
  readonly level: number | undefined;
  /** `notice`, or the kind of a mail about mail. */
  readonly kind: string;
  readonly means: Means;
  readonly queuedAt: Instant;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly canReply: boolean;
  /** Hex digest of the reply address; undefined where it cannot be answered. */
  readonly replyHash: string | undefined;
  readonly links: readonly NewLink[];
  /** Of a text or a call: the digits by which it is answered. */
  readonly keys?: readonly AnswerKey[];
}

/** A delivery taken from the queue, with everything needed to send it. */
export interface TakenDelivery extends CaseKey {
  readonly jobId: string;
  readonly deliveryId: string;
  readonly number: number;
  readonly round: number;
  readonly personId: string;
  readonly name: string;
  readonly level: number | undefined;
  readonly kind: string;
  readonly means: Means;
  readonly state: 'queued' | 'handedOver' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly queuedAt: Instant;
  /** A text to whoever has stopped our texts. */
  readonly isStopped?: true;
  /** Undefined where it has been erased. */
  readonly address: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly canReply: boolean;
  /** What has become of it already, where only the case has not been told yet. */
  readonly reason: string | undefined;
}

/** What became of one attempt. */
export interface DeliverySettled {
  readonly contract: string;
  readonly deliveryId: string;
  readonly state: 'queued' | 'handedOver' | 'failed';
  readonly reason: string | undefined;
  readonly carrierId: string | undefined;
  readonly at: Instant;
}

/** What a delivery was for. */
export interface Occasioned {
  /** Of the last event it told of. */
  readonly number: number;
  readonly round: number;
  /** By what its person was told of that event in that round or since, this delivery's means with them. */
  readonly tried: readonly Means[];
  /** The same has gone out by the same means in a later round. */
  readonly isTold: boolean;
}

/** A mail that waits for its server, and that nobody has been told in the place of by something else. */
export interface LateMail {
  readonly deliveryId: string;
  /** Since when mail of the same to the same person waits, whichever of its rounds. */
  readonly since: Instant;
}

/** That somebody was told something as one of a level, by whatever means. */
export interface LevelTold {
  readonly personId: string;
  readonly level: number;
  /** Of the last event it told of. */
  readonly number: number;
  /** The highest in which it was told. */
  readonly round: number;
  /** When it was told last. */
  readonly at: Instant;
}

/** One notice of which no letters can be written, for a bug of ours. */
export interface FailedNotice {
  /** Of its job, which is of this notice alone. */
  readonly id: string;
  readonly notice: NoticeJob;
  readonly error: string;
  readonly at: Instant;
  /** When it is tried again, in milliseconds, once it has failed so often. */
  readonly againAfterMs: (times: number) => number;
}

/** A deadline of an obligation or an attestation that cannot be decided, for a bug of ours. */
export interface FailedDeadline {
  readonly job: DueJob;
  readonly error: string;
  readonly at: Instant;
  /** When it is tried again, in milliseconds, once it has failed so often. */
  readonly againAfterMs: (times: number) => number;
}

/** A case whose clocks nobody acts on. */
export interface Missing {
  readonly key: CaseKey;
  readonly dueAt: Instant;
}

/** What the engine asks of the database beside the road itself; all of it inside one transaction. */
export interface EngineTransaction extends Transaction {
  /** Jobs, each of one notice or a few. */
  takeNotices(max: number): Promise<readonly TakenNotices[]>;
  finishNotices(ids: readonly string[]): Promise<void>;
  /** Waits until no other transaction writes letters about these cases, and lets none do so until this one ends. */
  holdLetters(keys: readonly CaseKey[]): Promise<void>;
  /** Tells again at an instant, or at once; those given together may be taken together. */
  addNotices(notices: readonly NoticeJob[], at?: Instant): Promise<void>;
  /** Lets it wait, and keeps it where operators see it until its letters are written. */
  putOffNotice(failed: FailedNotice): Promise<void>;
  /** Has those that were put off tried again at once. */
  retryNotices(): Promise<void>;
  /** Lets a deadline wait, and keeps it where operators see it until it is decided. */
  putOffDeadline(failed: FailedDeadline): Promise<void>;
  /** Has those that were put off tried again at once. */
  retryDeadlines(): Promise<void>;
  /** `seatsOf` names the seats whose holders are wanted, of the rules the case runs on. */
  papers(key: CaseKey, seatsOf: (revision: Revision) => readonly string[]): Promise<CasePapers>;
  /** The same for several cases at once, each in the place of its key. */
  papersOfAll(
    keys: readonly CaseKey[],
    seatsOf: (revision: Revision) => readonly string[],
  ): Promise<readonly CasePapers[]>;
  /** What people of levels were told of cases since an instant, each in the place of its key. */
  toldLevels(keys: readonly CaseKey[], since: Instant): Promise<readonly (readonly LevelTold[])[]>;
  /** The papers of obligations, each in the place of its key. */
  obligationPapers(keys: readonly ObligationKey[]): Promise<readonly ObligationPapers[]>;
  /** The papers of attestations, each in the place of its key. */
  attestationPapers(keys: readonly AttestationKey[]): Promise<readonly AttestationPapers[]>;
  /** Of deliveries that were refused for good those that went to where a contact of the plan is reached today. */
  toContacts(
    deliveries: readonly { readonly contract: string; readonly deliveryId: string }[],
  ): Promise<readonly (AttestationKey & { readonly deliveryId: string; readonly detail: ContactField })[]>;
  /** Those whom a letter did not reach are told no more when a plan changes. */
  endBouncedSubscriptions(keys: readonly SubscriptionKey[]): Promise<void>;
  /** Those not stored before, each with its job, its links and its reply address. */
  addDeliveries(deliveries: readonly NewDelivery[]): Promise<void>;
  /** Which numbers take texts. */
  readonly texts: Texts;
  /** Channels that are told of cases. */
  readonly chats: ChatsTransaction;
  /** Where checkpoints are kept. */
  readonly book: CheckpointBook;
  /** Those who watch over the contracts, contract by contract. */
  overseers(): Promise<readonly Overseer[]>;
  settleDeliveries(settled: readonly DeliverySettled[]): Promise<void>;
  /** The event a delivery told of, and how often it had been told before. */
  occasionOf(delivery: { contract: string; deliveryId: string }): Promise<Occasioned>;
  /** Those of the mails that have waited since `before` or longer, and of which something is still to be done. */
  lateMails(
    deliveries: readonly { readonly contract: string; readonly deliveryId: string }[],
    before: Instant,
  ): Promise<readonly LateMail[]>;
  /** Those of them that were still there: a job that another node has finished meanwhile is nobody's any more. */
  finishDeliveries(jobIds: readonly string[]): Promise<readonly string[]>;
  /** The same deliveries once more at an instant. */
  repeatDeliveries(
    deliveries: readonly { contract: string; deliveryId: string; queuedAt?: Instant }[],
    at: Instant,
  ): Promise<void>;
  /**
   * Keeps a case whose decision fails from holding others up; `by` is the start that fails, and its version. Answers
   * whether it was acted on until now.
   */
  setAside(key: CaseKey, at: Instant, error: string, by: string): Promise<boolean>;
  /** Cases that an earlier start set aside or tried last, locked; a few at a time. */
  takeSetAside(version: string, max: number): Promise<readonly CaseKey[]>;
  /** Cases with a deadline before `until` that no job will act on in time, locked. */
  missingJobs(until: Instant, max: number): Promise<readonly Missing[]>;
  requeue(missing: readonly Missing[]): Promise<void>;
}

export type Signal = 'due' | 'notice' | 'delivery';

/** The store as the engine sees it. */
export interface EngineStore extends Store {
  transaction<T>(work: (tx: EngineTransaction) => Promise<T>): Promise<T>;
  /** Deliveries claimed for this node: the claim lasts while it is kept, and ends with the node. */
  takeDeliveries(max: number): Promise<readonly TakenDelivery[]>;
  keepDeliveries(jobIds: readonly string[]): Promise<void>;
  /** Milliseconds until the next job of a queue starts; undefined where none waits. */
  untilNext(queue: 'deadline' | 'notice' | 'delivery'): Promise<number | undefined>;
  /** The earliest deadline of an open case that is past due at `now` and by how much, in milliseconds; 0: none. */
  latestness(now: Instant): Promise<number>;
  /** How long the oldest thing has waited that is late, or cannot be written, and that no operator has seen; 0: none. */
  unseenLateness(now: Instant): Promise<number>;
  /** Calls when any node has queued something; `startsInMs` says when a deadline's job starts. */
  onSignal(listener: (signal: Signal, startsInMs: number | undefined) => void): () => void;
}
