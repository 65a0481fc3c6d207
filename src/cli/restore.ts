import { resolve } from 'node:path';
import { catalogue } from '../core/message/catalogue.ts';
import type { Io } from './io.ts';
import type { RecordOperations } from './record-operations.ts';
import { refusedBy } from './refused.ts';
import { refuseUnread } from './terminal.ts';
import { progressBar, sayVerification } from './verify.ts';

/** `ladder restore FILE`: a backup back into an empty place, and then a walk over what is there. */
export function restore(
  [file = '']: readonly string[],
  io: Io,
  operations: Pick<RecordOperations, 'restore'>,
): Promise<number> {
  return refusedBy(io, async () => {
    await refuseUnread(file, io.cwd);
    const bar = progressBar(io);
    const { rows, verification } = await operations
      .restore(io, resolve(io.cwd, file), bar.show)
      .finally(bar.clear);
    io.stdout.write(`${catalogue('en').record.restored({ file, rows })}\n`);
    return sayVerification(verification, false, io);
  });
}
