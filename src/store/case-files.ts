import { type Kysely, sql } from 'kysely';
import type { KeptFile, ListedFile, NewFile } from '../app/ports/files.ts';
import type { CaseKey } from '../app/ports/store.ts';
import { asInstant } from '../core/instant.ts';
import type { Party } from '../core/plan/format/schema-values.ts';
import { instantOr, milliseconds } from './views/milliseconds.ts';

/** Keeps a file that an event of its case has attached; any other is not kept. */
export async function keepFile(db: Kysely<unknown>, file: NewFile): Promise<void> {
  const { contract, caseId, fileId, kind, name, salt, bytes } = file;
  await sql`
    insert into case_file (contract_id, case_id, file_id, kind, size, name, salt, bytes)
    select ${contract}, ${caseId}, ${fileId}, ${kind}, ${bytes.length}, ${name}, decode(${salt}, 'hex'),
      ${Buffer.from(bytes)}
    where exists (select from event where contract_id = ${contract} and case_id = ${caseId}
      and type = 'FileAttached' and body ->> 'file' = ${fileId})`.execute(db);
}

interface FileRow {
  readonly file_id: string;
  readonly event: number;
  readonly at: number;
  readonly by: string;
  readonly actor: Party;
  readonly audience: Party | 'all';
  readonly kind: string;
  readonly size: number;
  readonly name: string | null;
  readonly erased: number | null;
}

const FILE = sql`file_id, event.number as event, ${milliseconds('event.at')} as at, body ->> 'by' as by,
  body ->> 'actor' as actor, body ->> 'audience' as audience, kind, size, name,
  ${milliseconds('case_file.erased_at')} as erased`;

/** The event that attached a file, among those of its case. */
const ATTACHED = sql`case_file join event on event.contract_id = case_file.contract_id
  and event.case_id = case_file.case_id and event.type = 'FileAttached'
  and event.body ->> 'file' = case_file.file_id::text`;

/** The files of a case, the first attached first. */
export async function listFiles(
  db: Kysely<unknown>,
  { contract, caseId }: CaseKey,
): Promise<readonly ListedFile[]> {
  const { rows } = await sql<FileRow>`
    select ${FILE} from ${ATTACHED} where case_file.contract_id = ${contract} and case_file.case_id = ${caseId}
    order by event.number`.execute(db);
  return rows.map(listedFrom);
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One file with its bytes; undefined where the case has none such. */
export async function findFile(
  db: Kysely<unknown>,
  { contract, caseId }: CaseKey,
  fileId: string,
): Promise<KeptFile | undefined> {
  if (!UUID.test(fileId)) return undefined;
  const { rows } = await sql<FileRow & { readonly bytes: Buffer | null }>`
    select ${FILE}, bytes from ${ATTACHED} where case_file.contract_id = ${contract}
      and case_file.case_id = ${caseId} and file_id = ${fileId}`.execute(db);
  const [row] = rows;
  return row && { ...listedFrom(row), bytes: row.bytes ?? undefined };
}

const listedFrom = (row: FileRow): ListedFile => ({
  fileId: row.file_id,
  event: row.event,
  at: asInstant(row.at),
  by: row.by,
  actor: row.actor,
  audience: row.audience,
  kind: row.kind,
  size: row.size,
  name: row.name ?? undefined,
  erasedAt: instantOr(row.erased),
});
