import type { Instant } from '../instant.ts';
import type { Party } from '../plan/format/schema-values.ts';
import type { Means, Revision } from '../plan/revision/revision.ts';
import type { Call } from './call.ts';
import type { CloseReason, DeliveryWhy, Directory } from './command.ts';

/** Who, when, how: on every event. */
export interface EventBase {
  /** When it was decided. */
  readonly at: Instant;
  /** The instant the contract's clocks count from. */
  readonly occurredAt: Instant;
  /** The party whose move it is. */
  readonly actor: Party;
  /** A person's id, or `ladder`. */
  readonly by: string;
  readonly onBehalfOf?: Party;
  readonly over?: Means;
}

/**
 * What a deadline acted on records. `dueAt` is the instant it counts from; `computedDueAt` stands beside it
 * where a command put the deadline into the past, and then the lateness is 0.
 */
interface Lateness {
  readonly dueAt: Instant;
  readonly latenessMs: number;
  readonly computedDueAt?: Instant;
}

/** Which condition of a step, and which start of its clock; the same start never makes a step due twice. */
export interface ClockStart {
  /** Index into the step's `when`. */
  readonly condition: number;
  /** 0 is the opening; otherwise the number of the ask or contact the clock started at. */
  readonly start: number;
}

/** `step` is `track/level`, as the case stood on that track. */
interface OnStep {
  readonly step: string;
  readonly level: number;
}

interface Stated {
  readonly statedAt?: Instant;
}

interface Said {
  /** What a person typed; the one field that may be erased. */
  readonly text?: string;
}

/** `promise` is the rule's id in the revision; `start` the ask, answer or contact it counts from. */
interface OnPromise {
  readonly promise: string;
  readonly level: number;
  readonly start: number;
}

interface Payloads {
  CaseOpened: Stated &
    Said & {
      readonly caseId: string;
      readonly revision: Revision;
      readonly track: string;
      readonly customer: string;
      readonly reporter?: string;
      readonly directory: Directory;
      readonly automatic?: boolean;
      readonly references: readonly string[];
      readonly practice: boolean;
    };
  /** `contacts` are the seats or people chosen; a replay never asks again. */
  LevelContacted: { readonly level: number; readonly contacts: readonly string[] };
  StepWarned: OnStep & Lateness & ClockStart & { readonly beforeMs: number; readonly stepDueAt: Instant };
  StepFellDue: OnStep & Lateness & ClockStart & { readonly conditionKind: string };
  StepWithdrawn: OnStep & { readonly reason: 'responded' };
  StepDeclined: OnStep & { readonly reason: string };
  StepPassed: OnStep & Lateness & { readonly to: Party };
  /** `automatic`: made by Ladder in the customer's name; `early`: the reason it came before its deadline. */
  Escalated: OnStep &
    Stated &
    Said & { readonly ask: number; readonly automatic?: boolean; readonly early?: string };
  CustomerAsked: Stated & Said & { readonly ask: number };
  NotSatisfied: Stated & Said & { readonly ask: number };
  Acknowledged: { readonly level: number };
  Responded: Stated & Said & { readonly response: number; readonly level: number };
  ResolutionProposed: Stated & Said & { readonly response: number; readonly level: number };
  Updated: Said & { readonly response: number; readonly level: number };
  ResponseConfirmed: { readonly response: number };
  Satisfied: Said;
  SatisfactionUndone: Said;
  PauseRequested: Said & { readonly reason: string };
  PauseRefused: Said;
  Paused: { readonly pause: number; readonly reason: string };
  /** `dueAt` where the plan's longest pause ended it. */
  Resumed: Partial<Lateness> & { readonly pause: number };
  PauseContested: Said & { readonly pause: number };
  PauseDisputeDecided: Said & { readonly pause: number; readonly upheld: boolean };
  StatedInstantContested: Said & { readonly ask: number };
  StatedInstantDecided: Said & { readonly ask: number; readonly upheld: boolean };
  HandedOver: Said & { readonly to: string };
  TrackChanged: Said & { readonly from: string; readonly track: string };
  TrackProposed: Said & { readonly track: string };
  AutomaticChosen: { readonly automatic: boolean };
  NoteAdded: Said & { readonly audience: Party | 'all' };
  /** `text` is what the file is called; `fileDigest` binds its bytes to the record. */
  FileAttached: Said & {
    readonly file: string;
    readonly audience: Party | 'all';
    readonly fileDigest?: string;
  };
  CallRecorded: Stated & Said & Call & { readonly level: number };
  WatcherAdded: { readonly person: string };
  WatcherRemoved: { readonly person: string };
  /** Until `endsAt`, where one is given: from then on the stand-in is none, without another event. */
  StandInNamed: { readonly person: string; readonly endsAt?: Instant };
  StandInEnded: { readonly person: string };
  PromiseKept: OnPromise;
  PromiseMissed: OnPromise & Lateness;
  PromiseVoid: OnPromise;
  CustomerReminded: Lateness & { readonly reminder: number };
  CaseClosed: Said & { readonly reason: 'satisfied' | 'withdrawn' | CloseReason };
  CaseReopened: Said & { readonly ask: number };
  RevisionProposed: { readonly revision: Revision };
  MovedToRevision: Said & { readonly revision: Revision };
  DeliveryRecorded: {
    readonly delivery: string;
    readonly contact: string;
    readonly level?: number;
    readonly means: Means;
    readonly result: 'handedOver' | 'delivered' | 'failed';
    /** Of what did not get through this time; without it a failure is for good. A mail that waits is tried on all the same. */
    readonly why?: DeliveryWhy;
  };
  /** Somebody has asked for no more of this, or their number takes none: other means are used, on this case too. */
  MeansLost: { readonly contact: string; readonly means: Means };
  MeansRegained: { readonly contact: string; readonly means: Means };
  /** Nobody of the level has acknowledged or answered what it was asked, and Ladder insists no longer. */
  ReachingEnded: { readonly level: number };
}

export type EventType = keyof Payloads;

/** One thing that happened to a case, of one kind. */
export type EventOf<T extends EventType> = EventBase & { readonly type: T } & Payloads[T];

/** Everything that can have happened to a case. */
export type CaseEvent = { [T in EventType]: EventOf<T> }[EventType];
