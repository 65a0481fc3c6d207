import { resolve } from 'node:path';
import { catalogue } from '../core/message/catalogue.ts';
import type { Io } from './io.ts';
import type { RecordOperations } from './record-operations.ts';
import { refusedBy } from './refused.ts';
import { ladderVersion } from './version.ts';

/** `ladder backup FILE`: everything the database holds, in one file, while Ladder runs. */
export function backup(
  [file = '']: readonly string[],
  io: Io,
  operations: Pick<RecordOperations, 'backup'>,
): Promise<number> {
  return refusedBy(io, async () => {
    const made = await operations.backup(io, resolve(io.cwd, file), ladderVersion());
    io.stdout.write(`${catalogue('en').record.backedUp({ file, ...made })}\n`);
    return 0;
  });
}
