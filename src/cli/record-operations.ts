import type { Checkpoint } from '../app/ports/record.ts';
import type { Erased, ErasureScope } from '../app/ports/retention.ts';
import type { Verification } from '../app/verify.ts';
import type { Io } from './io.ts';

/** What the terminal may ask about an installation's record. What stands against it is thrown as a `Refused`. */
export interface RecordOperations {
  readonly verify: (
    io: Io,
    against: readonly Checkpoint[],
    progress: (done: number, total: number) => void,
  ) => Promise<Verification>;
  readonly erase: (io: Io, asked: EraseAsked) => Promise<Erased>;
  readonly backup: (
    io: Io,
    file: string,
    version: string,
  ) => Promise<{ readonly rows: number; readonly bytes: number }>;
  /** Into a place without an installation; the walk over what was restored. */
  readonly restore: (
    io: Io,
    file: string,
    progress: (done: number, total: number) => void,
  ) => Promise<{ readonly rows: number; readonly verification: Verification }>;
}

interface EraseAsked {
  readonly scope: ErasureScope;
  readonly withSources: boolean;
  readonly dryRun: boolean;
}
