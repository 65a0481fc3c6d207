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

/** What is asked of rotas inside a transaction; a change stands under the lock of the contract. */
export interface RotasTransaction {
  liveRotas(contract: string): Promise<KeptLiveRotas>;
  recordLive(change: LiveChange): Promise<void>;
}
