import type { PromiseKind } from '../plan/revision/revision.ts';
import type { CommandWords, RefusalWords } from './cli.ts';

/** What every command that speaks to a running Ladder takes. */
type Asking = 'contract' | 'json';
/** What every command that moves a case takes besides. */
type Moving = 'ifVersion' | 'key' | Asking;
type Stated = 'statedAt' | 'onBehalf';

/** The commands for cases, which ask a running Ladder over its API. */
export interface CaseCommandsWords {
  readonly case: CommandWords<never, never>;
  readonly 'case open': CommandWords<
    never,
    | ('track' | 'text' | 'reference' | 'customer' | 'reporter' | 'automatic' | 'practice' | 'key')
    | Stated
    | Asking
  >;
  readonly 'case list': CommandWords<
    never,
    | ('status' | 'track' | 'level' | 'waiting' | 'customer' | 'reference' | 'practice')
    | ('openedFrom' | 'openedUntil' | 'limit')
    | Asking
  >;
  readonly 'case show': CommandWords<'CASE', Asking>;
  readonly 'case events': CommandWords<'CASE', 'after' | Asking>;
  readonly 'case deadlines': CommandWords<'CASE', Asking>;
  readonly 'case forecast': CommandWords<'CASE', Asking>;
  readonly 'case contacts': CommandWords<'CASE', Asking>;
  readonly 'case deliveries': CommandWords<'CASE', Asking>;
  readonly 'case file': CommandWords<'CASE', 'out' | Asking>;
  readonly 'case watch': CommandWords<'CASE', Asking>;
  readonly 'case ask': CommandWords<'CASE', 'text' | Stated | Moving>;
  readonly 'case not-satisfied': CommandWords<'CASE', 'text' | Stated | Moving>;
  readonly 'case escalate': CommandWords<'CASE', 'level' | 'reason' | 'text' | Stated | Moving>;
  readonly 'case decline': CommandWords<'CASE', 'level' | 'reason' | Moving>;
  readonly 'case acknowledge': CommandWords<'CASE', Moving>;
  readonly 'case respond': CommandWords<'CASE', 'text' | 'statedAt' | Moving>;
  readonly 'case propose': CommandWords<'CASE', 'text' | 'statedAt' | Moving>;
  readonly 'case update': CommandWords<'CASE', 'text' | Moving>;
  readonly 'case note': CommandWords<'CASE', 'text' | 'audience' | Moving>;
  readonly 'case call': CommandWords<
    'CASE',
    'level' | 'contact' | 'telephone' | 'outcome' | 'text' | 'statedAt' | Moving
  >;
  readonly 'case satisfied': CommandWords<'CASE', 'text' | Moving>;
  readonly 'case undo': CommandWords<'CASE', Moving>;
  readonly 'case withdraw': CommandWords<'CASE', 'text' | Moving>;
  readonly 'case do': CommandWords<'CASE' | 'COMMAND', 'body' | Moving>;
}

/** Why nothing could be asked, and what became of it where that is not known. */
export interface CaseTerminalRefusals {
  'api-token-missing': { variable: string };
  'api-token-malformed': { variable: string };
  'api-url-malformed': { variable: string; url: string };
  'api-unreachable': { url: string; reason: string };
  'api-outcome-unknown': { url: string; reason: string; key: string };
  'api-answer-foreign': { url: string; status: number };
  'api-answer-too-big': { url: string; mebibytesMax: number };
  'api-stream-lost': { url: string; reason: string };
  'contract-none-seen': { variable: string };
  'contract-choice-missing': { known: readonly string[] };
  'case-command-unknown': { command: string; known: readonly string[]; suggestion: string | undefined };
  'case-body-malformed': { option: string };
  'case-time-unclear': { option: string; value: string };
  'case-time-ambiguous': { option: string; value: string; choices: readonly string[] };
}

type CaseLabel =
  | ('case' | 'level' | 'customer' | 'track' | 'references' | 'waitingFor' | 'nextDue' | 'opened')
  | ('at' | 'person' | 'kind' | 'means' | 'state' | 'attempts' | 'reason');

/** What a deadline of this kind brings; a kind that an older terminal does not know is shown by its name. */
type DeadlineLabel = 'promise' | 'warning' | 'step' | 'pass' | 'pauseEnd' | 'reminder';

/** What the terminal says around the sentences that come from the service. */
export interface CaseTerminalWords {
  readonly refusals: {
    readonly [C in keyof CaseTerminalRefusals]: (values: CaseTerminalRefusals[C]) => RefusalWords;
  };
  readonly labels: Readonly<Record<CaseLabel, string>>;
  readonly deadlines: Readonly<Record<DeadlineLabel, (level: number) => string>>;
  /** A promise that runs out, by its kind; another one is a promise. */
  readonly promises: Readonly<Record<PromiseKind, (level: number) => string>>;
  /** An instant that has happened, to the second. */
  readonly happened: (at: string, timeZone: string) => string;
  /** An instant from which something is so, rounded up to the minute. */
  readonly from: (at: string, timeZone: string) => string;
  readonly head: (values: {
    readonly caseId: string;
    readonly version: number;
    readonly track: string;
    readonly customer: string;
    readonly references: readonly string[];
    readonly practice: boolean;
  }) => string;
  readonly levelHead: (level: number, title: string) => string;
  readonly nowWaiting: (sentence: string) => string;
  readonly nextDue: (when: string, what: string) => string;
  readonly nothingNew: string;
  readonly setAside: string;
  readonly noDeadline: string;
  readonly nobody: string;
  readonly nobodyTold: string;
  readonly listEmpty: string;
  readonly listMore: (shown: number) => string;
  readonly tryingAgain: (values: { readonly reason: string; readonly milliseconds: number }) => string;
  readonly doneUnseen: string;
  /** After the file of a case was written, in one file or several. */
  readonly filed: (values: {
    readonly files: readonly string[];
    readonly events: number;
    readonly holds: boolean;
  }) => readonly string[];
  readonly watchEnds: (caseId: string) => string;
}
