import type { CaseEvent, EventType } from '../case/event.ts';
import type { WaitingFor } from '../case/waiting-for.ts';
import type { Instant } from '../instant.ts';
import type { Party } from '../plan/format/schema-values.ts';
import type { Condition, Means } from '../plan/revision/revision.ts';
import type { Span } from '../span.ts';
import type { CaseContext, RefusalWords } from './case.ts';
import type { LeftFile } from './left-files.ts';

/** What a reader may do by a link of a mail. */
export type MailAction =
  | 'acknowledge'
  | 'respond'
  | 'satisfied'
  | 'notSatisfied'
  | 'escalate'
  | 'undoSatisfied';

/** What a sentence of a mail may know: who reads it, and how the case stands after what happened. */
export interface MailReader {
  readonly audience: Party;
  /** The level at which the reader is reached, for a contact. */
  readonly level: number | undefined;
  readonly timeZone: string;
  /** The plan's own words and the contract's zone. */
  readonly context: CaseContext & { readonly timeZone: string };
  readonly customerName: string;
  /** When the mail is composed; a year is named only where it is another. */
  readonly at: Instant;
  readonly waiting: WaitingFor;
  /** Whose step the next deadline is, and what would keep it from falling due. */
  readonly next: { readonly kind: Condition['kind'] } | undefined;
  /** The end of the longest pause, where the case is paused. */
  readonly pauseUntil: Instant | undefined;
  /** How long a closed case may be reopened, where the plan lets it. */
  readonly reopenWithin: Span | undefined;
  /** The name of a person, or undefined where it is not known. */
  readonly name: (person: string) => string | undefined;
}

/** What happened, in few words and to one reader. */
export interface MailNews {
  /** For the subject, after the case's number. */
  readonly subject: string;
  /** What it means to this reader, and what the reader can do now; a paragraph each. */
  readonly lead: readonly string[];
}

/** How the clock of a step started. */
export interface MailClockStart {
  readonly kind: Condition['kind'];
  readonly since: 'opened' | 'levelBelow' | undefined;
  readonly levels: readonly number[];
  readonly from: Instant;
}

/** The mails that are about mail, or about Ladder itself. */
export interface SystemMails {
  /** A mail that no word was found in: it is kept as a message. */
  unclearReply: Record<never, never>;
  /** A mail of another party, kept as a message; or a word in it that was refused. */
  keptReply: {
    readonly party: Party;
    /** Whether there is anything that the writer might have meant to do. */
    readonly isAsked: boolean;
    readonly refused: RefusalWords | undefined;
  };
  /** A mail to a case that is set aside: it is taken when the case goes on. */
  waitingReply: Record<never, never>;
  /** Files of a mail that are not kept on its case. */
  filesLeft: { readonly files: readonly LeftFile[] };
  /** A mail that came to a reply address without proof of who sent it. */
  held: { readonly until: Instant | undefined };
  /** A fault keeps this case's deadlines from being acted on. */
  clocksNotActedOn: { readonly since: Instant };
  /** Nobody could be told, or one who was to be told could not: by name, or by level or party. */
  notReached: {
    readonly name: string | undefined;
    readonly whom: Party | number;
    /** By what somebody could not be told, and whether it may yet get through the next time. */
    readonly by?: { readonly means: Means; readonly isForGood: boolean };
  };
}

/** Where a mail about mail is read. */
export type SystemReader = Pick<MailReader, 'context' | 'timeZone' | 'at'>;

/** A link: what stands on it, and on whose behalf it does what. */
export interface MailLink {
  readonly label: string;
  readonly says: string;
}

/** Whose word a link gives. */
type MailActor = Pick<MailReader, 'context' | 'audience' | 'customerName'>;

/** The sentences of mails. */
export interface MailWords {
  readonly subject: (values: { caseId: string; references: readonly string[]; news: string }) => string;
  readonly news: {
    readonly [T in EventType]: (event: Extract<CaseEvent, { type: T }>, reader: MailReader) => MailNews;
  };
  readonly system: {
    readonly [K in keyof SystemMails]: (values: SystemMails[K], reader: SystemReader) => MailNews;
  };
  /** Files of a mail that are not kept, as its case says it: the sentence above, and a line for each. */
  readonly leftFiles: { readonly note: string; readonly line: (file: LeftFile) => string };
  /** The hourly signature over the whole record, for oversight to keep. */
  readonly checkpoint: (values: { number: number; at: string; cases: number; events: number }) => MailNews;
  readonly checkpointFooter: (contractTitle: string) => string;
  /** A notice told again, `round` 1 being the first repetition. */
  readonly toldAgain: (values: { round: number; level: number | undefined }, context: CaseContext) => string;
  readonly actions: Readonly<Record<MailAction, (level: number | undefined, reader: MailActor) => MailLink>>;
  readonly confirm: MailLink;
  readonly openCase: MailLink;
  readonly headings: Readonly<
    Record<
      'actions' | 'also' | 'before' | 'call' | 'said' | 'yourMessage' | 'stands' | 'reply' | 'links',
      string
    >
  >;
  /** Above the reasons of a deadline. */
  readonly whyThen: (values: { level: number; dueAt: Instant }, reader: MailReader) => string;
  /** The sentence about the next step that many leads end with; undefined where there is none. */
  readonly next: (reader: MailReader) => string | undefined;
  readonly clockStarted: (start: MailClockStart, context: CaseContext) => string;
  /** "from" in the zone of a reader elsewhere; undefined where both clocks show the same. */
  readonly whereYouAre: (at: Instant, reader: MailReader) => string | undefined;
  readonly saidBy: (values: { name: string | undefined; party: Party }) => string;
  readonly cut: string;
  readonly contact: (values: { level: number; name: string; title: string }) => string;
  readonly means: Readonly<Record<'office' | 'mobile' | 'email', string>>;
  readonly telephone: (number: string) => string;
  readonly facts: Readonly<Record<'case' | 'customer' | 'contract' | 'track' | 'references', string>>;
  readonly replyMarker: string;
  readonly howToReply: Readonly<Record<Party | 'watcher', string>>;
  /** Why somebody is told who has nothing to do. */
  readonly watching: (reporter: string | undefined) => string;
  readonly noReply: string;
  readonly demonstration: string;
  readonly practice: string;
  readonly footer: (values: { caseId: string; contractTitle: string; reader: string }) => string;
}
