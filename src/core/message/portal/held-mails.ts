import type { RefusalWords } from '../case.ts';
import type { Language } from '../catalogue.ts';
import type { MailLink } from '../mail.ts';

type Say<V> = (values: V) => string;

/** Why a mail opened nothing by itself. */
export type HeldWhy =
  | 'unproved'
  | 'unknown'
  | 'severalPeople'
  | 'notCustomer'
  | 'severalCustomers'
  | 'noTrack'
  | 'refused'
  | 'byTelephone'
  | 'tooMany'
  | 'noSpeaker'
  | 'connected'
  | 'message';

/** How something came in that is held. */
export const HELD_CAME = ['mail', 'call', 'text'] as const;
export type HeldCame = (typeof HELD_CAME)[number];

/** Whom to call, of the plan: the first who can be called. */
export interface FirstToCall {
  readonly name: string;
  readonly number: string;
}

/** A mail about a mail that came to open a case. */
export type HeldMail = {
  readonly language: Language;
  readonly contractTitle: string;
  /** Of the mail that came. */
  readonly subject: string;
  readonly demonstration: boolean;
} & (
  | {
      /** To whoever wrote it, or in whose name it came. */
      readonly kind: 'writer';
      readonly isProved: boolean;
      /** Where to open a case; undefined for whoever has no right to. */
      readonly startUrl: string | undefined;
      readonly call: FirstToCall | undefined;
    }
  | {
      readonly kind: 'desk';
      readonly came: HeldCame;
      readonly from: string;
      readonly why: HeldWhy;
      readonly url: string;
    }
);

/** Mails that came to open a case, and are held for the desk. */
export interface HeldMailWords {
  readonly title: string;
  readonly about: string;
  /** Mails by which cases are opened do not come in here. */
  readonly noMail: string;
  readonly empty: { readonly title: string; readonly about: string };
  readonly waiting: Say<{ count: number }>;
  /** In place of a subject, a text or an address that there is none of. */
  readonly noSubject: string;
  readonly noText: string;
  readonly noSender: string;
  readonly erased: string;
  /** Files of a mail that waits: above them, one that goes onto the case, and one that does not. */
  readonly files: {
    readonly title: string;
    readonly about: string;
    readonly line: Say<{ name: string; bytes: number }>;
  };
  readonly facts: Readonly<
    Record<'received' | 'from' | 'proof' | 'likely' | 'track' | 'why' | 'text' | 'state', string>
  >;
  /** Of a call: whom Ladder rang for it, above a line for each. */
  readonly rung: { readonly title: string; readonly about: string };
  readonly proved: string;
  readonly unproved: string;
  readonly likely: Say<{ name: string; customers: readonly string[] }>;
  readonly nobody: string;
  readonly noTrack: string;
  readonly why: Readonly<Record<HeldWhy, string>>;
  readonly one: {
    readonly title: Say<{ subject: string }>;
    readonly held: string;
    readonly opened: Say<{ caseId: string; name: string }>;
    readonly putAside: Say<{ name: string; text: string }>;
    readonly toCase: Say<{ caseId: string }>;
    /** Above what came of it, for whoever wanted to do something else about it. */
    readonly settled: RefusalWords;
  };
  readonly open: {
    readonly title: string;
    readonly about: string;
    readonly choose: string;
    readonly other: string;
    readonly customer: Say<{ customerName: string }>;
    readonly button: string;
  };
  readonly aside: {
    readonly title: string;
    readonly about: string;
    readonly reason: string;
    readonly reasonHint: string;
    readonly button: string;
    readonly reasonMissing: string;
    readonly reasonTooLong: Say<{ max: number }>;
    readonly done: string;
  };
  /** Beside where a case is opened: the addresses that open one. */
  readonly byMail: {
    readonly title: string;
    readonly about: string;
  };
  readonly mail: {
    readonly writer: {
      readonly subject: Say<{ contractTitle: string }>;
      readonly lead: Say<{ subject: string; isProved: boolean }>;
      readonly notOpened: string;
      readonly urgent: string;
      readonly call: Say<FirstToCall>;
      readonly link: MailLink;
      readonly footer: Say<{ contractTitle: string }>;
    };
    readonly desk: {
      readonly subject: Say<{ contractTitle: string }>;
      readonly lead: Say<{ from: string; subject: string; came: HeldCame }>;
      readonly what: string;
      readonly link: MailLink;
      readonly footer: Say<{ contractTitle: string }>;
    };
  };
}
