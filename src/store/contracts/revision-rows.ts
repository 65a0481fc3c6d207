import { type Kysely, sql } from 'kysely';
import {
  type NewRevision,
  type PersonalValue,
  SOURCE,
  type StoredRevision,
} from '../../app/ports/contracts.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import { instantOf } from './row-values.ts';

interface RevisionRow {
  readonly number: number;
  readonly state: StoredRevision['state'];
  readonly digest: string;
  readonly rules: Revision;
  readonly agreed_by: readonly string[];
  readonly loaded_at: Date;
  readonly loaded_by: string | null;
  readonly published_at: Date | null;
}

interface PersonalRow {
  readonly path: string;
  readonly digest: string;
  readonly salt: string | null;
  readonly value: string | null;
  readonly erased_at: Date | null;
}

export async function newestRevision(
  db: Kysely<unknown>,
  contract: string,
): Promise<StoredRevision | undefined> {
  const { rows } = await sql<{ number: number }>`
    select number from revision where contract_id = ${contract} order by number desc limit 1`.execute(db);
  return rows[0] && revision(db, contract, rows[0].number);
}

export async function publishedRevision(
  db: Kysely<unknown>,
  contract: string,
): Promise<StoredRevision | undefined> {
  const { rows } = await sql<{ number: number }>`
    select number from revision where contract_id = ${contract} and state = 'published'
    order by number desc limit 1`.execute(db);
  return rows[0] && revision(db, contract, rows[0].number);
}

export async function revision(
  db: Kysely<unknown>,
  contract: string,
  number: number,
): Promise<StoredRevision | undefined> {
  const { rows } = await sql<RevisionRow>`
    select number, state, encode(digest, 'hex') as digest, rules, agreed_by, loaded_at, loaded_by, published_at
    from revision where contract_id = ${contract} and number = ${number}`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  return {
    contract,
    number,
    state: row.state,
    digest: row.digest,
    rules: row.rules,
    personal: await personalOf(db, contract, number),
    agreedBy: row.agreed_by,
    loadedAt: instantOf(row.loaded_at)!,
    loadedBy: row.loaded_by ?? undefined,
    publishedAt: instantOf(row.published_at),
  };
}

/** The plan as written has its text in a table of its own. */
async function personalOf(
  db: Kysely<unknown>,
  contract: string,
  number: number,
): Promise<readonly PersonalValue[]> {
  const { rows } = await sql<PersonalRow>`
    select path, encode(personal.digest, 'hex') as digest, encode(salt, 'hex') as salt,
      case when path = ${SOURCE} then source else value end as value,
      coalesce(personal.erased_at, case when path = ${SOURCE} then written.erased_at end) as erased_at
    from revision_personal personal left join revision_source written using (contract_id, number)
    where contract_id = ${contract} and number = ${number} order by path`.execute(db);
  return rows.map(({ path, digest, salt, value, erased_at }) => ({
    path,
    digest,
    kept: salt === null || value === null ? undefined : { salt, value },
    erasedAt: instantOf(erased_at),
  }));
}

/** Keeps a revision as a draft: its rules, its source apart, and of each personal value digest, salt and value. */
export async function addRevision(db: Kysely<unknown>, added: NewRevision): Promise<void> {
  const { contract, number, digest, rules, personal, loadedAt, loadedBy = null } = added;
  await sql`
    insert into revision (contract_id, number, state, digest, rules, loaded_at, loaded_by)
    values (${contract}, ${number}, 'draft', decode(${digest}, 'hex'), ${JSON.stringify(rules)}::jsonb,
      ${formatInstant(loadedAt)}, ${loadedBy})`.execute(db);
  const source = personal.find(({ path }) => path === SOURCE)?.kept?.value ?? null;
  await sql`
    insert into revision_source (contract_id, number, source)
    values (${contract}, ${number}, ${source})`.execute(db);
  const rows = personal.map(({ path, digest: of, kept }) => ({
    path,
    digest: of,
    salt: kept?.salt,
    value: path === SOURCE ? undefined : kept?.value,
  }));
  await sql`
    insert into revision_personal (contract_id, number, path, digest, salt, value)
    select ${contract}, ${number}, path, decode(digest, 'hex'), decode(salt, 'hex'), value
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as row (path text, digest text, salt text, value text)`.execute(db);
}

export async function markRevision(
  db: Kysely<unknown>,
  { contract, number, state, agreedBy }: Pick<StoredRevision, 'contract' | 'number' | 'state' | 'agreedBy'>,
): Promise<void> {
  await sql`
    update revision set state = ${state}, agreed_by = ${[...agreedBy]}
    where contract_id = ${contract} and number = ${number}`.execute(db);
}

export async function publish(
  db: Kysely<unknown>,
  { contract, number, agreedBy }: Pick<StoredRevision, 'contract' | 'number' | 'agreedBy'>,
  publishedAt: Instant,
): Promise<void> {
  await sql`
    update revision set state = 'superseded'
    where contract_id = ${contract} and state = 'published' and number <> ${number}`.execute(db);
  await sql`
    update revision set state = 'published', agreed_by = ${[...agreedBy]}, published_at = ${formatInstant(publishedAt)}
    where contract_id = ${contract} and number = ${number}`.execute(db);
}
