import type { Instant } from '../../core/instant.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import type { CaseKey } from './store.ts';

/** A file on its way to be kept: its bytes, and what its event's digest was made with. */
export interface NewFile extends CaseKey {
  readonly fileId: string;
  readonly kind: string;
  readonly name: string;
  /** Hex. */
  readonly salt: string;
  readonly bytes: Uint8Array;
}

/** A file of a case, with what its event says of it. */
export interface ListedFile {
  readonly fileId: string;
  /** The number of the event that attached it. */
  readonly event: number;
  readonly at: Instant;
  readonly by: string;
  readonly actor: Party;
  readonly audience: Party | 'all';
  readonly kind: string;
  readonly size: number;
  /** Undefined where it was erased. */
  readonly name: string | undefined;
  readonly erasedAt: Instant | undefined;
}

/** A file with what is in it. */
export interface KeptFile extends ListedFile {
  /** Undefined where they were erased. */
  readonly bytes: Uint8Array | undefined;
}
