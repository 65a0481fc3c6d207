import type { Instant } from '../../core/instant.ts';
import type { Means } from '../../core/plan/revision/revision.ts';
import type { LeftLine } from './mailbox.ts';
import type { CaseKey } from './store.ts';

/** A mail, a text or a call of ours in a list. */
export interface OutboxLine extends CaseKey {
  readonly deliveryId: string;
  readonly means: Exclude<Means, 'portal' | 'api'>;
  readonly personId: string;
  readonly name: string;
  /** Undefined once erased, as the mail itself. */
  readonly address: string | undefined;
  readonly subject: string | undefined;
  readonly state: 'queued' | 'handedOver' | 'delivered' | 'failed';
  readonly reason: string | undefined;
  readonly queuedAt: Instant;
}

/** The whole of it; links are placeholders. */
export interface OutboxMail extends OutboxLine {
  /** Whoever it goes to is somebody of the contract, who can be stepped in as. */
  readonly isOfPerson: boolean;
  readonly number: number;
  readonly text: string | undefined;
  readonly html: string | undefined;
  readonly canReply: boolean;
}

export interface OutboxFilter {
  readonly caseId: string | undefined;
  readonly personId: string | undefined;
  /** The mails before this one. */
  readonly before: string | undefined;
}

export interface SetAsideCase extends CaseKey {
  readonly since: Instant;
  readonly error: string;
  readonly version: string;
}

export interface RefusedLine extends CaseKey {
  readonly at: Instant;
  readonly command: string;
  readonly by: string;
  readonly code: string;
}

/** What a bug of ours keeps from being done: a notice whose letters cannot be written, a deadline that cannot be decided. */
export interface FailedJob extends CaseKey {
  readonly isSeen: boolean;
  readonly since: Instant;
  /** How often it has been tried. */
  readonly times: number;
  readonly nextAt: Instant;
  readonly error: string;
}

/** Something whose deadline has passed without being acted on. */
export interface LateLine extends CaseKey {
  readonly dueAt: Instant;
  readonly isSetAside: boolean;
  /** Whether whoever keeps the installation has said so, of this deadline. */
  readonly isSeen: boolean;
}

/** What whoever keeps the installation does about what is wrong. */
export interface OperatorActs {
  /** Has the letters that could not be written tried again at once. */
  tryLettersAgain(): Promise<void>;
  /** Has the deadlines of obligations and attestations that could not be decided tried again at once. */
  tryDeadlinesAgain(): Promise<void>;
  /** All that was too late at this instant, and all letters that could not be written, has been seen. */
  haveSeen(asOf: Instant): Promise<void>;
}

/** What is later than this is too late: the outside is told nothing, so that it takes notice, until somebody has seen it. */
export const TOO_LATE_MS = 60_000;

/** A message that reached no channel. */
export interface FailedChat extends CaseKey {
  readonly channelId: string;
  readonly channelName: string;
  readonly queuedAt: Instant;
  readonly reason: string | undefined;
}

/** What whoever keeps the installation looks at; all contracts together. */
export interface OperatorReading {
  mails(filter: OutboxFilter, max: number): Promise<readonly OutboxLine[]>;
  mail(deliveryId: string): Promise<OutboxMail | undefined>;
  setAside(max: number): Promise<readonly SetAsideCase[]>;
  /** What is too late at an instant, the earliest first. */
  late(now: Instant, max: number): Promise<readonly LateLine[]>;
  /** The longest waiting first. */
  failedLetters(max: number): Promise<readonly FailedJob[]>;
  /** Of obligations and attestations; a case is set aside. */
  failedDeadlines(max: number): Promise<readonly FailedJob[]>;
  /** Mails that were left in a mailbox, the longest waiting first. */
  leftMails(max: number): Promise<readonly LeftLine[]>;
  refused(max: number): Promise<readonly RefusedLine[]>;
  /** Messages that reached no channel, and those that wait for one which refuses us; the newest first. */
  failedChats(max: number): Promise<readonly FailedChat[]>;
  failed(max: number): Promise<readonly OutboxLine[]>;
  /** A zone to show instants in: of the first contract. */
  timeZone(): Promise<string>;
}
