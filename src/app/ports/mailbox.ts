import type { Instant } from '../../core/instant.ts';

/** Why a message was left in the mailbox and not taken. */
export type LeftWhy =
  /** None of its addresses is one at which anything is taken. */
  | 'notAddressed'
  | 'tooLarge'
  | 'unreadable'
  /** It had lain there for too long before anybody looked. */
  | 'tooOld'
  /** It could not be taken just then, and is tried again. */
  | 'putOff'
  /** A bug of ours keeps it from being taken; it is tried again. */
  | 'ownFault';

/** A message in a mailbox, as its server numbers it. */
interface MailboxMessage {
  /** Another one means that all numbers are new. */
  readonly uidValidity: number;
  readonly uid: number;
}

/** A message that was left in the mailbox, flagged. Whoever takes the flag off has it tried again. */
export interface LeftMessage extends MailboxMessage {
  readonly why: LeftWhy;
  /** When the mailbox received it. */
  readonly receivedAt: Instant;
  readonly leftAt: Instant;
  /** When it is tried again by itself. */
  readonly againAt: Instant | undefined;
}

/** What is kept about one mailbox, each call on its own. */
export interface MailboxBook {
  now(): Promise<Instant>;
  /** Takes the mailbox for one node until an instant; false where another has it. */
  claim(until: Instant): Promise<boolean>;
  /** Lets another node take it at once. */
  letGo(): Promise<void>;
  /** Those left under these numbers; any under older numbers are forgotten. */
  left(uidValidity: number): Promise<readonly LeftMessage[]>;
  leave(message: LeftMessage): Promise<void>;
  forget(messages: readonly MailboxMessage[]): Promise<void>;
}

/** A message that was left, as whoever keeps the installation sees it. */
export interface LeftLine extends LeftMessage {
  /** The mailbox, without its password. */
  readonly mailbox: string;
}
