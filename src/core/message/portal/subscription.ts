import type { Instant } from '../../instant.ts';
import type { Change } from '../../plan/diff/change.ts';
import type { RefusalWords } from '../case.ts';
import type { Language } from '../catalogue.ts';
import type { MailLink, MailNews } from '../mail.ts';

/** What those who asked for it are told of a plan. */
export type SubscriptionNews =
  | {
      readonly kind: 'published';
      readonly revision: number;
      readonly publishedAt: Instant;
      readonly isFirst: boolean;
      /** Undefined of the first one, and where the text of one of the two was erased. */
      readonly changes: readonly Change[] | undefined;
      /** Changes of numbers that are not shown to the reader. */
      readonly kept: number;
    }
  | {
      readonly kind: 'seatFilled';
      readonly title: string;
      /** Undefined: nobody fills it. */
      readonly name: string | undefined;
      readonly since: Instant;
      readonly levels: readonly number[];
    };

/** A mail to somebody who wants to be told when a plan changes; the addresses in it are placeholders still. */
export type SubscriptionMail = {
  readonly language: Language;
  readonly contractTitle: string;
  readonly isDemonstration: boolean;
} & (
  | { readonly kind: 'proof'; readonly proofUrl: string }
  | {
      readonly kind: 'news';
      readonly news: SubscriptionNews;
      readonly timeZone: string;
      readonly planUrl: string;
      readonly endUrl: string;
    }
);

interface OfContract {
  readonly contractTitle: string;
}

/** A page that says what was done, or that nothing could be. */
interface Told {
  readonly title: string;
  readonly about: string;
}

/** The sentences of being told when a plan changes: the form, the pages behind its links, and its mails. */
export interface SubscriptionWords {
  /** On the page of the plan, and of the form by which one asks for it. */
  readonly offer: {
    readonly title: string;
    readonly about: string;
    readonly button: string;
    readonly on: string;
    readonly end: string;
    readonly noAddress: string;
    readonly count: (values: { readonly count: number }) => string;
  };
  readonly form: {
    readonly about: (values: OfContract) => string;
    readonly email: string;
    readonly emailHint: string;
    readonly language: string;
    readonly button: string;
    readonly missing: RefusalWords;
    readonly tooMany: RefusalWords;
  };
  readonly asked: Told;
  readonly prove: {
    readonly title: string;
    readonly about: (values: OfContract & { readonly email: string }) => string;
    readonly button: string;
    readonly dead: Told;
  };
  readonly proved: { readonly title: string; readonly about: (values: OfContract) => string };
  readonly end: {
    readonly title: string;
    readonly about: (values: OfContract) => string;
    readonly button: string;
    readonly dead: Told;
  };
  readonly ended: { readonly title: string; readonly about: (values: OfContract) => string };
  readonly toPlan: string;
  readonly mails: {
    readonly proof: (values: OfContract) => MailNews & { readonly link: MailLink };
    readonly published: (
      values: OfContract & { readonly revision: number; readonly at: Instant; readonly timeZone: string },
    ) => MailNews;
    readonly seatFilled: (
      values: OfContract & {
        readonly title: string;
        readonly name: string | undefined;
        readonly at: Instant;
        readonly timeZone: string;
        readonly levels: readonly number[];
      },
    ) => MailNews;
    readonly changes: string;
    readonly moreChanges: (values: { readonly more: number }) => string;
    readonly running: string;
    readonly plan: MailLink;
    readonly end: MailLink;
    readonly footer: (values: OfContract) => string;
  };
}
