import type { Instant } from '../../core/instant.ts';
import type { RecordBreaks } from '../../core/message/record.ts';
import type { Checkpoint } from './record.ts';
import type { CaseKey } from './store.ts';

/** What a verification came to; `broken` is the first thing that does not hold. */
export interface RecordProof {
  readonly cases: number;
  readonly events: number;
  readonly texts: number;
  readonly erased: number;
  readonly checkpoints: number;
  readonly lastCheckpoint: Checkpoint | undefined;
  readonly broken:
    | {
        [C in keyof RecordBreaks]: { readonly code: C; readonly values: RecordBreaks[C] };
      }[keyof RecordBreaks]
    | undefined;
}

/** A verification of the whole record on its way, or the last one that ended. */
export interface RecordRun {
  readonly begunAt: Instant;
  readonly done: number;
  readonly total: number;
  /** Undefined while it goes on. */
  readonly proof: RecordProof | undefined;
  /** Whether the world failed before it came to an end. */
  readonly hasFailed: boolean;
}

/** The record, looked at by who is to trust it. */
export interface RecordLook {
  latestCheckpoint(): Promise<Checkpoint | undefined>;
  verifyCase(key: CaseKey): Promise<RecordProof>;
  /** Begins to walk the whole record, unless that goes on already. */
  begin(): Promise<void>;
  /** Of this node; undefined where none was begun since it started. */
  run(): RecordRun | undefined;
}
