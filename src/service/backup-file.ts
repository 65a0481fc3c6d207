import { createHash } from 'node:crypto';
import * as z from 'zod';

export const BACKUP_FORMAT = 'ladder-backup-1';

const HEADER = z.object({
  format: z.literal(BACKUP_FORMAT),
  version: z.string(),
  migration: z.int(),
  at: z.string(),
  secretFingerprint: z.string(),
  sequences: z.record(z.string(), z.string().regex(/^\d+$/)),
});
export type BackupHeader = z.output<typeof HEADER>;

const PART = z.union([
  z.object({ table: z.string(), columns: z.array(z.string()) }),
  z.object({ bytes: z.int().min(0) }),
  z.object({ rows: z.int(), digest: z.string() }),
]);

/** Rows are gathered into pieces of about this size. */
const PIECE_BYTES = 262_144;
const LINE_BYTES_MAX = 1_048_576;

type BackupFault = 'backup-not-understood' | 'backup-cut-short' | 'backup-damaged';

/** The file is not one to restore from; the sentences are among those of the record. */
export class BackupProblem extends Error {
  readonly code: BackupFault;

  constructor(code: BackupFault) {
    super(code);
    this.code = code;
  }
}

/** One table's rows on their way into a backup. */
export interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<Buffer>;
}

/**
 * A backup's bytes: lines of JSON, and after each line that says how many, so many bytes of rows as PostgreSQL
 * copies them. The last line has the digest of everything before it.
 */
export async function* backupBytes(
  header: BackupHeader,
  tables: AsyncIterable<TableRows>,
  counted: (rows: number) => void,
): AsyncGenerator<Buffer> {
  const digest = createHash('sha256');
  let rows = 0;
  const said = (bytes: Buffer): Buffer => {
    digest.update(bytes);
    return bytes;
  };
  yield said(line(header));
  for await (const { table, columns, rows: source } of tables) {
    yield said(line({ table, columns }));
    for await (const { bytes, count } of pieces(source)) {
      rows += count;
      yield said(line({ bytes: bytes.length }));
      yield said(bytes);
    }
  }
  yield line({ rows, digest: digest.digest('hex') });
  counted(rows);
}

const line = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

async function* pieces(source: AsyncIterable<Buffer>): AsyncGenerator<{ bytes: Buffer; count: number }> {
  let gathered: Buffer[] = [];
  let size = 0;
  for await (const row of source) {
    gathered.push(row);
    size += row.length;
    if (size < PIECE_BYTES) continue;
    yield { bytes: Buffer.concat(gathered), count: gathered.length };
    gathered = [];
    size = 0;
  }
  if (gathered.length > 0) yield { bytes: Buffer.concat(gathered), count: gathered.length };
}

/** Reads a backup part by part; its digest is compared at its end, so believe nothing before. */
export class BackupReader {
  readonly #source: AsyncIterator<Buffer>;
  readonly #digest = createHash('sha256');
  #held: Buffer = Buffer.alloc(0);
  #next: z.output<typeof PART> | undefined;

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async header(): Promise<BackupHeader> {
    const read = HEADER.safeParse(await this.#json());
    if (!read.success) throw new BackupProblem('backup-not-understood');
    return read.data;
  }

  /** The next table; undefined after the last, once the digest has been found right. */
  async table(): Promise<TableRows | undefined> {
    const part = this.#next ?? (await this.#part());
    this.#next = undefined;
    if ('table' in part) return { ...part, rows: this.#rows() };
    if ('digest' in part) return undefined;
    throw new BackupProblem('backup-damaged');
  }

  async *#rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const part = await this.#part();
      if (!('bytes' in part)) {
        this.#next = part;
        return;
      }
      let left = part.bytes;
      while (left > 0) {
        if (this.#held.length === 0) await this.#more();
        const some = this.#held.subarray(0, left);
        this.#held = this.#held.subarray(some.length);
        this.#digest.update(some);
        left -= some.length;
        yield some;
      }
    }
  }

  async #part(): Promise<z.output<typeof PART>> {
    const before = this.#digest.copy().digest('hex');
    const read = PART.safeParse(await this.#json());
    if (!read.success) throw new BackupProblem('backup-damaged');
    if ('digest' in read.data && read.data.digest !== before) throw new BackupProblem('backup-damaged');
    return read.data;
  }

  async #json(): Promise<unknown> {
    let end = this.#held.indexOf(NEWLINE);
    while (end < 0) {
      if (this.#held.length > LINE_BYTES_MAX) throw new BackupProblem('backup-not-understood');
      await this.#more();
      end = this.#held.indexOf(NEWLINE);
    }
    const text = this.#held.subarray(0, end + 1);
    this.#held = this.#held.subarray(end + 1);
    this.#digest.update(text);
    try {
      return JSON.parse(text.toString());
    } catch {
      return undefined;
    }
  }

  async #more(): Promise<void> {
    const next = await this.#source.next().catch((error: NodeJS.ErrnoException) => {
      throw problemOf(error);
    });
    if (next.done) throw new BackupProblem('backup-cut-short');
    this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value]);
  }
}

const NEWLINE = 0x0a;

/** What decompressing failed with; a fault of the disk stays one. */
function problemOf(error: NodeJS.ErrnoException): unknown {
  const code = error.code ?? '';
  if (code === 'ZSTD_error_prefix_unknown') return new BackupProblem('backup-not-understood');
  if (code === 'Z_BUF_ERROR' || /unexpected end/i.test(error.message))
    return new BackupProblem('backup-cut-short');
  return code.startsWith('ZSTD_') || code.startsWith('Z_') ? new BackupProblem('backup-damaged') : error;
}
