import type { Instant } from '../../instant.ts';
import type { RefusalWords } from '../case.ts';
import type { Language } from '../catalogue.ts';
import type { Clocks } from '../clocks.ts';
import type { MailLink, MailNews } from '../mail.ts';

export type WebhookProblem = 'url' | 'typeUnknown' | 'tooMany' | 'tooManyOwn' | 'same' | 'since';
type Off = 'person' | 'gone' | 'failing';

/** A mail that says that a program is told no more; the address in it is a placeholder still. */
export interface WebhookMail {
  readonly language: Language;
  readonly contractTitle: string;
  readonly host: string;
  readonly off: Off;
  /** What the last attempt came to. */
  readonly reason: string;
  readonly pageUrl: string;
  readonly isDemonstration: boolean;
}

interface Button {
  readonly title: string;
  readonly about: string;
  readonly button: string;
}

/** The sentences of having programs told what happens in a contract. */
export interface WebhookWords {
  readonly title: string;
  readonly about: string;
  readonly demonstration: string;
  readonly empty: string;
  readonly columns: Readonly<
    Record<'url' | 'types' | 'state' | 'made' | 'type' | 'about' | 'queued' | 'attempts' | 'next', string>
  >;
  readonly allTypes: string;
  readonly on: string;
  readonly off: Readonly<Record<Off, string>>;
  readonly offSince: (values: { readonly at: Instant; readonly timeZone: Clocks }) => string;
  readonly add: Button & {
    readonly url: string;
    readonly urlHint: string;
    readonly types: string;
    readonly typesHint: string;
  };
  readonly secret: {
    readonly made: string;
    readonly renewed: string;
    readonly about: string;
    readonly overlap: (values: { readonly hours: number }) => string;
  };
  readonly rotate: Button & {
    readonly sure: string;
    /** While the secret before still holds. */
    readonly notYet: (values: { readonly at: Instant; readonly timeZone: Clocks }) => string;
  };
  readonly overlapUntil: (values: { readonly at: Instant; readonly timeZone: Clocks }) => string;
  readonly turnOff: Button;
  readonly turnOn: Button;
  readonly since: Button & { readonly label: string };
  readonly repeated: (values: { readonly count: number }) => string;
  readonly done: string;
  readonly deliveries: { readonly title: string; readonly empty: string; readonly repeat: string };
  readonly states: Readonly<Record<'waiting' | 'delivered' | 'failed', string>>;
  readonly ofCase: (values: { readonly caseId: string; readonly number: number }) => string;
  readonly ofPlan: string;
  readonly problems: Readonly<Record<WebhookProblem, RefusalWords>>;
  /** Of somebody's own, which tell of the plan alone. */
  readonly own: {
    readonly title: string;
    readonly about: string;
    /** Leads there from the page of the plan. */
    readonly offer: string;
    readonly addAbout: string;
    readonly end: Button & { readonly sure: string };
  };
  /** In the outbox of a demonstration. */
  readonly outbox: { readonly title: string; readonly about: string; readonly body: string };
  readonly mail: {
    readonly says: (values: {
      readonly contractTitle: string;
      readonly host: string;
      readonly off: Off;
      readonly reason: string;
    }) => MailNews;
    readonly what: string;
    readonly link: MailLink;
    readonly footer: (values: { readonly contractTitle: string }) => string;
  };
}
