import type { RefusalWords } from './cli.ts';

interface OfCase {
  contract: string;
  caseId: string;
}
interface OfEvent extends OfCase {
  event: number;
}

interface OfDraft {
  contract: string;
  draft: number;
}

interface OfRevision {
  contract: string;
  revision: number;
}

/** The first thing about the record that does not hold. */
export interface RecordBreaks {
  'record-checkpoint-missing': { checkpoint: number };
  'record-checkpoint-dropped': { checkpoint: number; last: number };
  'record-checkpoint-unlike': { checkpoint: number };
  'record-checkpoint-changed': { checkpoint: number };
  'record-checkpoint-unsigned': { checkpoint: number };
  'record-checkpoint-key-unknown': { checkpoint: number; publicKey: string };
  'record-checkpoint-chain': { checkpoint: number };
  'record-checkpoint-list': { checkpoint: number };
  'record-checkpoint-counts': { checkpoint: number; cases: number; events: number };
  'record-case-dropped': OfCase & { checkpoint: number; events: number };
  'record-case-without-events': OfCase;
  'record-case-without-row': OfCase;
  'record-tail-cut': OfEvent & { checkpoint: number; events: number };
  'record-head-unlike': OfEvent & { checkpoint: number };
  'record-head-without-checkpoint': OfCase & { checkpoint: number };
  'record-event-missing': OfEvent;
  'record-event-changed': OfEvent;
  'record-event-columns-unlike': OfEvent;
  'record-event-not-understood': OfEvent & { reason: string };
  'record-revision-missing': OfEvent & { revision: number };
  'record-revision-changed': OfRevision;
  'record-revision-value-changed': OfRevision & { path: string };
  'record-revision-value-missing': OfRevision & { path: string };
  'record-draft-event-missing': OfDraft & { event: number };
  'record-draft-event-changed': OfDraft & { event: number };
  'record-draft-text-changed': OfDraft & { event: number };
  'record-draft-row-unlike': OfDraft;
  'record-draft-revision-unlike': OfDraft & { revision: number };
  'record-rota-event-missing': { contract: string; event: number };
  'record-rota-event-changed': { contract: string; event: number };
  'record-rota-row-unlike': { contract: string };
  'record-text-missing': OfEvent;
  'record-text-changed': OfEvent;
  'record-text-surplus': OfEvent;
  'record-file-missing': OfEvent;
  'record-file-changed': OfEvent;
  'record-case-head-unlike': OfCase & { events: number; found: number };
  'record-case-state-unlike': OfCase;
  'record-case-deadlines-unlike': OfCase;
}

/** What a walk over the record found. */
export interface RecordCounts {
  readonly cases: number;
  readonly events: number;
  readonly texts: number;
  readonly erased: number;
  /** The days between which texts were erased, undefined where none was. */
  readonly erasedFrom: string | undefined;
  readonly erasedTo: string | undefined;
  readonly checkpoints: number;
  readonly lastCheckpoint: { readonly number: number; readonly at: string } | undefined;
  /** Events that no checkpoint covers yet. */
  readonly since: number;
}

/** Why an installation cannot be checked, erased from, copied or brought back as asked. */
export interface RecordRefusals {
  'checkpoint-not-understood': { file: string };
  'erase-scope-unclear': { given: readonly string[] };
  'erase-name-not-understood': { option: string; value: string };
  'erase-date-ahead': { date: string; today: string };
  'erase-case-unknown': { contract: string; caseId: string };
  'erase-case-running': { contract: string; caseId: string };
  'erase-person-unknown': { contract: string; personId: string };
  'erase-person-needed': {
    contract: string;
    personId: string;
    seats: readonly string[];
    customers: readonly string[];
    cases: readonly string[];
  };
  'backup-file-exists': { file: string };
  'backup-not-understood': { file: string };
  'backup-cut-short': { file: string };
  'backup-damaged': { file: string };
  'backup-other-migration': { version: string; found: number; known: number };
  'backup-other-secret': { file: string };
  'restore-database-used': { tables: readonly string[] };
}

export const ERASED = [
  'texts',
  'files',
  'mails',
  'replies',
  'people',
  'tokens',
  'accounts',
  'signIns',
  'links',
  'answers',
  'sources',
] as const;
/** How many of each kind were erased, or would be. */
export type ErasedCounts = Readonly<Record<(typeof ERASED)[number], number>>;

/** What Ladder says of its record. */
export interface RecordWords {
  readonly breaks: { readonly [C in keyof RecordBreaks]: (values: RecordBreaks[C]) => RefusalWords };
  readonly refusals: { readonly [C in keyof RecordRefusals]: (values: RecordRefusals[C]) => RefusalWords };
  readonly holds: (counts: RecordCounts) => string;
  readonly broken: (code: string) => string;
  readonly progress: (values: { done: number; total: number }) => string;
  readonly erased: (values: {
    readonly counts: ErasedCounts;
    readonly cases: number;
    readonly dryRun: boolean;
  }) => string;
  readonly backedUp: (values: { file: string; rows: number; bytes: number }) => string;
  readonly restored: (values: { file: string; rows: number }) => string;
  /** The mail by which oversight gets a checkpoint. */
  readonly checkpoint: (values: {
    readonly number: number;
    readonly at: string;
    readonly cases: number;
    readonly events: number;
  }) => { readonly subject: string; readonly text: string };
}
