import type { Instant } from '../../core/instant.ts';
import type { ErasedCounts } from '../../core/message/record.ts';
import type { CaseKey } from './store.ts';

/** What is to be erased: of cases closed before an instant, of one closed case, or of one person. */
export type ErasureScope =
  | { readonly scope: 'before'; readonly before: Instant }
  | { readonly scope: 'case'; readonly key: CaseKey }
  | { readonly scope: 'person'; readonly contract: string; readonly personId: string };

/** Where somebody is still needed; empty lists where nowhere. */
export interface StillNeeded {
  readonly seats: readonly string[];
  /** Whose account manager. */
  readonly customers: readonly string[];
  /** Running cases whose customer's person it is. */
  readonly cases: readonly string[];
}

/** What was erased, or would be. */
export interface Erased {
  readonly counts: ErasedCounts;
  readonly cases: number;
}

/** What can be cleared without breaking the record. Each call is its own transaction, or several for a large scope. */
export interface Retention {
  /** Undefined where there is no such case. */
  caseStatus(key: CaseKey): Promise<'open' | 'closed' | undefined>;
  /** Undefined where there is no such person. */
  needed(contract: string, personId: string): Promise<StillNeeded | undefined>;
  count(scope: ErasureScope, withSources: boolean): Promise<Erased>;
  /** Clears, and writes down what was cleared and when. */
  erase(scope: ErasureScope, withSources: boolean, at: Instant): Promise<Erased>;
}
