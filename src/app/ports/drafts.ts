import type { Instant } from '../../core/instant.ts';
import type { PlainEvent } from '../../core/plain-event.ts';
import type { DraftEvent } from '../../core/publication/draft-event.ts';
import type { DraftState, DraftStatus } from '../../core/publication/draft-state.ts';
import type { Recorded } from './store.ts';

/** A plan on its way: a number of its own in its contract, from 1. It is not the number of a revision. */
export interface DraftKey {
  readonly contract: string;
  readonly draft: number;
}

/** An event of a draft as it lies in the record, with what was typed, where that was not erased. */
export interface KeptDraftEvent {
  readonly number: number;
  readonly type: string;
  readonly at: Instant;
  readonly body: PlainEvent;
  /** Hex. */
  readonly digest: string;
  /** Undefined where nothing was typed. */
  readonly text:
    | {
        readonly kept: { readonly salt: string; readonly text: string } | undefined;
        readonly erasedAt: Instant | undefined;
      }
    | undefined;
}

/** A draft in the list of a contract's. */
export interface ListedDraft extends DraftKey {
  readonly status: DraftStatus;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly changedAt: Instant;
  readonly changedBy: string;
  /** Under which its rules are kept, once both parties have agreed. */
  readonly revision: number | undefined;
  readonly effectiveAt: Instant | undefined;
}

/** A draft with its record. */
export interface KeptDraft extends DraftKey {
  readonly state: DraftState;
  readonly events: readonly KeptDraftEvent[];
  /** What its row says beside its events. */
  readonly row: { readonly status: string; readonly events: number; readonly head: string };
}

/** What one decision changes about a draft. */
export interface DraftChange {
  readonly key: DraftKey;
  readonly events: readonly Recorded<DraftEvent>[];
  readonly state: DraftState;
}

/** What is asked of drafts inside a transaction, under the lock of their contract. */
export interface DraftsTransaction {
  /** The number that the next draft of a contract has. */
  nextDraft(contract: string): Promise<number>;
  draft(key: DraftKey): Promise<KeptDraft | undefined>;
  recordDraft(change: DraftChange): Promise<void>;
  /** The draft whose rules are those of a revision; undefined of one that is older than drafts are. */
  draftOf(contract: string, revision: number): Promise<number | undefined>;
  /** Drafts whose instant has come. */
  draftsDue(at: Instant): Promise<readonly DraftKey[]>;
  /** When the next one comes; undefined where none waits. */
  nextEffect(): Promise<Instant | undefined>;
}

/** What is asked of drafts without changing anything. */
export interface DraftReading {
  /** The newest first, so many before a number at most. */
  drafts(
    contract: string,
    page: { readonly before: number; readonly max: number },
  ): Promise<readonly ListedDraft[]>;
  draft(key: DraftKey): Promise<KeptDraft | undefined>;
  /** The draft that a revision came from. */
  draftOf(contract: string, revision: number): Promise<number | undefined>;
  /** The same, where anybody let a finding stand in it. */
  overriddenDraft(contract: string, revision: number): Promise<number | undefined>;
}
