import type { Instant } from '../../core/instant.ts';
import type { CaseKey } from './store.ts';

/** A mail of ours in a list. */
export interface OutboxLine extends CaseKey {
  readonly deliveryId: string;
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

/** A notice whose letters cannot be written, for a bug of ours. */
export interface FailedLetter extends CaseKey {
  readonly since: Instant;
  /** How often it has been tried. */
  readonly times: number;
  readonly nextAt: Instant;
  readonly error: string;
}

/** What whoever keeps the installation does about what is wrong. */
export interface OperatorActs {
  /** Has the letters that could not be written tried again at once. */
  tryLettersAgain(): Promise<void>;
}

/** What whoever keeps the installation looks at; all contracts together. */
export interface OperatorReading {
  mails(filter: OutboxFilter, max: number): Promise<readonly OutboxLine[]>;
  mail(deliveryId: string): Promise<OutboxMail | undefined>;
  setAside(max: number): Promise<readonly SetAsideCase[]>;
  /** The longest waiting first. */
  failedLetters(max: number): Promise<readonly FailedLetter[]>;
  refused(max: number): Promise<readonly RefusedLine[]>;
  failed(max: number): Promise<readonly OutboxLine[]>;
  /** A zone to show instants in: of the first contract. */
  timeZone(): Promise<string>;
}
