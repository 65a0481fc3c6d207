import type { CodeMeans, ContactField, JudgingParty, Verdict } from '../../contact/contact-change.ts';
import type { Instant } from '../../instant.ts';
import type { RefusalWords } from '../case.ts';
import type { Language } from '../catalogue.ts';
import type { Clocks } from '../clocks.ts';
import type { MailLink, MailNews } from '../mail.ts';

/** Whose number or address is changed, and to what. */
interface ContactMailValues {
  readonly contractTitle: string;
  readonly name: string;
  readonly field: ContactField;
  readonly oldValue: string | undefined;
  readonly newValue: string | undefined;
}

/** `code` proves the new address; `told` goes to where somebody was reached so far, and can hold the change up. */
export type ContactMailKind = 'code' | 'told' | 'callWanted' | 'changed' | 'frozen' | 'kept';

/** A mail, a text or a call about a change of somebody's number or address. */
export interface ContactMail extends ContactMailValues {
  readonly kind: ContactMailKind;
  /** A code goes by each, word of a change by mail and by text, everything else by mail. */
  readonly means: CodeMeans;
  readonly language: Language;
  /** A placeholder still; of the mail with a code. */
  readonly code: string | undefined;
  /** A placeholder still, or the address of a page; of mails that ask for something. */
  readonly url: string | undefined;
  readonly demonstration: boolean;
}

/** Why nothing was done. */
export type ContactProblem =
  | 'missing'
  | 'mailInvalid'
  | 'numberInvalid'
  | 'same'
  | 'taken'
  | 'frozen'
  | 'tooOften'
  | 'noAddress'
  | 'codeWrong'
  | 'codesSpent'
  | 'codeOver'
  | 'notWaiting'
  | 'notFrozen'
  | 'tooLate'
  | 'ownChange'
  | 'notByCall'
  | 'notTheirs';

interface Told {
  readonly at: Instant;
  readonly timeZone: Clocks;
  readonly name: string;
}

/** The sentences about numbers and addresses of people, and their changes. */
export interface ContactWords {
  readonly fields: Readonly<Record<ContactField, string>>;
  readonly none: string;
  readonly erased: string;
  readonly confirmed: (values: { at: Instant; timeZone: Clocks }) => string;
  readonly unconfirmed: string;
  readonly own: {
    readonly title: string;
    readonly about: string;
    readonly change: (values: { field: ContactField }) => string;
    readonly waiting: (values: { value: string }) => string;
    readonly frozen: (values: { value: string }) => string;
    readonly changed: string;
    readonly takenBack: string;
  };
  readonly ask: {
    readonly title: (values: { field: ContactField }) => string;
    readonly aboutMail: string;
    /** How a new number is confirmed; undefined: by somebody else who rings it. */
    readonly aboutNumber: (values: { codeBy: CodeMeans | undefined }) => string;
    readonly codeBy: string;
    readonly codeByMeans: Readonly<Record<'text' | 'call', string>>;
    readonly now: string;
    readonly label: (values: { field: ContactField }) => string;
    readonly hintNumber: string;
    readonly button: string;
    readonly buttonCode: string;
    readonly cancel: string;
  };
  readonly code: {
    readonly title: Readonly<Record<CodeMeans, string>>;
    readonly about: (values: { value: string; codeBy: CodeMeans }) => string;
    readonly label: string;
    readonly hint: string;
    readonly button: (values: { field: ContactField }) => string;
    /** Sends another, by other means. */
    readonly instead: Readonly<Record<'text' | 'call', string>>;
    readonly takeBack: string;
    readonly doneTitle: (values: { field: ContactField }) => string;
    readonly done: (values: { value: string; field: ContactField }) => string;
  };
  readonly callWaiting: { readonly title: string; readonly about: (values: { value: string }) => string };
  readonly list: {
    readonly title: string;
    readonly about: string;
    readonly empty: string;
    readonly columns: Readonly<Record<'person' | 'what' | 'asked' | 'status', string>>;
    readonly newest: string;
  };
  readonly status: Readonly<Record<'waitingCode' | 'waitingCall' | 'done' | 'frozen' | 'dropped', string>>;
  readonly one: {
    readonly title: (values: { name: string; field: ContactField }) => string;
    readonly before: string;
    readonly after: string;
    readonly history: string;
    readonly events: {
      readonly ContactChangeAsked: (values: Told) => string;
      readonly ContactCodeWrong: (values: Told) => string;
      readonly ContactChanged: (values: Told & { over: 'code' | 'call' | 'agreement' }) => string;
      readonly ContactChangeFrozen: (values: Told) => string;
      readonly ContactChangeJudged: (values: Told & { party: JudgingParty; verdict: Verdict }) => string;
      readonly ContactChangeDropped: (
        values: Told & { because: 'taken-back' | 'replaced' | 'wrong-codes' | 'frozen' | 'agreement' },
      ) => string;
    };
    readonly call: {
      readonly title: string;
      readonly about: (values: { name: string; value: string }) => string;
      readonly button: string;
    };
    readonly judge: {
      readonly title: string;
      readonly about: string;
      readonly use: (values: { value: string }) => string;
      readonly keep: (values: { value: string }) => string;
    };
    readonly saved: string;
  };
  readonly freeze: {
    readonly title: string;
    readonly about: (values: { name: string; field: ContactField }) => string;
    readonly button: string;
    readonly doneTitle: string;
    readonly done: string;
  };
  readonly problems: Readonly<Record<ContactProblem, RefusalWords>>;
  readonly mails: Readonly<
    Record<ContactMailKind, (values: ContactMailValues) => MailNews & { readonly link: MailLink | undefined }>
  >;
  readonly texts: {
    readonly code: (values: ContactMailValues & { code: string }) => string;
    readonly told: (values: ContactMailValues & { url: string }) => string;
  };
  /** A sentence each; they are read slowly, and twice. */
  readonly spokenCode: (values: ContactMailValues & { code: string }) => readonly string[];
  readonly footer: (values: { contractTitle: string }) => string;
}
