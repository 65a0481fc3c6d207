import { resolve } from 'node:path';
import { catalogue } from '../core/message/catalogue.ts';
import { CliRefusal } from './cli-refusal.ts';
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
    const made = await operations.backup(io, resolve(io.cwd, file), ladderVersion()).catch((error) => {
      throw unwritten(error, file);
    });
    io.stdout.write(`${catalogue('en').record.backedUp({ file, ...made })}\n`);
    return 0;
  });
}

const OF_FILES = new Set(['open', 'write', 'fsync', 'close', 'rename', 'stat']);

/** What the disk or its folder said to the file, as a refusal; another error as it was. */
function unwritten(error: NodeJS.ErrnoException, file: string): unknown {
  const { syscall = '', code = '' } = error;
  return OF_FILES.has(syscall) ? new CliRefusal('file-not-written', { file, reason: code }, error) : error;
}
