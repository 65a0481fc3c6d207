import type { Io } from './io.ts';
import type { Operations } from './operations.ts';

/** `ladder settings`: the reference of the settings, as `docs/reference/settings.md` has it. */
export async function settings(io: Io, operations: Operations): Promise<number> {
  io.stdout.write(operations.settings());
  return 0;
}
