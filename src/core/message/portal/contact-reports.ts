import type { ReportRefusals } from '../../contact-report/decide.ts';
import type { ReportAnswer, ReportedMeans, Wrong } from '../../contact-report/event.ts';
import type { Instant } from '../../instant.ts';
import type { RefusalWords } from '../case.ts';
import type { Language } from '../catalogue.ts';
import type { Clocks } from '../clocks.ts';
import type { MailLink, MailNews } from '../mail.ts';

interface When {
  readonly at: Instant;
  readonly timeZone: Clocks;
}

/** Whom a mail about a report is to: the contact, who looks into it, whoever reported it. */
type ContactReportMailKind = 'toContact' | 'reported' | 'prove' | 'overdue' | 'answered';

interface ContactReportMailValues {
  readonly contractTitle: string;
  /** The contact's. */
  readonly name: string;
  readonly means: ReportedMeans;
  readonly levels: readonly number[];
  /** Of a mail about the report itself. */
  readonly wrong: Wrong | undefined;
  /** Of one about what came of it. */
  readonly answer: ReportAnswer | undefined;
  readonly dueAt: Instant;
  readonly timeZone: string;
}

/** A mail about a report of a wrong contact. */
export interface ContactReportMail extends ContactReportMailValues {
  readonly kind: ContactReportMailKind;
  readonly language: Language;
  /** Of a person of the contract. */
  readonly reader: string | undefined;
  /** What was typed; never in a mail to an address that nobody has proved. */
  readonly text: string | undefined;
  /** A placeholder still: a link or a page; undefined where nothing is to be done. */
  readonly url: string | undefined;
  readonly demonstration: boolean;
}

/** What is wrong with a form by which something is reported. */
export type ReportFormProblem =
  | 'contactMissing'
  | 'meansMissing'
  | 'wrongMissing'
  | 'textMissing'
  | 'textInvalid'
  | 'nameInvalid'
  | 'addressInvalid'
  | 'answerMissing'
  | 'tooMany';

/** The sentences about reports of wrong contacts. */
export interface ContactReportWords {
  readonly means: Readonly<Record<ReportedMeans, string>>;
  readonly wrongs: Readonly<Record<Wrong, string>>;
  readonly answers: Readonly<Record<ReportAnswer, string>>;
  readonly statuses: Readonly<Record<'open' | 'overdue' | 'answered', string>>;
  /** Beside a contact, for those who run cases. */
  readonly being: (values: When & { readonly means: ReportedMeans }) => string;
  /** On the plan, before the link. */
  readonly offer: string;
  readonly link: string;
  readonly form: {
    readonly title: string;
    readonly about: string;
    readonly contact: string;
    readonly contactNone: string;
    readonly option: (values: {
      readonly name: string;
      readonly title: string;
      readonly levels: readonly number[];
    }) => string;
    readonly means: string;
    readonly wrong: string;
    readonly text: string;
    readonly textHint: string;
    readonly name: string;
    readonly address: string;
    readonly addressHint: string;
    readonly button: string;
    readonly back: string;
    readonly nobody: { readonly title: string; readonly about: string };
  };
  readonly problems: Readonly<Record<ReportFormProblem, RefusalWords>>;
  readonly sent: {
    readonly title: string;
    readonly about: string;
    readonly address: string;
    readonly back: string;
  };
  readonly proof: {
    readonly title: string;
    readonly about: string;
    readonly button: string;
    readonly doneTitle: string;
    readonly done: string;
    readonly dead: RefusalWords;
  };
  readonly list: {
    readonly title: string;
    readonly about: string;
    readonly empty: string;
    readonly columns: Readonly<Record<'contact' | 'what' | 'reported' | 'due' | 'status', string>>;
    readonly newest: string;
  };
  /** On the page of how current the plan is. */
  readonly current: { readonly title: string; readonly none: string; readonly all: string };
  readonly one: {
    readonly title: (values: { readonly name: string; readonly means: ReportedMeans }) => string;
    readonly facts: Readonly<
      Record<'status' | 'contact' | 'levels' | 'value' | 'count' | 'due' | 'asked' | 'reporters', string>
    >;
    readonly none: string;
    readonly isAsked: string;
    readonly notAsked: string;
    readonly reporter: (values: {
      readonly name: string | undefined;
      readonly address: string | undefined;
      readonly isProved: boolean;
    }) => string;
    readonly history: string;
    readonly events: {
      readonly ContactReported: (values: {
        readonly by: string | undefined;
        readonly wrong: Wrong;
      }) => string;
      readonly ContactReportedAgain: (values: {
        readonly by: string | undefined;
        readonly wrong: Wrong;
      }) => string;
      readonly ReportOverdue: () => string;
      readonly ReportAnswered: (values: { readonly by: string; readonly answer: ReportAnswer }) => string;
      readonly NoticeFailed: (values: { readonly name: string }) => string;
    };
    readonly change: (values: { readonly change: number }) => string;
    readonly holder: (values: { readonly name: string }) => string;
    readonly confirmed: (values: When) => string;
    readonly answer: {
      readonly title: string;
      readonly about: string;
      readonly legend: string;
      readonly hints: Readonly<Record<ReportAnswer, string>>;
      readonly notYet: string;
      readonly text: string;
      readonly textHint: string;
      readonly button: string;
    };
    readonly saved: string;
  };
  readonly refusals: { readonly [C in keyof ReportRefusals]: RefusalWords };
  readonly mails: Readonly<
    Record<
      ContactReportMailKind,
      (values: ContactReportMailValues) => MailNews & { readonly link: MailLink | undefined }
    >
  >;
  readonly footer: (values: { readonly contractTitle: string }) => string;
}
