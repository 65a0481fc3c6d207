import type { StatedFailure } from '../../case/call.ts';
import type { CaseEvent } from '../../case/event.ts';
import type { Instant } from '../../instant.ts';
import type { Party } from '../../plan/format/schema-values.ts';
import type { NoticeMeans } from '../../reach/notice-rules.ts';
import type { CaseContext, RefusalWords } from '../case.ts';

/** What the page of a case has a form for: commands, by their names. */
type ActName =
  | ('escalate' | 'ask' | 'notSatisfied' | 'acknowledge' | 'respond' | 'proposeResolution' | 'update')
  | ('confirmResponse' | 'satisfied' | 'undoSatisfied' | 'requestPause' | 'consentToPause' | 'refusePause')
  | ('resume' | 'contestPause' | 'decidePauseDispute' | 'contestStatedInstant' | 'decideStatedInstant')
  | ('decline' | 'handOver' | 'changeTrack' | 'proposeTrack' | 'chooseAutomatic' | 'addNote' | 'recordCall')
  | ('withdraw' | 'close' | 'reopen' | 'proposeRevision' | 'moveToRevision');

/** What a form is about, for its sentences. */
export interface ActSubject {
  readonly level?: number | undefined;
  readonly pause?: number | undefined;
  readonly ask?: number | undefined;
  readonly response?: number | undefined;
  readonly revision?: number | undefined;
  /** 1: Ladder is to move in the customer's name. */
  readonly automatic?: number | undefined;
  /** Of an ask, a response or a pause: the instant that somebody states, or at which it began. */
  readonly at?: Instant | undefined;
  /** The desk does it for a caller. */
  readonly onBehalf: boolean;
  /** A move before its time. */
  readonly isEarly: boolean;
  readonly context: CaseContext;
}

/** One thing that may be done: what stands on its button, and what follows from it. */
interface ActWords {
  readonly label: (subject: ActSubject) => string;
  readonly follows: (subject: ActSubject) => string;
  /** Said afterwards. */
  readonly done: (subject: ActSubject) => string;
}

type ActFieldName =
  | ('text' | 'statedAt' | 'reason' | 'declineReason' | 'pauseReason' | 'closeReason')
  | ('track' | 'to' | 'rung' | 'outcome' | 'audience' | 'upheld');

interface FieldWords {
  readonly label: string;
  readonly hint?: string;
}

/** Why a form is not taken as it was filled in. */
interface FieldProblems {
  readonly missing: (values: { readonly label: string }) => string;
  readonly unknown: (values: { readonly label: string; readonly value: string }) => string;
  readonly tooLong: (values: { readonly label: string; readonly charactersMax: number }) => string;
  readonly unsound: (values: { readonly label: string }) => string;
  readonly instant: (values: { readonly value: string; readonly zone: string }) => string;
}

interface WhoValues {
  /** Undefined where Ladder did it, or the name is not known any more. */
  readonly name: string | undefined;
  readonly party: Party;
  readonly isYou: boolean;
  /** Where Ladder did it: because an instant had come, or for somebody who called. */
  readonly ladder: 'clocks' | 'caller' | undefined;
  readonly onBehalf: boolean;
}

interface FateValues {
  readonly name: string | undefined;
  readonly level: number | undefined;
  readonly means: string;
  /** `overtaken`: it waited until nobody needed to hear it any more. */
  readonly state: 'queued' | 'handedOver' | 'delivered' | 'failed' | 'overtaken';
  readonly times: number;
}

interface ConversationWords {
  readonly heading: string;
  readonly about: string;
  readonly who: (values: WhoValues) => string;
  readonly over: Readonly<Record<string, string>>;
  /** A note or a file is said with whom it is for: its words stand beside it. */
  readonly note: (event: Extract<CaseEvent, { type: 'NoteAdded' }>) => string;
  readonly erased: string;
  readonly told: (values: { readonly count: number; readonly failed: number }) => string;
  readonly fate: (values: FateValues, context: CaseContext) => string;
  /** What became of a message, before each instant of it. */
  readonly became: Readonly<
    Record<'queued' | 'handedOver' | 'delivered' | 'answered' | 'failed' | 'overtaken', string>
  >;
}

interface ReachWords {
  readonly heading: string;
  /** Before the one to call first. */
  readonly first: string;
  readonly level: (level: number, context: CaseContext) => string;
  readonly customer: (values: { readonly customerName: string }) => string;
  readonly otherwise: string;
  readonly nobody: string;
  readonly erased: string;
  readonly hidden: string;
  readonly mobile: string;
  readonly number: (number: string) => string;
}

type Tag = 'open' | 'closed' | 'paused' | 'practice' | 'setAside' | 'top';

type Fact =
  | (
      | 'case'
      | 'references'
      | 'customer'
      | 'reporter'
      | 'contract'
      | 'track'
      | 'opened'
      | 'counts'
      | 'revision'
    )
  | ('owner' | 'automatic');

/** Until when a closed case can be taken up again, and what to do where it cannot. */
interface ClosedWords {
  readonly undo: (
    values: { readonly at: Instant; readonly who: 'you' | 'customer' },
    context: CaseContext,
  ) => string;
  /** `caller`: the desk does it for one. */
  readonly reopen: (
    values: { readonly at: Instant; readonly who: 'you' | 'caller' | 'customer' },
    context: CaseContext,
  ) => string;
  /** `at`: until when it could be reopened; undefined where the plan knows no reopening. */
  readonly over: (values: { readonly at: Instant | undefined }, context: CaseContext) => string;
  /** To who cannot open cases. */
  readonly newCase: (values: { readonly caseId: string }) => string;
  /** A link to opening one. */
  readonly openNew: (values: { readonly caseId: string }) => string;
}

/** The clocks of a case before and after it moves to another revision. */
interface RevisedWords {
  readonly caption: (values: { readonly revision: number }) => string;
  readonly clock: string;
  readonly before: string;
  readonly after: string;
  readonly notRunning: string;
  /** The move itself lets it fall due. */
  readonly atOnce: string;
  readonly none: string;
}

interface WhyWords {
  readonly title: (name: string, context: CaseContext) => string;
  /** Before the instant. */
  readonly due: Readonly<Record<'ahead' | 'past', string>>;
  readonly reasons: string;
  readonly none: string;
  readonly pastData: string;
  readonly link: string;
  readonly back: string;
}

/** The sentences on the page of a case. */
export interface CasePageWords {
  readonly title: (values: { readonly caseId: string; readonly track: string }) => string;
  readonly stands: string;
  readonly tags: Readonly<Record<Tag, string>>;
  readonly practice: string;
  readonly setAside: string;
  /** That nobody of a level could be told, at the top of the page. */
  readonly untold: {
    readonly title: string;
    /** By what anything is carried here. */
    readonly inside: (values: { readonly carriers: readonly NoticeMeans[] }) => string;
    readonly customer: string;
  };
  readonly readOnly: string;
  /** What this reader may do about the ladder now, and from when. */
  readonly mayMove: (
    values: { readonly level: number; readonly onBehalf: boolean },
    context: CaseContext,
  ) => string;
  /** An instant with its clock follows. */
  readonly mayMoveFrom: (
    values: { readonly level: number; readonly onBehalf: boolean },
    context: CaseContext,
  ) => string;
  readonly closed: ClosedWords;
  readonly yourTurn: string;
  readonly acts: {
    readonly heading: string;
    readonly none: string;
    readonly behalf: string;
    readonly more: string;
    readonly notYet: string;
    readonly of: Readonly<Record<ActName, ActWords>>;
    readonly cancel: string;
    readonly weigh: string;
    readonly what: string;
  };
  readonly fields: Readonly<Record<ActFieldName, FieldWords>>;
  /** Where the instant that somebody states is another than that of an ask. */
  readonly statedHints: Readonly<Record<'answer' | 'call', string>>;
  readonly closeReasons: Readonly<Record<string, string>>;
  readonly audiences: Readonly<Record<'all' | Party, string>>;
  readonly upheld: Readonly<Record<'yes' | 'no', string>>;
  /** What came of a call. */
  readonly outcomes: Readonly<Record<'reached' | StatedFailure, string>>;
  /** A number that may have been rung; `level` is as a sentence begins with it. */
  readonly rung: Readonly<
    Record<
      'office' | 'mobile',
      (values: { readonly level: string; readonly name: string; readonly value: string }) => string
    >
  > & { readonly other: (values: { readonly level: string }) => string };
  readonly problems: FieldProblems;
  readonly refusals: Readonly<
    Record<'case-changed' | 'case-set-aside' | 'command-not-allowed' | 'key-used-differently', RefusalWords>
  >;
  /** Something is this reader's to do, and not possible as things stand. */
  readonly notNow: RefusalWords;
  readonly happened: string;
  readonly sendAgain: string;
  readonly done: { readonly title: string; readonly nothingNew: string; readonly next: string };
  readonly reach: ReachWords;
  readonly ladder: {
    readonly heading: string;
    readonly alt: string;
    readonly inWords: string;
    readonly ifSilent: string;
    readonly closed: string;
  };
  readonly conversation: ConversationWords;
  readonly revised: RevisedWords;
  readonly why: WhyWords;
  readonly clocks: {
    readonly heading: string;
    readonly none: string;
    readonly deadline: (name: string, context: CaseContext) => string;
  };
  readonly facts: { readonly heading: string } & Readonly<Record<Fact, string>>;
  readonly automatic: Readonly<Record<'on' | 'off' | 'plan', string>>;
  readonly zone: (timeZone: string) => string;
}
