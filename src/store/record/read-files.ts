import { type Kysely, sql } from 'kysely';
import type { KeptEvent } from '../../app/ports/record.ts';
import type { Instant } from '../../core/instant.ts';

interface FileRow {
  readonly contract_id: string;
  readonly case_id: string;
  readonly file_id: string;
  readonly digest: string | null;
  readonly erased_at: Instant | null;
}

/**
 * Events with what lies of the files they attached. Few events have any, so they are asked for apart; digests are
 * computed where the bytes lie.
 */
export async function withFiles(
  db: Kysely<unknown>,
  events: readonly Omit<KeptEvent, 'file'>[],
): Promise<readonly KeptEvent[]> {
  const attaching = events.filter(({ type }) => type === 'FileAttached');
  const found = attaching.length === 0 ? [] : await filesOf(db, attaching);
  const files = new Map(found.map((row) => [nameOf(row.contract_id, row.case_id, row.file_id), row]));
  return events.map((event) => {
    const row = event.type === 'FileAttached' ? files.get(nameOfFile(event)) : undefined;
    const file = row && { digest: row.digest ?? undefined, erasedAt: row.erased_at ?? undefined };
    return { ...event, file };
  });
}

const nameOf = (...parts: readonly string[]): string => JSON.stringify(parts);
const nameOfFile = ({ key, body }: Pick<KeptEvent, 'key' | 'body'>): string =>
  nameOf(key.contract, key.caseId, String(body.file));

async function filesOf(
  db: Kysely<unknown>,
  events: readonly Pick<KeptEvent, 'key' | 'body'>[],
): Promise<readonly FileRow[]> {
  const column = (value: (event: Pick<KeptEvent, 'key' | 'body'>) => string) => events.map(value);
  const { rows } = await sql<FileRow>`
    select contract_id, case_id, file_id::text as file_id, (extract(epoch from erased_at) * 1000)::int8 as erased_at,
      encode(sha256(convert_to(encode(salt, 'hex') || chr(10), 'UTF8') || bytes), 'hex') as digest
    from case_file where (contract_id, case_id, file_id::text) in (select * from unnest(
      ${column(({ key }) => key.contract)}::text[], ${column(({ key }) => key.caseId)}::text[],
      ${column(({ body }) => String(body.file))}::text[]))`.execute(db);
  return rows;
}
