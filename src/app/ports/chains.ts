import type { Instant } from '../../core/instant.ts';
import type { Recorded } from './store.ts';

/**
 * What has a chain and deadlines of its own in the record of a contract, beside its cases: an obligation, an attestation.
 * Here as it stands, locked until the transaction ends.
 */
export interface LockedChain<Key, State> {
  readonly key: Key;
  readonly state: State;
  /** How many events it has. */
  readonly events: number;
  /** Digest of the last event, hex; of one without events, what its chain starts from. */
  readonly head: string;
  readonly nextDueAt: Instant | undefined;
  readonly deadlineJob: string | undefined;
}

/** Everything one decision changes about it. */
export interface ChainChange<Key, State, Live extends State, Event> {
  readonly before: LockedChain<Key, State>;
  readonly events: readonly Recorded<Event>[];
  readonly state: Live;
  readonly deadlines: Readonly<Record<string, Instant>>;
  readonly nextDueAt: Instant | undefined;
  readonly renewJob: boolean;
  /** Whether somebody is to be told. */
  readonly tells: boolean;
}
