import type { Instant } from '../instant.ts';
import type { Party } from '../plan/format/schema-values.ts';
import type { Means, Revision } from '../plan/revision/revision.ts';
import type { Call } from './call.ts';

/** What every command carries, whichever way it came in. */
export interface CommandBase {
  /** The road's clock when it is decided; never before the case's last event. */
  readonly at: Instant;
  /** When Ladder's edge, or who held it for Ladder, received it: contract clocks count from here. */
  readonly occurredAt: Instant;
  /** The party whose move it is. */
  readonly actor: Party;
  /** A person's id, or `ladder`. */
  readonly by: string;
  /** `customer` where the desk records it for a caller. */
  readonly onBehalfOf?: Party;
  readonly over?: Means;
}

/** A person's own word for when it happened: at most 24 hours before `occurredAt`. */
interface Stated {
  readonly statedAt?: Instant;
}

/** The levels at which the road found the author on duty or in a directory, beside the seats of the plan. */
interface Standing {
  readonly stands?: readonly number[];
}

/** Who fills the plan's directory seats for this customer: seat id → person id. */
export type Directory = Readonly<Record<string, string>>;

interface Payloads {
  open: Stated & {
    readonly caseId: string;
    readonly revision: Revision;
    readonly track: string;
    /** The customer's id: the agency that buys under the contract. */
    readonly customer: string;
    /** The customer's person who is told and answers, where somebody else records the opening. */
    readonly reporter?: string;
    readonly directory?: Directory;
    /** The customer's first choice; without it each step's own mode counts. */
    readonly automatic?: boolean;
    /** The customer's and the contractor's own reference numbers. */
    readonly references?: readonly string[];
    /** A drill or sample is marked and kept out of every statistic. */
    readonly practice?: boolean;
    readonly text?: string;
  };
  /** `reason` is one of the step's early reasons, where it is not due yet. */
  escalate: Stated & { readonly level: number; readonly reason?: string; readonly text?: string };
  ask: Stated & { readonly text?: string };
  notSatisfied: Stated & { readonly text?: string };
  acknowledge: Standing;
  respond: Stated & Standing & { readonly text?: string };
  proposeResolution: Stated & Standing & { readonly text?: string };
  update: Standing & { readonly text?: string };
  /** The customer agrees that response `response` came when its author says. */
  confirmResponse: { readonly response: number };
  satisfied: { readonly text?: string };
  undoSatisfied: { readonly text?: string };
  requestPause: { readonly reason: string; readonly text?: string };
  consentToPause: unknown;
  refusePause: { readonly text?: string };
  resume: unknown;
  contestPause: { readonly pause: number; readonly text?: string };
  decidePauseDispute: { readonly pause: number; readonly upheld: boolean; readonly text?: string };
  /** The contractor doubts the instant stated with ask `ask`. */
  contestStatedInstant: { readonly ask: number; readonly text?: string };
  decideStatedInstant: { readonly ask: number; readonly upheld: boolean; readonly text?: string };
  decline: { readonly level: number; readonly reason: string };
  handOver: { readonly to: string; readonly text?: string };
  changeTrack: { readonly track: string; readonly text?: string };
  proposeTrack: { readonly track: string; readonly text?: string };
  chooseAutomatic: { readonly automatic: boolean };
  addNote: { readonly text: string; readonly audience?: Party | 'all' };
  /** `text` is what the file is called, and `fileDigest` the salted digest of its bytes, where Ladder keeps them. */
  attach: {
    readonly file: string;
    readonly audience?: Party | 'all';
    readonly fileDigest?: string;
    readonly text?: string;
  };
  /** A call somebody made by themselves: evidence, never an ask or a response. */
  recordCall: Stated & Call & { readonly level: number; readonly text?: string };
  /** A colleague who sees the case, is told of everything and acts on nothing but notes. */
  addWatcher: { readonly person: string };
  removeWatcher: { readonly person: string };
  /** A colleague who acts for the customer as the reporter does, until taken back, or until `endsAt`. */
  nameStandIn: { readonly person: string; readonly endsAt?: Instant };
  endStandIn: unknown;
  withdraw: { readonly text?: string };
  close: { readonly reason: CloseReason; readonly text?: string };
  reopen: { readonly text?: string };
  proposeRevision: { readonly revision: Revision };
  moveToRevision: { readonly revision: Revision; readonly text?: string };
  /** Time has come: everything due at or before `occurredAt` falls due. */
  deadlineDue: unknown;
  deliveryResult: {
    readonly delivery: string;
    readonly contact: string;
    readonly level?: number;
    readonly means: Means;
    readonly result: 'handedOver' | 'delivered' | 'failed';
    readonly why?: DeliveryWhy;
  };
  /** Somebody cannot be told by this any more, whatever is sent, or can be again. */
  noteMeans: { readonly contact: string; readonly means: Means; readonly lost: boolean };
  /** Nobody of a level has acknowledged or answered for as long as it is reached: it is told no more of this ask. */
  endReaching: { readonly level: number };
}

/** Why something did not get through this time, though the next may; of a mail only that its server has not taken it. */
export const DELIVERY_WHYS = ['busy', 'noAnswer', 'voicemail', 'notCarried'] as const;
export type DeliveryWhy = (typeof DELIVERY_WHYS)[number];

/** The reasons for which oversight may close a case. */
export const CLOSE_REASONS = ['openedInError', 'duplicate', 'silent'] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

export type CommandType = keyof Payloads;

/** One thing asked of a case, of one kind. */
export type CommandOf<T extends CommandType> = CommandBase & { readonly type: T } & Payloads[T];

/** Everything that can be asked of a case. */
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];

/** Every kind of command with who may give it, in the order the documents list them. */
export const COMMAND_TYPES = [
  'open',
  'escalate',
  'ask',
  'notSatisfied',
  'acknowledge',
  'respond',
  'proposeResolution',
  'update',
  'confirmResponse',
  'satisfied',
  'undoSatisfied',
  'requestPause',
  'consentToPause',
  'refusePause',
  'resume',
  'contestPause',
  'decidePauseDispute',
  'contestStatedInstant',
  'decideStatedInstant',
  'decline',
  'handOver',
  'changeTrack',
  'proposeTrack',
  'chooseAutomatic',
  'addNote',
  'attach',
  'recordCall',
  'addWatcher',
  'removeWatcher',
  'nameStandIn',
  'endStandIn',
  'withdraw',
  'close',
  'reopen',
  'proposeRevision',
  'moveToRevision',
  'deadlineDue',
  'deliveryResult',
  'noteMeans',
  'endReaching',
] as const satisfies readonly CommandType[];
