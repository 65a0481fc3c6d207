import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CaseFilter, FoundCase, ListedCase, Sight } from '../../app/ports/reading.ts';
import type { CaseKey } from '../../app/ports/store.ts';
import { asInstant, formatInstant, type Instant } from '../../core/instant.ts';
import { readState } from '../cases.ts';
import type { Revisions } from '../revisions.ts';
import { instantOr, milliseconds } from './milliseconds.ts';

interface ListRow {
  readonly case_id: string;
  readonly customer_id: string;
  readonly status: 'open' | 'closed';
  readonly track: string;
  readonly level: number;
  readonly waiting_kind: string;
  readonly waiting_party: string | null;
  readonly practice: boolean;
  readonly opened_by: string;
  readonly opened: number;
  readonly changed: number;
  readonly closed: number | null;
  readonly due: number | null;
  readonly events: number;
  readonly refs: readonly string[];
}

export const REFERENCES = sql`coalesce((select json_agg(reference order by reference) from case_reference
  where case_reference.contract_id = "case".contract_id and case_reference.case_id = "case".case_id), '[]')`;

/** Cases in sight, the one opened last first: what is opened meanwhile stands before where a list began. */
export async function listCases(
  db: Kysely<unknown>,
  contract: string,
  sight: Sight,
  filter: CaseFilter,
  max: number,
  at: Instant | undefined,
): Promise<readonly ListedCase[]> {
  const { rows } = await sql<ListRow>`
    select case_id, customer_id, status, track, level, waiting_kind, waiting_party, practice, opened_by,
      ${milliseconds('opened_at')} as opened, ${milliseconds('changed_at')} as changed,
      ${milliseconds('closed_at')} as closed, ${milliseconds('next_due_at')} as due, events, ${REFERENCES} as refs
    from "case" where contract_id = ${contract} and ${inSight(contract, sight, at)} and ${wanted(contract, filter)}
    order by opened_at desc, case_id desc limit ${max}`.execute(db);
  return rows.map((row) => ({
    caseId: row.case_id,
    customer: row.customer_id,
    status: row.status,
    track: row.track,
    level: row.level,
    waitingKind: row.waiting_kind,
    waitingParty: row.waiting_party ?? undefined,
    practice: row.practice,
    reporter: row.opened_by,
    openedAt: asInstant(row.opened),
    changedAt: asInstant(row.changed),
    closedAt: instantOr(row.closed),
    nextDueAt: instantOr(row.due),
    version: row.events,
    references: row.refs,
  }));
}

/**
 * What a role reaches, as `maySee` has it; whose account a case is stands in the directory it was opened with. Only
 * the conditions that can be met are asked, so that each finds its index. `at` is now, for who stands in until then;
 * it is needed where some cases are one's `own`.
 */
export function inSight(
  contract: string,
  { all, customers, own, accounts, person }: Sight,
  at: Instant | undefined,
): RawBuilder<unknown> {
  if (all) return sql`true`;
  const conditions: RawBuilder<unknown>[] = [];
  if (customers.length > 0) conditions.push(sql`customer_id = any(${[...customers]}::text[])`);
  if (own.length > 0) {
    const now = at === undefined ? null : formatInstant(at);
    const ofCustomer = sql`customer_id = any(${[...own]}::text[])`;
    conditions.push(sql`(${ofCustomer} and opened_by = ${person})`);
    conditions.push(sql`(${ofCustomer} and case_id = any(array(select case_id from case_person
      where contract_id = ${contract} and person_id = ${person} and (ends_at is null or ends_at > ${now}))))`);
  }
  if (accounts) conditions.push(sql`accounts @> array[${person}::text]`);
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`;
}

function wanted(contract: string, filter: CaseFilter): RawBuilder<unknown> {
  const { status, track, level, waiting, customer, reference, practice, openedFrom, openedUntil, after } =
    filter;
  const conditions: RawBuilder<unknown>[] = [sql`true`];
  if (status !== undefined) conditions.push(sql`status = ${status}`);
  if (track !== undefined) conditions.push(sql`track = ${track}`);
  if (level !== undefined) conditions.push(sql`level = ${level}`);
  if (waiting !== undefined) conditions.push(sql`(waiting_kind = ${waiting} or waiting_party = ${waiting})`);
  if (customer !== undefined) conditions.push(sql`customer_id = ${customer}`);
  if (practice !== undefined) conditions.push(sql`practice = ${practice}`);
  if (reference !== undefined) {
    conditions.push(sql`case_id in (select case_id from case_reference
      where contract_id = ${contract} and reference = ${reference})`);
  }
  if (openedFrom !== undefined) conditions.push(sql`opened_at >= ${formatInstant(openedFrom)}`);
  if (openedUntil !== undefined) conditions.push(sql`opened_at < ${formatInstant(openedUntil)}`);
  if (after) {
    conditions.push(
      sql`(opened_at, case_id) < (${formatInstant(after.openedAt)}::timestamptz, ${after.caseId})`,
    );
  }
  return sql.join(conditions, sql` and `);
}

interface CaseRow {
  readonly state: Readonly<Record<string, unknown>>;
  readonly events: number;
  readonly set_aside: boolean;
  readonly refs: readonly string[];
}

/** One case; undefined where there is none, or none in sight. */
export async function findCase(
  db: Kysely<unknown>,
  revisions: Revisions,
  key: CaseKey,
  sight: Sight,
  at: Instant | undefined,
): Promise<FoundCase | undefined> {
  const { rows } = await sql<CaseRow>`
    select state, events, set_aside_at is not null as set_aside, ${REFERENCES} as refs from "case"
    where contract_id = ${key.contract} and case_id = ${key.caseId} and ${inSight(key.contract, sight, at)}`.execute(
    db,
  );
  const [row] = rows;
  if (!row) return undefined;
  const state = await readState(db, revisions, key.contract, row.state);
  return { key, state, events: row.events, isSetAside: row.set_aside, references: row.refs };
}
