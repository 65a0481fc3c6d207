import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';
import type pg from 'pg';
import { formatInstant, type Instant } from '../core/instant.ts';
import { copyOut } from '../store/backup/copy.ts';
import { carriedTables, copyOutText, migrationNumber, sequences } from '../store/backup/tables.ts';
import { inSnapshot } from '../store/backup/transactions.ts';
import { BACKUP_FORMAT, backupBytes, type TableRows } from './backup-file.ts';

interface BackingUp {
  readonly pool: pg.Pool;
  readonly file: string;
  readonly version: string;
  readonly secretFingerprint: string;
  readonly at: Instant;
}

/**
 * Writes everything the database holds, as it stood at one moment, into one compressed file, while Ladder runs.
 *
 * The secret is not in it. The file has its name only once it is whole and on the disk; where there is one of that
 * name already, nothing is written and undefined is answered.
 */
export async function backup({
  pool,
  file,
  version,
  secretFingerprint,
  at,
}: BackingUp): Promise<{ readonly rows: number; readonly bytes: number } | undefined> {
  const taken = await claimed(file);
  if (!taken) return undefined;
  const part = `${file}.part`;
  let rows = 0;
  try {
    await inSnapshot(pool, async (client) => {
      const tables = await carriedTables(client);
      const header = {
        format: BACKUP_FORMAT,
        version,
        migration: await migrationNumber(client),
        at: formatInstant(at),
        secretFingerprint,
        sequences: await sequences(client),
      } as const;
      async function* rowsOf(): AsyncGenerator<TableRows> {
        for (const table of tables) {
          yield { table: table.name, columns: table.columns, rows: copyOut(client, copyOutText(table)) };
        }
      }
      const bytes = backupBytes(header, rowsOf(), (count) => {
        rows = count;
      });
      await pipeline(
        Readable.from(bytes),
        createZstdCompress(),
        createWriteStream(part, { mode: 0o600, flush: true }),
      );
    });
    await rename(part, file);
    return { rows, bytes: await sizeOf(file) };
  } catch (error) {
    await rm(part, { force: true });
    await rm(file, { force: true });
    throw error;
  }
}

/** Makes the file, empty, so that two backups do not take the same name; false where it is there already. */
async function claimed(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function sizeOf(file: string): Promise<number> {
  const handle = await open(file);
  const { size } = await handle.stat().finally(() => handle.close());
  return size;
}
