import type { AskedBecause, Doubt } from '../attestation/event.ts';
import type { Detail } from '../attestation/standing.ts';
import type { DetailTimes } from '../attestation/state.ts';
import type { CaseEvent } from '../case/event.ts';
import type { CaseState } from '../case/state.ts';
import type { ContactField } from '../contact/contact-change.ts';
import type { Instant } from '../instant.ts';
import type { ObligationEvent } from '../obligation/event.ts';
import type { LiveObligation } from '../obligation/state.ts';
import type { Party } from '../plan/format/schema-values.ts';
import type { Language } from './catalogue.ts';
import type { MailAction, SystemMails } from './mail.ts';

/** Somebody of a level, with the numbers the reader may see. */
export interface MailContact {
  readonly level: number;
  readonly name: string;
  readonly title: string;
  /** Numbers as E.164. */
  readonly phones: readonly { readonly kind: 'office' | 'mobile'; readonly number: string }[];
  readonly email: string | undefined;
}

/** What every mail about a case knows, whatever it is about. */
export interface MailFrame {
  readonly language: Language;
  readonly audience: Party;
  readonly reader: { readonly name: string; readonly timeZone: string };
  /** The case after what happened. */
  readonly state: CaseState;
  /** When the mail is composed. */
  readonly at: Instant;
  readonly contractTitle: string;
  readonly customerName: string;
  readonly caseId: string;
  readonly references: readonly string[];
  readonly contacts: readonly MailContact[];
  readonly caseUrl: string | undefined;
  readonly canReply: boolean;
  readonly demonstration: boolean;
  /** The reader looks on for the customer, and has nothing to do. */
  readonly isWatching: boolean;
}

/** One notice to one reader. */
export interface MailNotice extends MailFrame {
  /** The level at which the reader is reached, for a contact. */
  readonly level: number | undefined;
  /** What happened: the first, gravest event of the decision; `also` has the rest. */
  readonly event: CaseEvent;
  readonly also: readonly CaseEvent[];
  /** What was typed before and the reader has to know: the trouble itself, the last word of either side. */
  readonly before: readonly CaseEvent[];
  /** Person id → name. */
  readonly names: Readonly<Record<string, string>>;
  readonly actions: readonly {
    readonly action: MailAction;
    readonly level?: number;
    readonly url: string;
  }[];
  /** Above 0: an insistent notice, told again. */
  readonly round: number;
}

/** A mail about mail, or about Ladder itself. */
export type SystemMail = MailFrame &
  {
    [K in keyof SystemMails]: { readonly kind: K } & SystemMails[K] & SystemLinks[K];
  }[keyof SystemMails];

interface SystemLinks {
  unclearReply: {
    /** What the writer wrote. */
    readonly text: string;
    readonly satisfiedUrl: string | undefined;
    readonly notSatisfiedUrl: string | undefined;
  };
  keptReply: {
    readonly text: string;
    /** What the writer can do, where an answer was meant. */
    readonly actions: readonly {
      readonly action: MailAction;
      readonly level?: number;
      readonly url: string;
    }[];
  };
  waitingReply: { readonly text: string };
  filesLeft: Record<never, never>;
  held: { readonly text: string; readonly confirmUrl: string };
  clocksNotActedOn: Record<never, never>;
  notReached: Record<never, never>;
}

/** The hourly signature over the whole record. */
export interface CheckpointMail {
  readonly language: Language;
  readonly contractTitle: string;
  readonly number: number;
  /** ISO 8601. */
  readonly at: string;
  readonly cases: number;
  readonly events: number;
  /** The signed file. */
  readonly text: string;
  readonly demonstration: boolean;
}

/** What happened to an obligation, for one of those who speak for a party to it. */
export interface ObligationMail {
  readonly language: Language;
  readonly audience: Party;
  readonly reader: string;
  readonly contractTitle: string;
  readonly state: LiveObligation;
  /** The gravest event; `also` has the others, by their time. */
  readonly event: ObligationEvent;
  readonly also: readonly ObligationEvent[];
  /** Person id → name. */
  readonly names: Readonly<Record<string, string>>;
  /** Its page; what stands before the path is filled in on the way out. */
  readonly url: string;
  readonly demonstration: boolean;
}

/** Why an answer by mail confirmed nothing: what it says, who wrote it, or which letter it is about. */
export type NotConfirmed = 'unclear' | 'unproved' | 'passed';

/** A contact is asked to confirm its details, or somebody who answers for the plan hears that it has not, or cannot. */
export interface AttestationMail {
  /** `confirmed` and `notConfirmed`: what came of the contact's own answer by mail. */
  readonly kind: 'asked' | 'reminded' | 'unanswered' | 'doubted' | 'confirmed' | 'notConfirmed';
  /** Of one that asks: why. */
  readonly because: AskedBecause | undefined;
  /** Of an answer that confirmed nothing: why not, and what it said. */
  readonly answer: { readonly why: NotConfirmed; readonly text: string } | undefined;
  /** Whether the letter may be answered by mail. */
  readonly canReply: boolean;
  readonly language: Language;
  readonly contractTitle: string;
  readonly reader: string;
  /** The contact. */
  readonly name: string;
  readonly levels: readonly number[];
  /** What is asked for, or was in vain. */
  readonly details: readonly Detail[];
  /** What has come into doubt, and why; of letters about anything else none. */
  readonly doubts: readonly Doubt[];
  /** Numbers and addresses as they are used today. */
  readonly values: Readonly<Partial<Record<ContactField, string | undefined>>>;
  /** Of what was asked in vain: since when it is not confirmed. */
  readonly since: DetailTimes;
  readonly timeZone: string;
  /** A link to confirm by, or a page; what stands before it is filled in on the way out. */
  readonly url: string;
  /** Whether the page asks for a sign-in first. */
  readonly isSignedPage: boolean;
  readonly demonstration: boolean;
}

/** A mail as its reader gets it. */
export interface ComposedMail {
  /** One line, whatever anybody typed. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
