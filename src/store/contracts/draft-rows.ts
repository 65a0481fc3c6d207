import { type Kysely, sql } from 'kysely';
import type {
  DraftChange,
  DraftKey,
  DraftReading,
  KeptDraft,
  KeptDraftEvent,
  ListedDraft,
} from '../../app/ports/drafts.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { wholeEvent } from '../../core/plain-event.ts';
import type { DraftEvent } from '../../core/publication/draft-event.ts';
import type { DraftLife, DraftStatus } from '../../core/publication/draft-state.ts';
import { evolveDraft } from '../../core/publication/evolve-draft.ts';
import { instantOf } from './row-values.ts';

export async function nextDraft(db: Kysely<unknown>, contract: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(draft), 0) + 1 as next from draft where contract_id = ${contract}`.execute(db);
  return rows[0]?.next ?? 1;
}

interface Row {
  readonly status: string;
  readonly events: number;
  readonly head: string;
}

interface EventRow {
  readonly number: number;
  readonly type: string;
  readonly at: Date;
  readonly body: Readonly<Record<string, unknown>>;
  readonly digest: string;
  readonly has_text: boolean;
  readonly salt: string | null;
  readonly text: string | null;
  readonly erased_at: Date | null;
}

/** A draft with all its events, whose number is bounded. */
export async function draft(db: Kysely<unknown>, key: DraftKey): Promise<KeptDraft | undefined> {
  const { contract, draft: of } = key;
  const { rows } = await sql<Row>`
    select status, events, encode(head, 'hex') as head from draft
    where contract_id = ${contract} and draft = ${of}`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { rows: found } = await sql<EventRow>`
    select number, type, at, body, encode(digest, 'hex') as digest, said.number is not null as has_text,
      encode(said.salt, 'hex') as salt, said.text, said.erased_at
    from draft_event left join draft_text said using (contract_id, draft, number)
    where contract_id = ${contract} and draft = ${of} order by number`.execute(db);
  const events = found.map(keptEvent);
  const state = events.map(eventOf).reduce<DraftLife>(evolveDraft, undefined);
  return state && { contract, draft: of, row, events, state };
}

const keptEvent = ({
  number,
  type,
  at,
  body,
  digest,
  has_text,
  salt,
  text,
  erased_at,
}: EventRow): KeptDraftEvent => ({
  ...{ number, type, body, digest },
  at: instantOf(at)!,
  text: has_text
    ? { kept: salt === null || text === null ? undefined : { salt, text }, erasedAt: instantOf(erased_at) }
    : undefined,
});

/** The event as it was decided; of what was typed only what is still there. */
const eventOf = ({ body: { textDigest: _digest, ...body }, text }: KeptDraftEvent): DraftEvent =>
  ({ ...wholeEvent(body), ...(text && { text: text.kept?.text }) }) as unknown as DraftEvent;

/** Writes what a decision brought; of a new draft its row. */
export async function recordDraft(db: Kysely<unknown>, { key, events, state }: DraftChange): Promise<void> {
  const last = events.at(-1);
  if (!last) return;
  const { contract, draft: of } = key;
  const { status, made, fixed, effectiveAt } = state;
  const changed = last.event;
  await sql`
    insert into draft (contract_id, draft, status, made_at, made_by, changed_at, changed_by, revision, effective_at,
      events, head)
    values (${contract}, ${of}, ${status}, ${formatInstant(made.at)}, ${made.by}, ${formatInstant(changed.at)},
      ${changed.by}, ${fixed?.revision ?? null}, ${effectiveAt === undefined ? null : formatInstant(effectiveAt)},
      ${last.number}, decode(${last.digest}, 'hex'))
    on conflict (contract_id, draft) do update set status = excluded.status, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by, revision = excluded.revision, effective_at = excluded.effective_at,
      events = excluded.events, head = excluded.head`.execute(db);
  const rows = events.map(({ number, event, body, digest, text }) => ({
    ...{ number, type: event.type, at: formatInstant(event.at), body, digest },
    ...{ salt: text?.salt, text: text?.text },
  }));
  await sql`
    insert into draft_event (contract_id, draft, number, type, at, body, digest)
    select ${contract}, ${of}, number, type, at, body, decode(digest, 'hex')
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as row (number integer, type text, at timestamptz, body json, digest text)`.execute(db);
  await sql`
    insert into draft_text (contract_id, draft, number, salt, text)
    select ${contract}, ${of}, number, decode(salt, 'hex'), text
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (number integer, salt text, text text)
    where salt is not null`.execute(db);
}

export async function draftOf(
  db: Kysely<unknown>,
  contract: string,
  revision: number,
): Promise<number | undefined> {
  const { rows } = await sql<{ draft: number }>`
    select draft from draft where contract_id = ${contract} and revision = ${revision}
    order by draft desc limit 1`.execute(db);
  return rows[0]?.draft;
}

/** More than come due at one instant. */
const DUE_MAX = 100;

export async function draftsDue(db: Kysely<unknown>, at: Instant): Promise<readonly DraftKey[]> {
  const { rows } = await sql<DraftKey>`
    select contract_id as contract, draft from draft
    where status = 'agreed' and effective_at <= ${formatInstant(at)}
    order by effective_at, contract_id, draft limit ${DUE_MAX}`.execute(db);
  return rows;
}

export async function nextEffect(db: Kysely<unknown>): Promise<Instant | undefined> {
  const { rows } = await sql<{ next: Date | null }>`
    select min(effective_at) as next from draft where status = 'agreed'`.execute(db);
  return instantOf(rows[0]?.next ?? null);
}

/** Drafts as pages and the API read them. */
export const draftReading = (db: Kysely<unknown>): DraftReading => ({
  drafts: (contract, page) => drafts(db, contract, page),
  draft: (key) => draft(db, key),
  draftOf: (contract, revision) => draftOf(db, contract, revision),
  overriddenDraft: (contract, revision) => overriddenDraft(db, contract, revision),
});

async function overriddenDraft(
  db: Kysely<unknown>,
  contract: string,
  revision: number,
): Promise<number | undefined> {
  const found = await draftOf(db, contract, revision);
  if (found === undefined) return undefined;
  const { rows } = await sql`
    select from draft_event where contract_id = ${contract} and draft = ${found} and type = 'FindingOverridden'
    limit 1`.execute(db);
  return rows.length === 0 ? undefined : found;
}

interface ListedRow {
  readonly draft: number;
  readonly status: DraftStatus;
  readonly made_at: Date;
  readonly made_by: string;
  readonly changed_at: Date;
  readonly changed_by: string;
  readonly revision: number | null;
  readonly effective_at: Date | null;
}

async function drafts(
  db: Kysely<unknown>,
  contract: string,
  { before, max }: { readonly before: number; readonly max: number },
): Promise<readonly ListedDraft[]> {
  const { rows } = await sql<ListedRow>`
    select draft, status, made_at, made_by, changed_at, changed_by, revision, effective_at from draft
    where contract_id = ${contract} and draft < ${before} order by draft desc limit ${max}`.execute(db);
  return rows.map((row) => ({
    ...{ contract, draft: row.draft, status: row.status },
    madeAt: instantOf(row.made_at)!,
    madeBy: row.made_by,
    changedAt: instantOf(row.changed_at)!,
    changedBy: row.changed_by,
    revision: row.revision ?? undefined,
    effectiveAt: instantOf(row.effective_at),
  }));
}
