import { createReadStream } from 'node:fs';
import { createZstdDecompress } from 'node:zlib';
import { databaseClock } from '../clock/database.ts';
import type { RecordRefusals } from '../core/message/record.ts';
import { copyIn } from '../store/backup/copy.ts';
import {
  carriedTables,
  copyInText,
  migrationNumber,
  setSequences,
  usedTables,
} from '../store/backup/tables.ts';
import { inTransaction } from '../store/backup/transactions.ts';
import type { Connection } from '../store/connect.ts';
import { migrate } from '../store/migrate.ts';
import { openStore } from '../store/open-store.ts';
import { type BackupHeader, BackupProblem, BackupReader } from './backup-file.ts';

type RestoreRefusals = Pick<
  RecordRefusals,
  Extract<keyof RecordRefusals, `backup-${string}` | `restore-${string}`>
>;
export type RestoreRefusal = {
  [C in keyof RestoreRefusals]: { readonly code: C; readonly values: RestoreRefusals[C] };
}[keyof RestoreRefusals];

interface Restoring {
  readonly connection: Connection<unknown>;
  readonly file: string;
  /** Of the secret that will be used with the data. */
  readonly secretFingerprint: string;
}

/**
 * Brings a backup back into an empty database: all of it, or on any doubt nothing.
 *
 * Waiting jobs come back as they were, under the names by which cases know them, and start at the instants they had:
 * what fell due meanwhile is acted on at once. Rebuilding them from the cases would lose the notices that nobody had
 * composed yet, and the next attempts of mails.
 */
export async function restore({
  connection,
  file,
  secretFingerprint,
}: Restoring): Promise<{ readonly rows: number } | { readonly refusal: RestoreRefusal }> {
  const { pool } = connection;
  await migrate(pool);
  // The queues have tables of their own, which their library makes.
  await openStore({ connection, clock: databaseClock }).then((store) => store.close());
  return reading(file, (reader) =>
    inTransaction(pool, async (client) => {
      const header = await reader.header();
      const refusal =
        unfit(header, { file, secretFingerprint, known: await migrationNumber(client) }) ??
        (await inUse(await usedTables(client)));
      if (refusal) throw new Refusal(refusal);
      const rows = await fill(client, reader);
      await setSequences(client, header.sequences);
      return { rows };
    }),
  );
}

/**
 * What keeps a file from being restored with a secret, as far as its first line says; undefined where nothing does.
 * It is asked before a database is made for it. No secret at all is another one.
 */
export async function refusalOf(
  file: string,
  secretFingerprint: string | undefined,
): Promise<RestoreRefusal | undefined> {
  const read = await reading(file, (reader) => reader.header());
  if ('refusal' in read) return read.refusal;
  return read.secretFingerprint === secretFingerprint
    ? undefined
    : { code: 'backup-other-secret', values: { file } };
}

/** Reads a backup as far as it is wanted. */
async function reading<T>(
  file: string,
  work: (reader: BackupReader) => Promise<T>,
): Promise<T | { readonly refusal: RestoreRefusal }> {
  const unpacked = createZstdDecompress();
  // Whoever reads is told too; without a listener the process would end.
  unpacked.on('error', () => undefined);
  const source = createReadStream(file).on('error', (error) => unpacked.destroy(error));
  source.pipe(unpacked);
  try {
    return await work(new BackupReader(unpacked));
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.refusal };
    if (error instanceof BackupProblem) return { refusal: { code: error.code, values: { file } } };
    throw error;
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

/** Leaves the transaction with nothing done. */
class Refusal extends Error {
  readonly refusal: RestoreRefusal;

  constructor(refusal: RestoreRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

interface Here {
  readonly file: string;
  readonly secretFingerprint: string;
  readonly known: number;
}

function unfit(
  { version, migration, secretFingerprint }: BackupHeader,
  here: Here,
): RestoreRefusal | undefined {
  if (migration !== here.known) {
    return { code: 'backup-other-migration', values: { version, found: migration, known: here.known } };
  }
  if (secretFingerprint === here.secretFingerprint) return undefined;
  return { code: 'backup-other-secret', values: { file: here.file } };
}

const inUse = (tables: readonly string[]): RestoreRefusal | undefined =>
  tables.length === 0 ? undefined : { code: 'restore-database-used', values: { tables } };

/** Only tables and columns that this Ladder knows are named in a statement, whatever the file says. */
async function fill(client: Parameters<typeof copyIn>[0], reader: BackupReader): Promise<number> {
  const known = new Map((await carriedTables(client)).map((table) => [table.name, table]));
  for (;;) {
    const next = await reader.table();
    if (!next) break;
    const { table: name, columns, rows } = next;
    const table = known.get(name);
    if (!table || columns.some((column) => !table.columns.includes(column))) {
      throw new BackupProblem('backup-damaged');
    }
    await copyIn(client, copyInText({ name, columns }), rows);
  }
  const { rows } = await client.query<{ count: number }>(
    `select ${[...known.keys()].map((name) => `(select count(*) from ${name})`).join(' + ')} as count`,
  );
  return rows[0]!.count;
}
