import type { Instant } from '../../core/instant.ts';
import type { ObligationEvent } from '../../core/obligation/event.ts';
import type { LiveObligation, ObligationState } from '../../core/obligation/state.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import type { ChainChange, LockedChain } from './chains.ts';
import type { CaseKey } from './store.ts';

/** An obligation's name; the contract leads everywhere. */
export interface ObligationKey {
  readonly contract: string;
  readonly obligationId: string;
}

/** Before the id of an obligation, where it stands in the record among cases: no case is called so. */
const MARK = 'obligation:';

/** An obligation's name in the record, in queues and beside letters, where cases have theirs. */
export const recordKeyOf = ({ contract, obligationId }: ObligationKey): CaseKey => ({
  contract,
  caseId: `${MARK}${obligationId}`,
});

/** The obligation that a name in the record means; undefined where it is a case. */
export const obligationIn = ({ contract, caseId }: CaseKey): ObligationKey | undefined =>
  caseId.startsWith(MARK) ? { contract, obligationId: caseId.slice(MARK.length) } : undefined;

/** An obligation as it stands; `none` where there is none of that name. */
export type LockedObligation = LockedChain<ObligationKey, ObligationState>;

/** Everything one decision changes about an obligation. */
export type ObligationChange = ChainChange<ObligationKey, ObligationState, LiveObligation, ObligationEvent>;

/** A published revision whose obligations nobody has undertaken yet. */
export interface NewlyPublished {
  readonly contract: string;
  readonly rules: Revision;
  /** The plan as written; undefined where it was erased. */
  readonly source: string | undefined;
  readonly publishedAt: Instant;
  /** Whether it took the place of another. */
  readonly isChange: boolean;
}

/** What a transaction does for obligations. */
export interface ObligationsTransaction {
  /** Locks obligations in the order of their names. */
  lockObligations(keys: readonly ObligationKey[]): Promise<readonly LockedObligation[]>;
  recordObligations(changes: readonly ObligationChange[]): Promise<void>;
  /** The names of all obligations of a contract; their number is bounded by its plans. */
  obligationIds(contract: string): Promise<readonly string[]>;
  /** One contract whose published revision is new here, locked, but none of `except`; undefined where there is none. */
  newlyPublished(except: readonly string[]): Promise<NewlyPublished | undefined>;
  /** That a revision's obligations are there from now on. */
  saveUndertaken(contract: string, revision: number, at: Instant): Promise<void>;
}
