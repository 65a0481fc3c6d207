import type { Instant } from '../../core/instant.ts';

/** One mail to one person, ready to be handed to a carrier. */
export interface OutgoingMail {
  /** The delivery's id: it becomes the Message-ID, the same at every attempt. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly replyTo: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The message id of the case's first mail to this person, for `References` and `In-Reply-To`. */
  readonly thread: string;
  /** Of a letter that its reader has asked for: where one POST ends it (RFC 8058). */
  readonly endUrl?: string | undefined;
}

/** What became of one attempt. `handedOver` is the next server's word, not the reader's. */
export type MailResult =
  | { readonly result: 'handedOver'; readonly carrierId: string }
  | {
      readonly result: 'failed';
      /** The same mail to the same address would be refused again: try another means. */
      readonly permanent: boolean;
      /** A code such as `smtp-550`, `timeout` or `refused-connection`. */
      readonly reason: string;
      /** The server's own words, on one line, where it said any. Not kept: they may name anybody. */
      readonly said?: string | undefined;
    };

/** Hands a mail over once. It answers, and never throws, for whatever the other side does; trying again is the caller's. */
export interface MailCarrier {
  send(mail: OutgoingMail): Promise<MailResult>;
  close(): Promise<void>;
}

/** What an answer about a case may say on its first line. */
export type CaseWord = 'satisfied' | 'notSatisfied' | 'escalate';

/** A file that came with a mail. */
export interface ReceivedFile {
  /** As its sender called it; empty where they did not. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** A picture that the text of the mail shows. */
  readonly isShown: boolean;
}

/** A mail as it came in for one of its recipients. */
export interface ReceivedMail {
  /** The same for each copy of one message to one recipient, so that each is taken once. */
  readonly id: string;
  readonly receivedAt: Instant;
  /** One envelope recipient, lower case. */
  readonly recipient: string;
  /** The address of the From header, lower case; empty where there is not exactly one. */
  readonly from: string;
  /** Whether the domain of `from` vouches for the whole message: an aligned DMARC pass. */
  readonly authenticated: boolean;
  readonly kind: 'person' | 'automaticReply' | 'bounce' | 'loop';
  /** What the first line says, where it says it without doubt. */
  readonly word: CaseWord | 'confirmed' | undefined;
  /** On one line and bounded, without our own links; empty where there is none. */
  readonly subject: string;
  /** What the writer wrote: without quoted text, signature and our own links; bounded. */
  readonly text: string;
  /** What came with it, in the order of the mail; of a person's mail alone. */
  readonly files: readonly ReceivedFile[];
  readonly bounced:
    | { readonly deliveryId: string; readonly permanent: boolean; readonly status: string }
    | undefined;
}

/** What the mail server asks before and after a message. */
export interface MailTaker {
  /** False: the recipient is refused before the message is sent. */
  knows(recipient: string): Promise<boolean>;
  /** Committed when it resolves; where it throws, the sender is told to try again. */
  take(mail: ReceivedMail): Promise<void>;
}
