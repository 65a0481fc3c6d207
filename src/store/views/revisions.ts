import { type Kysely, sql } from 'kysely';
import { TERMINAL } from '../../app/ports/contracts.ts';
import type { ListedRevision } from '../../app/ports/reading.ts';
import { asInstant } from '../../core/instant.ts';
import { instantOr, milliseconds } from './milliseconds.ts';

interface Row {
  readonly number: number;
  readonly state: ListedRevision['state'];
  readonly digest: string;
  readonly agreed_by: readonly string[];
  readonly by_word: boolean;
  readonly loaded: number;
  readonly published: number | null;
}

/** The revisions of a contract's plan, the newest first. */
export async function listRevisions(
  db: Kysely<unknown>,
  contract: string,
): Promise<readonly ListedRevision[]> {
  const { rows } = await sql<Row>`
    select number, state, encode(digest, 'hex') as digest, agreed_by, ${milliseconds('loaded_at')} as loaded,
      ${milliseconds('published_at')} as published,
      exists (select from draft join draft_event using (contract_id, draft)
        where draft.contract_id = revision.contract_id and draft.revision = revision.number
          and draft_event.type = 'DraftAgreed' and draft_event.body ->> 'by' = ${TERMINAL}) as by_word
    from revision where contract_id = ${contract} order by number desc limit 1000`.execute(db);
  return rows.map((row) => ({
    number: row.number,
    state: row.state,
    digest: row.digest,
    agreedBy: row.agreed_by,
    isAgreedByWord: row.by_word,
    loadedAt: asInstant(row.loaded),
    publishedAt: instantOr(row.published),
  }));
}

/** The plan as it was written, with names and numbers; undefined where it was erased. */
export async function findSource(
  db: Kysely<unknown>,
  contract: string,
  number: number,
): Promise<string | undefined> {
  const { rows } = await sql<{ source: string | null }>`
    select source from revision_source where contract_id = ${contract} and number = ${number}`.execute(db);
  return rows[0]?.source ?? undefined;
}
