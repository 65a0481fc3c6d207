import type { CaseEvent } from '../../core/case/event.ts';
import type { CaseState } from '../../core/case/state.ts';
import type { Instant } from '../../core/instant.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import type { AttestationsTransaction } from './attestations.ts';
import type { ContactReportsTransaction } from './contact-reports.ts';
import type { DrillsTransaction } from './drills.ts';
import type { NewFile } from './files.ts';
import type { ObligationsTransaction } from './obligations.ts';
import type { StandingPerson } from './reading.ts';
import type { FillingsTransaction } from './seat-fillings.ts';

/** A case's name; the contract leads everywhere. */
export interface CaseKey {
  readonly contract: string;
  readonly caseId: string;
}

/** A case as it stands, locked until the transaction ends. `state` is `none` where there is no such case yet. */
export interface LockedCase {
  readonly key: CaseKey;
  readonly state: CaseState;
  /** How many events it has; the next one has the next number. */
  readonly events: number;
  /** The number of the last event that is more than a carrier's word: what a reader has to have seen. */
  readonly said: number;
  /** Digest of the last event, hex; of a case without events, what its chain starts from. */
  readonly head: string;
  readonly nextDueAt: Instant | undefined;
  /** The job that will act on its next deadline. */
  readonly deadlineJob: string | undefined;
  /** Why its decisions fail, where it has been set aside. */
  readonly setAside: string | undefined;
}

/** An event on its way into the record. */
export interface Recorded<E> {
  readonly number: number;
  readonly event: E;
  /** What is kept for good: the event as JSON, with the digest of what was typed in the place of the text. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Hex. */
  readonly digest: string;
  /** What was typed, and the salt of its digest (hex): kept apart, can be erased. */
  readonly text: { readonly salt: string; readonly text: string } | undefined;
}

export type RecordedEvent = Recorded<CaseEvent>;

/** Everything one decision changes about a case. */
export interface CaseChange {
  readonly before: LockedCase;
  readonly events: readonly RecordedEvent[];
  readonly state: Exclude<CaseState, { status: 'none' }>;
  /** Every deadline of the case by name. */
  readonly deadlines: Readonly<Record<string, Instant>>;
  readonly nextDueAt: Instant | undefined;
  /** Whether the job for its next deadline must start at another instant: the deadline moved, or the job has been taken. */
  readonly renewJob: boolean;
  /** Whether somebody is to be told. */
  readonly tells: boolean;
}

/** A command that was refused, for the log of refusals. */
export interface RefusedCommand {
  readonly key: CaseKey;
  readonly at: Instant;
  /** A command of a case, or of whatever else has a chain of its own. */
  readonly command: string;
  readonly actor: string;
  readonly by: string;
  readonly over: string | undefined;
  readonly code: string;
}

/** A command from outside, by who sent it and the key they gave it. */
export interface AnswerKey {
  readonly contract: string;
  readonly caller: string;
  readonly key: string;
  /** Digest of what was asked, hex: another question under the same key is refused. */
  readonly request: string;
}

/** The answer already given under a key, and to which request. */
export interface GivenAnswer {
  readonly request: string;
  readonly answer: unknown;
}

/** A deadline's job that has come due. */
export interface DueJob {
  readonly id: string;
  readonly key: CaseKey;
}

/**
 * One transaction. Everything done through it happens together or not at all; the database's own guards, such as
 * locks, hold until it ends.
 */
export interface Transaction extends ObligationsTransaction, AttestationsTransaction {
  /** What it does for reports of wrong contacts. */
  readonly reports: ContactReportsTransaction;
  /** What it does for who fills seats. */
  readonly fillings: FillingsTransaction;
  /** What it does for drills. */
  readonly drills: DrillsTransaction;
  /** The clock, read anew at each call; whole milliseconds. */
  now(): Promise<Instant>;
  /** Locks the cases in the order of their keys, so that two batches never wait for each other in a ring. */
  lockCases(keys: readonly CaseKey[]): Promise<readonly LockedCase[]>;
  /** A number no case of any contract has had. */
  newCaseId(): Promise<string>;
  /** The published rules of a contract, the newest first; undefined where nothing is published. */
  publishedRevision(contract: string): Promise<Revision | undefined>;
  revision(contract: string, number: number): Promise<Revision | undefined>;
  /** Whether a person is one of a customer's own people today. */
  isOfCustomer(contract: string, customer: string, person: string): Promise<boolean>;
  /** Who fills a seat today, or a person by their own id. */
  standingPerson(contract: string, id: string): Promise<StandingPerson | undefined>;
  record(changes: readonly CaseChange[]): Promise<void>;
  /** Keeps a file whose event was recorded in this transaction; a file that no event names is not kept. */
  keepFile(file: NewFile): Promise<void>;
  recordRefused(refused: readonly RefusedCommand[]): Promise<void>;
  /** What was answered under this key before, waiting for whoever is answering it just now. */
  givenAnswer(key: AnswerKey): Promise<GivenAnswer | undefined>;
  saveAnswer(key: AnswerKey, at: Instant, answer: unknown): Promise<void>;
  /** Takes due jobs that nobody else has taken; they come back if the transaction does not commit. */
  takeDue(max: number): Promise<readonly DueJob[]>;
  /** Removes jobs that have been acted on; those of cases recorded in this transaction wait where these now want them. */
  finishDue(jobs: readonly DueJob[]): Promise<void>;
}

/** Where cases live. */
export interface Store {
  /** Runs `work` in one transaction, again where the database asks for it; what it throws undoes everything. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}
