import type { CaseCommandsWords } from './case-terminal.ts';
import type { DocumentProblem } from './intake.ts';

/** What one command says of itself: `A` its arguments, `O` its options by long name. */
export interface CommandWords<A extends string = string, O extends string = string> {
  /** One line, in the list of commands. */
  readonly summary: string;
  /** What it does, what it answers, what it needs. */
  readonly description: string;
  readonly arguments: Readonly<Record<A, string>>;
  readonly options: Readonly<Record<O, string>>;
  readonly examples: readonly Example[];
}

export interface Example {
  readonly line: string;
  readonly says: string;
}

/** Every command of the terminal and what it takes; the program and its words are both typed by this. */
export interface CommandsWords extends CaseCommandsWords {
  readonly check: CommandWords<'FILE', 'at' | 'facts' | 'format' | 'json'>;
  readonly diff: CommandWords<'BEFORE' | 'AFTER', 'json'>;
  readonly import: CommandWords<'FILE', 'out' | 'json'>;
  readonly publish: CommandWords<'FILE', 'out' | 'revision' | 'effective' | 'address' | 'for' | 'json'>;
  readonly deadline: CommandWords<
    never,
    'plan' | 'calendar' | 'from' | 'span' | 'stdin' | 'explain' | 'json' | 'strict'
  >;
  readonly calendar: CommandWords<'NAME', 'from' | 'to' | 'json'>;
  readonly 'calendar suggest': CommandWords<'REGION', 'from' | 'to'>;
  readonly coverage: CommandWords<'PLAN', 'from' | 'to' | 'facts' | 'json'>;
  readonly 'on-call': CommandWords<'PLAN', 'level' | 'at' | 'json' | 'stdin' | 'strict'>;
  readonly forecast: CommandWords<
    'FILE',
    'track' | 'opened' | 'answered' | 'automatic' | 'reaching' | 'json' | 'svg'
  >;
  readonly simulate: CommandWords<'FILE' | 'SCENARIO', 'json' | 'story'>;
  readonly tour: CommandWords<never, never>;
  readonly start: CommandWords<never, 'json'>;
  readonly init: CommandWords<never, 'json'>;
  readonly administrator: CommandWords<never, never>;
  readonly 'administrator link': CommandWords<never, 'json'>;
  readonly settings: CommandWords<never, never>;
  readonly clock: CommandWords<never, never>;
  readonly 'clock advance': CommandWords<'SPAN', 'json'>;
  readonly verify: CommandWords<never, 'against' | 'json'>;
  readonly backup: CommandWords<'FILE', never>;
  readonly restore: CommandWords<'FILE', never>;
  readonly erase: CommandWords<never, 'before' | 'case' | 'person' | 'sources' | 'dryRun' | 'json'>;
  readonly plan: CommandWords<never, never>;
  readonly 'plan load': CommandWords<'FILE', 'agreed' | 'json'>;
  readonly 'plan draft': CommandWords<'FILE', 'into' | 'contract' | 'json'>;
  readonly 'plan list': CommandWords<never, 'contract' | 'json'>;
  readonly 'plan show': CommandWords<'DRAFT', 'text' | 'contract' | 'json'>;
  readonly 'plan propose': CommandWords<'DRAFT', 'text' | 'contract' | 'json'>;
  readonly 'plan agree': CommandWords<'DRAFT', 'contract' | 'json'>;
  readonly 'plan send-back': CommandWords<'DRAFT', 'reason' | 'contract' | 'json'>;
  readonly 'plan publish': CommandWords<'DRAFT', 'at' | 'contract' | 'json'>;
  readonly obligation: CommandWords<never, never>;
  readonly 'obligation list': CommandWords<never, 'show' | 'contract' | 'json'>;
  readonly 'obligation show': CommandWords<'OBLIGATION', 'contract' | 'json'>;
  readonly 'obligation deliver': CommandWords<
    'OBLIGATION',
    'text' | 'link' | 'doneOn' | 'key' | 'contract' | 'json'
  >;
  readonly 'obligation accept': CommandWords<'OBLIGATION', 'text' | 'key' | 'contract' | 'json'>;
  readonly 'obligation send-back': CommandWords<'OBLIGATION', 'reason' | 'key' | 'contract' | 'json'>;
  readonly 'obligation renegotiate': CommandWords<
    'OBLIGATION',
    'date' | 'waive' | 'agree' | 'decline' | 'withdraw' | 'reason' | 'key' | 'contract' | 'json'
  >;
  readonly readiness: CommandWords<never, 'contract' | 'json'>;
  readonly customer: CommandWords<never, never>;
  readonly 'customer add': CommandWords<'ID', 'name' | 'accountManager' | 'contract' | 'json'>;
  readonly 'customer import': CommandWords<'FILE', 'yes' | 'contract' | 'json'>;
  readonly 'customer list': CommandWords<never, 'contract' | 'json'>;
  readonly person: CommandWords<never, never>;
  readonly 'person add': CommandWords<
    'ID',
    'role' | 'name' | 'email' | 'office' | 'mobile' | 'title' | 'customer' | 'language' | 'contract' | 'json'
  >;
  readonly 'person list': CommandWords<never, 'contract' | 'json'>;
  readonly token: CommandWords<never, never>;
  readonly 'token create': CommandWords<never, 'name' | 'person' | 'admin' | 'scope' | 'expires' | 'json'>;
  readonly 'token list': CommandWords<never, 'json'>;
  readonly 'token revoke': CommandWords<'ID', 'json'>;
}

/** The commands that prove, keep and clear the record. */
export type RecordCommand = 'verify' | 'backup' | 'restore' | 'erase';

type ContractFamily = 'plan' | 'obligation' | 'customer' | 'person' | 'token';

/** The commands that take in plans, obligations, customers, people and tokens. */
export type ContractCommand = Extract<
  keyof CommandsWords,
  ContractFamily | `${ContractFamily} ${string}` | 'readiness'
>;

/** Refusals of a command line that does not say what to do, and of files that cannot be read. */
export interface CliRefusals {
  'cli-command-unknown': { command: string; suggestion: string | undefined; within: string };
  'cli-option-unknown': { option: string; suggestion: string | undefined; within: string };
  'cli-option-value-missing': { option: string; within: string };
  'cli-option-value-unknown': {
    option: string;
    value: string;
    choices: readonly string[];
    suggestion: string | undefined;
  };
  'cli-option-missing': { option: string; within: string };
  'cli-options-conflict': { option: string; other: string };
  'cli-argument-missing': { argument: string; within: string };
  'cli-argument-surplus': { arguments: readonly string[]; within: string };
  'cli-date-not-understood': { option: string; value: string };
  'cli-number-not-understood': { option: string; value: string; max: number };
  'cli-address-not-understood': { option: string; value: string };
  'cli-input-used-twice': { file: string };
  'folder-foreign': { folder: string };
  'file-missing': { file: string; suggestion: string | undefined };
  'file-is-folder': { file: string };
  'file-not-readable': { file: string; reason: string };
  'file-too-large': { file: string; mebibytesMax: number };
  'file-exists': { file: string };
  'file-not-written': { file: string; reason: string };
  'document-not-read': { file: string; problem: DocumentProblem };
  'facts-not-understood': { file: string };
  'plan-not-runnable': { file: string; gaps: readonly string[] };
  'scenario-not-understood': { file: string };
  'reaching-not-understood': { file: string };
  'reaching-unusable': { file: string; key: string; value: string; reason: string | undefined };
  'scenario-plan-missing': { file: string };
  'scenario-key-missing': { file: string; key: string };
  'scenario-instant-unclear': { file: string; key: string; value: string };
  'scenario-time-reversed': { file: string; key: string; value: string };
  'scenario-key-surplus': { file: string; key: string };
  'scenario-actor-unknown': { file: string; key: string; value: string; known: readonly string[] };
  fault: { reason: string };
}

/** What is wrong, and what to do about it. */
export interface RefusalWords {
  readonly message: string;
  readonly advice: string;
}

/** What the command line itself says: its help and its refusals of a mistyped line. */
export interface Cli {
  readonly description: string;
  readonly titles: Readonly<
    Record<'usage' | 'commands' | 'arguments' | 'options' | 'examples' | 'exit' | 'readOn', string>
  >;
  readonly groups: Readonly<Record<'plans' | 'clocks' | 'cases' | 'running' | 'contracts', string>>;
  readonly commands: CommandsWords;
  readonly options: Readonly<Record<'help' | 'version', string>>;
  readonly usage: Readonly<Record<'command' | 'options', string>>;
  readonly examples: readonly Example[];
  readonly exits: readonly (readonly [code: string, says: string])[];
  readonly readOn: readonly (readonly [place: string, says: string])[];
  readonly choices: (choices: readonly string[]) => string;
  readonly moreHelp: (command: string) => string;
  readonly refusals: { readonly [C in keyof CliRefusals]: (values: CliRefusals[C]) => RefusalWords };
  /** What `ladder publish` has done. */
  readonly published: (values: {
    readonly contract: string;
    readonly revision: number;
    readonly digest: string;
    readonly folder: string;
    readonly files: number;
  }) => readonly string[];
  readonly check: CheckWords;
  readonly tour: TourWords;
}

/** What `ladder tour` says between what it shows. */
export interface TourWords {
  readonly welcome: string;
  readonly planChecked: (counts: {
    readonly file: string;
    readonly blocking: number;
    readonly other: number;
  }) => string;
  readonly documentChecked: (counts: { readonly file: string; readonly blocking: number }) => string;
  readonly documentAdvice: (file: string) => string;
  readonly casePlayed: (title: string) => string;
  readonly next: readonly string[];
}

/** What `ladder check` says around the findings. */
export interface CheckWords {
  readonly severities: Readonly<Record<'blocking' | 'warning' | 'advice', string>>;
  /** The last line for a file: how many of each, and whether it may be published. */
  readonly summary: (counts: CheckCounts) => string;
  /** The rules that wanted a fact nobody gave. */
  readonly notChecked: (rules: readonly string[]) => string;
  /** Instead, where the text is too broken for any rule. */
  readonly notCheckedAtAll: string;
}

interface CheckCounts {
  readonly file: string;
  readonly blocking: number;
  readonly warning: number;
  readonly advice: number;
  readonly notChecked: number;
}
