import type { Instant } from '../../core/instant.ts';
import type { PlainEvent } from '../../core/plain-event.ts';
import type { LiveEvent } from '../../core/rota/live/live-event.ts';
import type { LiveRotas } from '../../core/rota/live/live-rotas.ts';
import type { Recorded } from './store.ts';

/** A change to a contract's rotas as it lies in the record. */
export interface KeptLiveEvent {
  readonly number: number;
  readonly type: string;
  readonly at: Instant;
  readonly body: PlainEvent;
  /** Hex. */
  readonly digest: string;
}

/** Everything that was changed about a contract's rotas, with its record. */
export interface KeptLiveRotas {
  readonly contract: string;
  readonly state: LiveRotas;
  readonly events: readonly KeptLiveEvent[];
  /** What its row says beside its events; undefined while nothing was changed. */
  readonly row: { readonly events: number; readonly head: string } | undefined;
}

/** What one decision changes about them. */
export interface LiveChange {
  readonly contract: string;
  readonly events: readonly Recorded<LiveEvent>[];
}

/** A time ahead at which a level has nobody on duty. */
export interface ToldGap {
  readonly level: number;
  readonly from: Instant;
  readonly until: Instant;
  /** Who is reached in it all the same: those named otherwise, or nobody. */
  readonly cover: 'otherwise' | 'nobody';
  /** It goes on to where nobody has looked yet. */
  readonly isOpen: boolean;
}

/** What is asked of rotas inside a transaction; a change stands under the lock of the contract. */
export interface RotasTransaction {
  liveRotas(contract: string): Promise<KeptLiveRotas>;
  recordLive(change: LiveChange): Promise<void>;
  /** The gaps that whoever answers for the contract was told of. */
  toldGaps(contract: string): Promise<readonly ToldGap[]>;
  /** Keeps these gaps, and no others, as told. */
  keepToldGaps(contract: string, gaps: readonly ToldGap[]): Promise<void>;
}
