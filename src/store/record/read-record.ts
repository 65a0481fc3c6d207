import { type Kysely, sql } from 'kysely';
import type { StoredRevision } from '../../app/ports/contracts.ts';
import type { DraftKey, KeptDraft } from '../../app/ports/drafts.ts';
import type { KeptCase, KeptEvent, ListedHead, RecordPart, RecordSnapshot } from '../../app/ports/record.ts';
import type { KeptLiveRotas } from '../../app/ports/rotas.ts';
import type { CaseKey } from '../../app/ports/store.ts';
import type { Instant } from '../../core/instant.ts';
import { draft } from '../contracts/draft-rows.ts';
import { revision } from '../contracts/revision-rows.ts';
import { liveRotas, rotaContracts } from '../contracts/rota-rows.ts';
import { Revisions } from '../revisions.ts';
import { stateJson } from '../state-json.ts';
import { allCheckpoints, listedHeads } from './checkpoints.ts';
import { withFiles } from './read-files.ts';

/** A stretch: so many cases and all their events, these in pieces. */
const CASES_AT_ONCE = 500;
const EVENTS_AT_ONCE = 5_000;

/** Reads the record as it stands at this moment, whatever is written meanwhile, and changes nothing. */
export function readRecord<T, Tables>(
  db: Kysely<Tables>,
  read: (record: RecordSnapshot) => Promise<T>,
): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((trx) => read(snapshot(trx as unknown as Kysely<unknown>)));
}

/** Reads what the record has of one case alone; checkpoints and revisions are all there. */
export function readCaseRecord<T>(
  db: Kysely<unknown>,
  { contract, caseId }: CaseKey,
  read: (record: RecordSnapshot) => Promise<T>,
): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((trx) => read({ ...snapshot(trx), parts: () => partsOfCase(trx, [contract, caseId]) }));
}

function snapshot(db: Kysely<unknown>): RecordSnapshot {
  const revisions = new Revisions();
  return {
    countEvents: () => countEvents(db),
    checkpoints: () => allCheckpoints(db),
    heads: (checkpoint) => listedHeads(db, checkpoint),
    parts: () => parts(db),
    revision: (contract, number) => revisions.find(db, contract, number),
    revisions: () => allRevisions(db),
    drafts: () => allDrafts(db),
    rotas: () => allRotas(db),
    keptState: stateJson,
  };
}

async function countEvents(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from event`.execute(db);
  return rows[0]!.count;
}

const REVISIONS_AT_ONCE = 100;

async function* allRevisions(db: Kysely<unknown>): AsyncGenerator<StoredRevision> {
  let after: readonly [contract: string, number: number] | undefined;
  for (;;) {
    const { rows } = await sql<{ contract: string; number: number }>`
      select contract_id as contract, number from revision
      where ${after ? sql`(contract_id, number) > (${after[0]}, ${after[1]})` : sql`true`}
      order by contract_id, number limit ${REVISIONS_AT_ONCE}`.execute(db);
    for (const { contract, number } of rows) {
      const found = await revision(db, contract, number);
      if (found) yield found;
      after = [contract, number];
    }
    if (rows.length < REVISIONS_AT_ONCE) return;
  }
}

const DRAFTS_AT_ONCE = 100;

async function* allDrafts(db: Kysely<unknown>): AsyncGenerator<KeptDraft> {
  let after: DraftKey = { contract: '', draft: 0 };
  for (;;) {
    const { rows } = await sql<DraftKey>`
      select contract_id as contract, draft from draft
      where (contract_id, draft) > (${after.contract}, ${after.draft})
      order by contract_id, draft limit ${DRAFTS_AT_ONCE}`.execute(db);
    for (const key of rows) {
      const found = await draft(db, key);
      if (found) yield found;
      after = key;
    }
    if (rows.length < DRAFTS_AT_ONCE) return;
  }
}

async function* allRotas(db: Kysely<unknown>): AsyncGenerator<KeptLiveRotas> {
  for (const contract of await rotaContracts(db)) yield await liveRotas(db, contract);
}

/** Names of cases between two, the first left out and the second not; both open at the ends of the record. */
interface Stretch {
  readonly after: Place | undefined;
  readonly to: Place | undefined;
  /** This one alone. */
  readonly only?: Place;
}
type Place = readonly [contract: string, caseId: string];

/**
 * Stretches follow the cases' rows, and take in whatever events and heads lie between them, so that those without a
 * row come by too. The database alone compares names: its order need not be ours.
 */
async function* parts(db: Kysely<unknown>): AsyncGenerator<RecordPart> {
  let after: Place | undefined;
  for (;;) {
    const cases = await casesAfter(db, after);
    const last = cases.length < CASES_AT_ONCE ? undefined : cases.at(-1);
    const stretch: Stretch = { after, to: last && [last.key.contract, last.key.caseId] };
    yield { cases, heads: await headsWithin(db, stretch) };
    yield* eventsWithin(db, stretch);
    if (!stretch.to) return;
    after = stretch.to;
  }
}

async function* partsOfCase(db: Kysely<unknown>, only: Place): AsyncGenerator<RecordPart> {
  const stretch: Stretch = { after: undefined, to: undefined, only };
  yield { cases: await casesWithin(db, stretch), heads: await headsWithin(db, stretch) };
  yield* eventsWithin(db, stretch);
}

type CaseRow = Omit<KeptCase, 'key' | 'nextDueAt'> & {
  readonly contract_id: string;
  readonly case_id: string;
  readonly next_due_at: Instant | null;
};

const casesAfter = (db: Kysely<unknown>, after: Place | undefined): Promise<readonly KeptCase[]> =>
  casesWithin(db, { after, to: undefined });

/** What is kept about whatever has events: cases, and obligations, attestations, contact changes, reports, fillings of seats, drills and rules of people under their names in the record. */
const CHAINS = sql`(
  select contract_id, case_id, status, events, head, state, deadlines, next_due_at from "case"
  union all
  select contract_id, 'obligation:' || obligation_id, status, events, head, state, deadlines, next_due_at
  from obligation
  union all
  select contract_id, 'attestation:' || person_id, status, events, head, state, deadlines, next_due_at
  from attestation
  union all
  select contract_id, 'contact-report:' || report, status, events, head, state, deadlines, next_due_at
  from contact_report
  union all
  select contract_id, 'seat-filling:' || filling, status, events, head, state, deadlines, next_due_at
  from seat_filling
  union all
  select contract_id, 'notice-rules:' || person_id, status, events, head, state, '{}'::json, null
  from notice_rules
  union all
  select contract_id, 'drill:' || drill, status, events, head, state, deadlines, next_due_at
  from drill
  union all
  select contract_id, 'contact-change:' || change, status, events, head,
    json_build_object('personId', person_id, 'field', field), '{}'::json, null
  from contact_change) chain`;

async function casesWithin(db: Kysely<unknown>, stretch: Stretch): Promise<readonly KeptCase[]> {
  const { rows } = await sql<CaseRow>`
    select contract_id, case_id, status, events, encode(head, 'hex') as head, state, deadlines,
      (extract(epoch from next_due_at) * 1000)::int8 as next_due_at
    from ${CHAINS} where ${within(stretch)}
    order by contract_id, case_id limit ${CASES_AT_ONCE}`.execute(db);
  return rows.map(({ contract_id, case_id, next_due_at, ...row }) => ({
    ...row,
    key: { contract: contract_id, caseId: case_id },
    nextDueAt: next_due_at ?? undefined,
  }));
}

type HeadRow = Omit<ListedHead, 'key'> & { readonly contract_id: string; readonly case_id: string };

async function headsWithin(db: Kysely<unknown>, stretch: Stretch): Promise<readonly ListedHead[]> {
  const { rows } = await sql<HeadRow>`
    select contract_id, case_id, checkpoint, events, encode(head, 'hex') as head
    from checkpoint_head where ${within(stretch)} order by contract_id, case_id, checkpoint`.execute(db);
  return rows.map(({ contract_id, case_id, ...row }) => ({
    ...row,
    key: { contract: contract_id, caseId: case_id },
  }));
}

const within = ({ after, to, only }: Stretch) => sql`
  ${only ? sql`contract_id = ${only[0]} and case_id = ${only[1]}` : sql`true`} and
  ${after ? sql`(contract_id, case_id) > (${after[0]}, ${after[1]})` : sql`true`}
  and ${to ? sql`(contract_id, case_id) <= (${to[0]}, ${to[1]})` : sql`true`}`;

type EventRow = Omit<KeptEvent, 'key' | 'text' | 'file'> & {
  readonly contract_id: string;
  readonly case_id: string;
  readonly has_text: boolean;
  readonly text_digest: string | null;
  readonly erased_at: Instant | null;
};

/** The digest of a text is computed where the text lies, so that none leaves the database. */
async function* eventsWithin(db: Kysely<unknown>, stretch: Stretch): AsyncGenerator<RecordPart> {
  let last: EventRow | undefined;
  for (;;) {
    const { rows } = await sql<EventRow>`
      select contract_id, case_id, number, type, (extract(epoch from at) * 1000)::int8 as at, body,
        encode(digest, 'hex') as digest, said.number is not null as has_text,
        (extract(epoch from said.erased_at) * 1000)::int8 as erased_at,
        encode(sha256(convert_to(encode(said.salt, 'hex') || chr(10) || said.text, 'UTF8')), 'hex') as text_digest
      from event left join event_text said using (contract_id, case_id, number)
      where ${within(stretch)} and ${
        last
          ? sql`(contract_id, case_id, number) > (${last.contract_id}, ${last.case_id}, ${last.number})`
          : sql`true`
      }
      order by contract_id, case_id, number limit ${EVENTS_AT_ONCE}`.execute(db);
    yield { events: await withFiles(db, rows.map(keptEvent)) };
    if (rows.length < EVENTS_AT_ONCE) return;
    last = rows.at(-1);
  }
}

const keptEvent = ({
  contract_id,
  case_id,
  has_text,
  text_digest,
  erased_at,
  ...row
}: EventRow): Omit<KeptEvent, 'file'> => ({
  ...row,
  key: { contract: contract_id, caseId: case_id },
  text: has_text ? { digest: text_digest ?? undefined, erasedAt: erased_at ?? undefined } : undefined,
});
