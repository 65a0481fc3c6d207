import type { Instant } from '../../core/instant.ts';
import type { Language } from '../../core/message/catalogue.ts';
import type { HeldWhy } from '../../core/message/portal/held-mails.ts';
import type { NewDelivery } from './engine.ts';
import type { ListedMailFile } from './mail-files.ts';

/** A no of the road or of the case, as it was given. */
export interface KeptRefusal {
  readonly code: string;
  readonly values: object;
}

export interface OpeningMailKey {
  readonly contract: string;
  readonly mailId: string;
}

/** A mail to an address at which cases are opened. */
export interface OpeningMail extends OpeningMailKey {
  readonly receivedAt: Instant;
  readonly kind: string;
  readonly isProved: boolean;
  /** As its address names it, or the only one of the plan. */
  readonly track: string | undefined;
  /** Whose address its sender's is on file, where it is one person's. */
  readonly personId: string | undefined;
  readonly outcome: 'opened' | 'held' | 'putAside' | 'nothing';
  readonly why: HeldWhy | undefined;
  readonly refusal: KeptRefusal | undefined;
  /** Undefined where they are not kept, or were erased. */
  readonly sender: string | undefined;
  readonly subject: string | undefined;
  readonly text: string | undefined;
}

/** What somebody of the desk made of a held mail. */
export type Settlement =
  | { readonly outcome: 'opened'; readonly caseId: string }
  | { readonly outcome: 'putAside'; readonly reason: string };

/** Somebody who is told of held mails. */
export interface DeskReader {
  readonly personId: string;
  readonly address: string;
  readonly language: Language;
}

/** What is kept about mails that open cases, inside one transaction. */
export interface OpeningBook {
  /** Contracts by their name in lower case. */
  contractsNamed(name: string): Promise<readonly { readonly contract: string; readonly title: string }[]>;
  /** Those of a contract whose address it is, so many at most. */
  peopleAt(contract: string, address: string, max: number): Promise<readonly string[]>;
  /** False where it was taken before; whoever takes it at this moment is waited for. */
  add(mail: OpeningMail): Promise<boolean>;
  /** A call to those on duty in which a message was left after all waits for that; false where nothing of it waited so. */
  becomes(mail: OpeningMail): Promise<boolean>;
  opened(key: OpeningMailKey, caseId: string): Promise<void>;
  hold(key: OpeningMailKey, why: HeldWhy, refusal: KeptRefusal | undefined): Promise<void>;
  /** Its outcome, kept from others until the transaction ends; undefined where there is no such mail. */
  lock(key: OpeningMailKey): Promise<OpeningMail['outcome'] | undefined>;
  /** What came of one that waits no more, kept from others until the transaction ends; undefined while it waits. */
  settled(
    key: OpeningMailKey,
  ): Promise<{ readonly caseId: string | undefined; readonly settledBy: string | undefined } | undefined>;
  settle(key: OpeningMailKey, settlement: Settlement, by: string, at: Instant): Promise<void>;
  /** Lets one mail of a contract at a time be held, until the transaction ends. */
  lockHeld(contract: string): Promise<void>;
  heldCount(contract: string): Promise<number>;
  /** Mails since an instant of which the desk was told. */
  deskTold(contract: string, since: Instant): Promise<number>;
  /** Mails of one sender since an instant of which they were told. */
  writerTold(contract: string, sender: string, since: Instant): Promise<number>;
  noteTold(key: OpeningMailKey, told: { readonly desk: boolean; readonly writer: boolean }): Promise<void>;
  desk(contract: string, max: number): Promise<readonly DeskReader[]>;
  language(contract: string): Promise<Language>;
  queueLetter(letter: NewDelivery): Promise<void>;
}

/** Whom a held mail may be from. */
export interface LikelyWriter {
  readonly personId: string;
  readonly name: string | undefined;
  /** Whose own person it is. */
  readonly customers: readonly { readonly customerId: string; readonly name: string }[];
}

/** A mail as the desk reads it. */
export interface ListedMail extends OpeningMail {
  readonly likely: LikelyWriter | undefined;
  /** While it waits. */
  readonly files: readonly ListedMailFile[];
  readonly caseId: string | undefined;
  readonly settledBy: { readonly personId: string; readonly name: string | undefined } | undefined;
  readonly settledAt: Instant | undefined;
  readonly reason: string | undefined;
  readonly isErased: boolean;
}

/** Where a list of held mails goes on: after this one. */
export interface HeldPlace {
  readonly receivedAt: Instant;
  readonly mailId: string;
}

/** Mails that came to open cases, as pages read them. */
export interface OpeningMails {
  heldCount(contract: string): Promise<number>;
  /** The earliest first. */
  held(contract: string, after: HeldPlace | undefined, max: number): Promise<readonly ListedMail[]>;
  /** One that is held, or was. */
  mail(contract: string, mailId: string): Promise<ListedMail | undefined>;
  /** A file of one that is held, by its place; undefined where there is none such, or its bytes are not kept. */
  file(
    key: OpeningMailKey,
    number: number,
  ): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined>;
}
