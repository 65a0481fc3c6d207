import type { LiveObligation } from '../../core/obligation/state.ts';
import type { ObligationKey } from './obligations.ts';

/** An obligation as it stands, read without a lock. */
export interface FoundObligation {
  readonly state: LiveObligation;
  /** How many events it has: its version. */
  readonly events: number;
}

/** What is asked about obligations without changing anything. */
export interface ObligationReading {
  /** Those of a contract by date, so many at most. */
  list(contract: string, max: number): Promise<readonly FoundObligation[]>;
  one(key: ObligationKey): Promise<FoundObligation | undefined>;
}
