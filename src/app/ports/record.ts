import type { CaseState } from '../../core/case/state.ts';
import type { Instant } from '../../core/instant.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import type { StoredRevision } from './contracts.ts';
import type { KeptDraft } from './drafts.ts';
import type { KeptLiveRotas } from './rotas.ts';
import type { CaseKey } from './store.ts';

type Json = Readonly<Record<string, unknown>>;

/** What was signed about the whole record at one instant. Digests are hexadecimal. */
export interface Checkpoint {
  readonly number: number;
  readonly at: Instant;
  /** How many cases and events there were. */
  readonly cases: number;
  readonly events: number;
  /** How many cases had changed since the checkpoint before, and the digest over their heads. */
  readonly listed: number;
  readonly listDigest: string;
  /** The digest of the checkpoint before; of the first, zeros. */
  readonly previous: string;
  readonly digest: string;
  /** base64url. */
  readonly publicKey: string;
  readonly signature: string;
}

/** A case as a checkpoint found it: so many events, the last with this digest. */
export interface CaseHead {
  readonly key: CaseKey;
  readonly events: number;
  readonly head: string;
}

/** Where checkpoints are kept; inside one transaction. */
export interface CheckpointBook {
  /** Takes the making of checkpoints until the transaction ends; false where somebody else has it. */
  claim(): Promise<boolean>;
  latest(): Promise<Checkpoint | undefined>;
  /**
   * Lists the heads of all cases that have changed since the last checkpoint under the next one's number, and
   * answers how many cases are new and how many events have come. What is being written at this moment is left to
   * the checkpoint after.
   */
  list(number: number): Promise<{ readonly cases: number; readonly events: number }>;
  /** The heads listed under a number, by contract and case in the order of their code points. */
  heads(number: number): AsyncIterable<readonly CaseHead[]>;
  save(checkpoint: Checkpoint): Promise<void>;
}

/** A case's row, as against its events. */
export interface KeptCase {
  readonly key: CaseKey;
  readonly status: string;
  readonly events: number;
  readonly head: string;
  readonly nextDueAt: Instant | undefined;
  readonly state: Json;
  readonly deadlines: Json;
}

/** An event as it lies in the record. */
export interface KeptEvent {
  readonly key: CaseKey;
  readonly number: number;
  readonly type: string;
  readonly at: Instant;
  readonly body: Json;
  readonly digest: string;
  /** Undefined where nothing was typed; `digest` is computed from the text that lies there, undefined once erased. */
  readonly text: { readonly digest: string | undefined; readonly erasedAt: Instant | undefined } | undefined;
  /** The same of an attached file. */
  readonly file: { readonly digest: string | undefined; readonly erasedAt: Instant | undefined } | undefined;
}

/** A head with the checkpoint that lists it. */
export type ListedHead = CaseHead & { readonly checkpoint: number };

/** A stretch of cases in the order of their names: first what is kept about them, then all their events. */
export type RecordPart =
  | { readonly cases: readonly KeptCase[]; readonly heads: readonly ListedHead[] }
  | { readonly events: readonly KeptEvent[] };

/** The whole record as it stood at one moment. */
export interface RecordSnapshot {
  /** How many events there are, to say how far a walk has come. */
  countEvents(): Promise<number>;
  checkpoints(): AsyncIterable<readonly Checkpoint[]>;
  heads(checkpoint: number): AsyncIterable<readonly CaseHead[]>;
  parts(): AsyncIterable<RecordPart>;
  revision(contract: string, number: number): Promise<Revision | undefined>;
  /** Every revision, by contract and number, with all that its digest was made over. */
  revisions(): AsyncIterable<StoredRevision>;
  /** Every plan on its way, by contract and number, each with its record. */
  drafts(): AsyncIterable<KeptDraft>;
  /** Changes to the rotas of every contract that has any. */
  rotas(): AsyncIterable<KeptLiveRotas>;
  /** A state as it is kept. */
  keptState(state: Exclude<CaseState, { status: 'none' }>): Json;
}
