import type { Instant } from '../instant.ts';
import type { Party } from '../plan/format/schema-values.ts';
import type { RefusalWords } from './case.ts';
import type { Clocks } from './clocks.ts';
import type { MailAction } from './mail.ts';

/** Why a clock is not moved. */
export interface ClockRefusals {
  'clock-not-movable': Record<never, never>;
  'clock-span-not-understood': { by: string };
  'clock-span-too-long': { by: string };
  'clock-nobody-works': { seconds: number };
}

/** Every no of a page, with the values its sentence names. */
export interface PageRefusals extends ClockRefusals {
  'page-link-unknown': Record<never, never>;
  'page-origin-foreign': Record<never, never>;
  'page-host-foreign': Record<never, never>;
  'page-token-wanted': Record<never, never>;
  'page-missing': Record<never, never>;
  'page-form-malformed': Record<never, never>;
  'page-too-often': { seconds: number };
  'page-reply-not-taken': { reason: string };
  'page-fault': { requestId: string };
}

type LinkAction = MailAction | 'confirm';
type DeadLink = 'used' | 'passed' | 'expired' | 'unseen';

interface LinkPageWords {
  readonly behalf: (values: { name: string; party: Party; customerName: string }) => string;
  readonly onlyThen: string;
  readonly textLabel: Readonly<Partial<Record<LinkAction, string>>>;
  readonly textMissing: string;
  readonly yourMail: string;
  readonly stands: string;
  readonly done: Readonly<Record<LinkAction, string>>;
  readonly doneTitle: string;
  readonly notDone: string;
  readonly dead: Readonly<Record<DeadLink, RefusalWords>>;
  readonly freshOffer: string;
  readonly freshButton: string;
  readonly fresh: Readonly<Record<'sent' | 'tooMany' | 'nothing', RefusalWords>>;
}

interface OutboxWords {
  readonly title: string;
  readonly about: string;
  readonly linksHidden: string;
  readonly hiddenLink: string;
  readonly empty: string;
  readonly older: string;
  readonly back: string;
  readonly filter: Readonly<Record<'legend' | 'case' | 'person' | 'button', string>>;
  readonly columns: Readonly<Record<'at' | 'to' | 'subject' | 'state' | 'case', string>>;
  /** `overtaken`: it waited until nobody needed to hear it any more. */
  readonly states: Readonly<Record<'queued' | 'handedOver' | 'delivered' | 'failed' | 'overtaken', string>>;
  readonly erased: string;
  readonly asText: string;
  readonly asHtml: string;
  readonly reply: Readonly<Record<'title' | 'about' | 'label' | 'button' | 'sent', string>>;
}

interface ClockPageWords {
  readonly title: string;
  readonly about: string;
  readonly now: (values: { at: Instant; timeZone: Clocks }) => string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly moved: (values: { now: Instant; timeZone: Clocks; stops: number }) => string;
  readonly underWay: (values: { now: Instant; target: Instant; timeZone: Clocks }) => string;
  readonly goOn: string;
  /** A span as a reader of this language types it, in the words in which spans are read. */
  readonly spanTyped: (typed: string) => string;
}

interface ProblemsWords {
  readonly title: string;
  readonly about: string;
  readonly none: string;
  readonly setAside: string;
  readonly setAsideAbout: string;
  readonly late: string;
  readonly lateAbout: string;
  readonly isSetAside: string;
  readonly isWaiting: string;
  readonly isSeen: string;
  readonly isNotSeen: string;
  readonly withheld: string;
  readonly withheldAbout: string;
  readonly haveSeen: string;
  readonly failedDeadlines: string;
  readonly failedDeadlinesAbout: string;
  readonly tryDeadlines: string;
  readonly failedLetters: string;
  readonly failedLettersAbout: string;
  readonly tryLetters: string;
  readonly left: string;
  readonly leftAbout: string;
  readonly leftWhy: Readonly<
    Record<'notAddressed' | 'tooLarge' | 'unreadable' | 'tooOld' | 'putOff' | 'ownFault', string>
  >;
  readonly met: string;
  readonly metAbout: string;
  readonly failedAbout: string;
  readonly refusedAbout: string;
  readonly refused: string;
  readonly failed: string;
  readonly columns: Readonly<
    Record<
      | 'about'
      | 'due'
      | 'stands'
      | 'seen'
      | 'times'
      | 'next'
      | 'case'
      | 'since'
      | 'version'
      | 'error'
      | 'at'
      | 'command'
      | 'by'
      | 'code'
      | 'person'
      | 'reason'
      | 'asked'
      | 'number'
      | 'last'
      | 'mailbox'
      | 'received',
      string
    >
  >;
}

interface OwnFaultWords {
  readonly title: string;
  readonly about: (values: { requestId: string }) => string;
  /** Of what was sent: that it left nothing behind, or that nobody can say. */
  readonly undone: string;
  readonly uncertain: string;
  /** Where what was typed stands below; and where it does not, for it is secret or a file. */
  readonly kept: string;
  readonly back: string;
}

/** The sentences of pages. */
export interface PagesWords {
  readonly site: string;
  readonly demonstration: string;
  readonly navigation: string;
  readonly places: Readonly<
    Record<
      | (
          | 'overview'
          | 'compliance'
          | 'currency'
          | 'record'
          | 'people'
          | 'admin'
          | 'installation'
          | 'webhooks'
          | 'chats'
        )
      | ('queue' | 'mail' | 'work' | 'cases' | 'promises' | 'contacts' | 'customers' | 'rota' | 'readiness')
      | ('start' | 'plan' | 'obligations' | 'import' | 'drafts' | 'drills')
      | ('outbox' | 'clock' | 'problems' | 'api'),
      string
    >
  >;
  /** What places are together, where there are many. */
  readonly placeGroups: Readonly<
    Record<'contract' | 'cases' | 'directory' | 'plan' | 'installation', string>
  >;
  readonly instant: (at: Instant, timeZone: Clocks) => string;
  readonly refusals: { readonly [C in keyof PageRefusals]: (values: PageRefusals[C]) => RefusalWords };
  readonly link: LinkPageWords;
  readonly outbox: OutboxWords;
  readonly clock: ClockPageWords;
  readonly problems: ProblemsWords;
  readonly keptForm: Readonly<
    Record<'title' | 'about' | 'staleTitle' | 'staleAbout' | 'signIn' | 'typed' | 'again', string> &
      Record<'often' | 'secrets' | 'file' | 'withoutFile', string> & {
        readonly fileHint: (values: { readonly name: string }) => string;
      }
  >;
  /** Where Ladder itself fails on what somebody asks. */
  readonly ownFault: OwnFaultWords;
}
