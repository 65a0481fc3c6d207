import type { MailAction } from './mail.ts';
import type { MailNotice, SystemMail } from './mail-notice.ts';

/** A digit by which a text or a call is answered, and what for. */
export interface KeyChoice {
  readonly key: string;
  readonly action: MailAction;
  readonly level: number | undefined;
}

/** A notice to somebody's telephone: what a mail would tell, and the digits it is answered by. */
export interface TelephoneNotice extends Omit<MailNotice, 'actions' | 'before'> {
  readonly choices: readonly KeyChoice[];
  /** Ours, E.164; undefined where nobody can ring us. */
  readonly number: string | undefined;
}

/** What there is to say about Ladder itself, to somebody's telephone. */
export type TelephoneSystemNotice = Extract<SystemMail, { kind: 'notReached' | 'clocksNotActedOn' }>;

/** A text, or what a call says: in words, and in one line for lists. */
export interface ComposedTelephone {
  readonly subject: string;
  /** Of a call a sentence a line. */
  readonly text: string;
}

/** The sentences of texts and calls. A text is read on a locked screen: it says nothing that anybody typed. */
export interface TelephoneNoticeWords {
  readonly marks: Readonly<Record<'demonstration' | 'practice', string>>;
  /** How a text begins: who writes, about which case and whose. */
  readonly text: (values: { readonly caseId: string; readonly customerName: string }) => string;
  readonly told: (values: { readonly times: number }) => string;
  /** What one digit is for, as it stands in a row of them. */
  readonly choice: Readonly<
    Record<MailAction, (values: { readonly key: string; readonly level: number | undefined }) => string>
  >;
  readonly reply: (values: { readonly choices: readonly string[] }) => string;
  /** Where the rest can be heard. */
  readonly ring: (values: { readonly number: string }) => string;
  readonly call: {
    readonly greeting: (values: {
      readonly caseId: string;
      readonly customerName: string;
      readonly contractTitle: string;
    }) => string;
    readonly demonstration: string;
    readonly practice: string;
    /** What the customer waits for, from somebody of a level. */
    readonly asked: string;
  };
}
