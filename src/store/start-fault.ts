import type { StartFaults, StartNews } from '../core/message/start.ts';

/** The world is not such that Ladder could start; the sentence for it is in the catalogue under `start`. */
export class StartFault<C extends keyof StartFaults = keyof StartFaults> extends Error {
  readonly code: C;
  readonly values: StartFaults[C];

  constructor(code: C, values: StartFaults[C], cause?: unknown) {
    super(`${code} ${JSON.stringify(values)}`, cause === undefined ? undefined : { cause });
    this.name = 'StartFault';
    this.code = code;
    this.values = values;
  }
}

/** Told what happens while the database starts. */
export type Say = <C extends keyof StartNews>(code: C, values: StartNews[C]) => void;

/** What a system call or a database failed with, as ENOSPC or 28P01; empty where it said none. */
export function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return code;
  // A name with several addresses fails as one error for all of them.
  return error instanceof AggregateError ? codeOf(error.errors[0] ?? {}) : '';
}

/** The fault for a folder that the system would not let us use. */
export function folderFault(folder: string, error: unknown): StartFault {
  if (error instanceof StartFault) return error;
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StartFault('database-disk-full', { folder }, error);
  const reason = code || (error instanceof Error ? error.message : String(error));
  return new StartFault('database-folder-unusable', { folder, reason }, error);
}
