import type { Instant } from '../../instant.ts';
import type { RefusalWords } from '../case.ts';
import type { Language } from '../catalogue.ts';
import type { ChatKind } from '../chat-message.ts';
import type { Clocks } from '../clocks.ts';
import type { MailLink, MailNews } from '../mail.ts';

type Say<V> = (values: V) => string;
type Off = 'person' | 'refused';

export type ChatProblem =
  | ('name' | 'room' | 'token' | 'signingSecret' | 'url' | 'level')
  | ('tooMany' | 'same');

/** A mail that says that a channel is told no more; the address in it is a placeholder still. */
export interface ChatMail {
  readonly language: Language;
  readonly contractTitle: string;
  readonly name: string;
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

/** The sentences of channels that are told of cases, on pages and in the channels. */
export interface ChatWords {
  readonly title: string;
  readonly about: string;
  readonly demonstration: string;
  readonly empty: string;
  readonly kinds: Readonly<Record<ChatKind, string>>;
  readonly columns: Readonly<
    Record<
      | ('name' | 'kind' | 'levels' | 'state' | 'made' | 'case' | 'events' | 'queued' | 'attempts' | 'next')
      | ('user' | 'person' | 'since' | 'act' | 'channel' | 'reason'),
      string
    >
  >;
  readonly allLevels: string;
  readonly levels: Say<{ readonly levels: readonly number[] }>;
  readonly on: string;
  readonly off: Readonly<Record<Off, string>>;
  readonly offSince: Say<{ readonly at: Instant; readonly timeZone: Clocks }>;
  readonly add: Readonly<Record<ChatKind, Button>> & {
    readonly name: string;
    readonly nameHint: string;
    readonly room: string;
    readonly roomHint: string;
    readonly token: string;
    readonly tokenHint: string;
    readonly signingSecret: string;
    readonly signingSecretHint: string;
    readonly url: string;
    readonly urlHint: string;
    readonly levels: string;
    readonly levelsHint: string;
    readonly level: Say<{ readonly level: number }>;
  };
  readonly done: string;
  /** Where Slack sends presses. */
  readonly pressesTo: string;
  readonly pressesAbout: string;
  readonly secrets: Button & { readonly kept: string };
  readonly turnOff: Button;
  readonly turnOn: Button;
  readonly messages: { readonly title: string; readonly empty: string };
  readonly states: Readonly<Record<'waiting' | 'delivered' | 'failed', string>>;
  readonly users: {
    readonly title: string;
    readonly about: string;
    readonly empty: string;
    readonly end: Say<{ readonly name: string }>;
  };
  readonly problems: Readonly<Record<ChatProblem, RefusalWords>>;
  readonly connect: {
    readonly title: string;
    readonly about: Say<{ readonly channel: string; readonly user: string; readonly person: string }>;
    readonly warning: string;
    readonly user: string;
    readonly team: string;
    readonly person: string;
    readonly button: string;
    readonly over: RefusalWords;
  };
  readonly mine: {
    readonly title: string;
    readonly about: string;
    readonly empty: string;
    readonly connected: string;
    readonly ended: string;
  };
  /** In the outbox of a demonstration. */
  readonly outbox: { readonly title: string; readonly about: string };
  /** On the page of what went wrong. */
  readonly failed: { readonly title: string; readonly about: string };
  /** What stands in a channel. */
  readonly message: {
    readonly title: Say<{ readonly caseId: string; readonly news: string }>;
    readonly when: Say<{ readonly at: Instant; readonly timeZone: string }>;
    readonly happened: string;
    readonly stands: string;
    readonly movedOn: string;
    readonly demonstration: string;
    readonly acknowledge: string;
    readonly respond: string;
    readonly open: string;
  };
  /** What one user alone is told after a press. */
  readonly pressed: {
    readonly unknown: Say<{ readonly url: string; readonly minutes: number }>;
    readonly over: Say<{ readonly url: string }>;
    readonly done: Say<{ readonly caseId: string }>;
    readonly already: Say<{ readonly caseId: string }>;
    readonly off: string;
  };
  readonly mail: {
    readonly says: (values: {
      readonly contractTitle: string;
      readonly name: string;
      readonly reason: string;
    }) => MailNews;
    readonly what: string;
    readonly link: MailLink;
    readonly footer: Say<{ readonly contractTitle: string }>;
  };
}
