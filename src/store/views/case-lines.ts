import { type Kysely, type RawBuilder, sql } from 'kysely';
import type {
  CaseLine,
  CaseNarrowing,
  CaseOrder,
  CasesAsked,
  LinePlace,
  LinesPage,
  Turn,
} from '../../app/ports/lists.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { readState } from '../cases.ts';
import type { Revisions } from '../revisions.ts';
import { inSight, REFERENCES } from './cases.ts';
import { instantOr } from './milliseconds.ts';
import { type Found, findText } from './search.ts';

type Condition = RawBuilder<unknown>;

/** A list of cases before it is narrowed by its page: which, and in which order. */
interface LinesAsked {
  readonly contract: string;
  readonly where: readonly Condition[];
  /** Further conditions of which one suffices: each is asked by itself, so that each finds its index. */
  readonly anyOf?: readonly Condition[];
  readonly order: Order;
  readonly turn: Turn | undefined;
  readonly max: number;
}

/** The column a list is sorted by, and whether what is greatest comes first. */
interface Order {
  readonly column: 'opened_at' | 'changed_at' | 'owed_at' | 'oversight_at' | 'oversight_step_at';
  readonly isDown: boolean;
}

const ORDERS: Readonly<Record<CaseOrder, Order>> = {
  opened: { column: 'opened_at', isDown: true },
  changed: { column: 'changed_at', isDown: true },
  due: { column: 'owed_at', isDown: false },
};

/** One page of the cases in sight. */
export async function listLines(
  db: Kysely<unknown>,
  revisions: Revisions,
  { contract, sight, narrowing, order, turn, max }: CasesAsked,
  at: Instant | undefined,
): Promise<LinesPage> {
  const found = narrowing.text === undefined ? undefined : await findText(db, contract, narrowing.text);
  const where = [
    inSight(contract, sight, at),
    ...wanted(narrowing),
    ...(found ? [within(contract, found)] : []),
  ];
  // What is closed has nothing due, and would stand behind every open case.
  if (order === 'due') where.push(sql`owed_at is not null`);
  return pageOfLines(db, revisions, { contract, where, order: ORDERS[order], turn, max });
}

function wanted(narrowing: CaseNarrowing): readonly Condition[] {
  const { status, track, level, party, customer, practice, openedFrom, openedUntil, owedAfter, owedBefore } =
    narrowing;
  const conditions: Condition[] = [];
  if (status !== undefined) conditions.push(sql`status = ${status}`);
  if (track !== undefined) conditions.push(sql`track = ${track}`);
  if (level !== undefined) conditions.push(sql`level = ${level}`);
  if (party !== undefined) conditions.push(sql`waiting_party = ${party}`);
  if (customer !== undefined) conditions.push(sql`customer_id = ${customer}`);
  if (practice !== undefined) conditions.push(sql`practice = ${practice}`);
  if (openedFrom !== undefined) conditions.push(sql`opened_at >= ${formatInstant(openedFrom)}`);
  if (openedUntil !== undefined) conditions.push(sql`opened_at < ${formatInstant(openedUntil)}`);
  if (owedAfter !== undefined) conditions.push(sql`owed_at > ${formatInstant(owedAfter)}`);
  if (owedBefore !== undefined) conditions.push(sql`owed_at < ${formatInstant(owedBefore)}`);
  return conditions;
}

/** Cases that a text was found in. */
function within(contract: string, { caseIds, customers, prefix }: Found): Condition {
  const conditions: Condition[] = [
    sql`case_id = any(${[...caseIds]}::text[])`,
    sql`customer_id = any(${[...customers]}::text[])`,
  ];
  if (prefix !== undefined) {
    // With the limit the database looks at the references of one case after the other, and never gathers all of them first.
    conditions.push(sql`(select true from case_reference found where found.contract_id = ${contract}
      and found.case_id = "case".case_id and lower(found.reference) collate "C" ^@ lower(${prefix}) limit 1)`);
    conditions.push(sql`starts_with(case_id, ${prefix})`);
  }
  return sql`(${sql.join(conditions, sql` or `)})`;
}

interface LineRow {
  readonly case_id: string;
  readonly state: Readonly<Record<string, unknown>>;
  readonly customer_name: string;
  readonly refs: readonly string[];
  readonly said: number;
  readonly set_aside: boolean;
  readonly sorted_at: number | null;
}

/** Reads one line more than the page holds, to know whether there are others. */
export async function pageOfLines(
  db: Kysely<unknown>,
  revisions: Revisions,
  asked: LinesAsked,
): Promise<LinesPage> {
  const { contract, order, turn, max } = asked;
  const isBack = turn?.way === 'before';
  const column = sql.ref(order.column);
  const isDown = order.isDown !== isBack;
  const direction = isDown ? sql`desc` : sql`asc`;
  const every = [...asked.where, ...(turn ? [beyond(column, turn.place, isDown)] : [])];
  const inOrder = sql`order by ${column} ${direction}, case_id ${direction} limit ${max + 1}`;
  const branches = (asked.anyOf ?? []).map(
    (one) => sql`(select case_id from "case" where contract_id = ${contract} and ${one}
      and ${sql.join(every, sql` and `)} ${inOrder})`,
  );
  // What comes first of all comes first of one of them.
  const conditions =
    branches.length === 0
      ? every
      : [sql`case_id = any(array(select case_id from (${sql.join(branches, sql` union all `)}) found))`];
  const { rows } = await sql<LineRow>`
    select case_id, state, (select name from customer where customer.contract_id = "case".contract_id
        and customer.customer_id = "case".customer_id) as customer_name, ${REFERENCES} as refs, said,
      set_aside_at is not null as set_aside,
      (extract(epoch from nullif(${column}, 'infinity')) * 1000)::int8 as sorted_at
    from "case" where contract_id = ${contract} and ${sql.join(conditions, sql` and `)}
    ${inOrder}`.execute(db);
  const hasMore = rows.length > max;
  const kept = hasMore ? rows.slice(0, max) : rows;
  if (isBack) kept.reverse();
  const lines: CaseLine[] = [];
  for (const row of kept) lines.push(await lineOf(db, revisions, contract, row));
  return { lines, hasBefore: isBack ? hasMore : turn !== undefined, hasAfter: isBack || hasMore };
}

function beyond(column: Condition, { at, caseId }: LinePlace, isDown: boolean): Condition {
  const value = at === undefined ? 'infinity' : formatInstant(at);
  const sign = isDown ? sql`<` : sql`>`;
  return sql`(${column}, case_id) ${sign} (${value}::timestamptz, ${caseId})`;
}

async function lineOf(
  db: Kysely<unknown>,
  revisions: Revisions,
  contract: string,
  row: LineRow,
): Promise<CaseLine> {
  return {
    key: { contract, caseId: row.case_id },
    state: await readState(db, revisions, contract, row.state),
    customerName: row.customer_name,
    references: row.refs,
    said: row.said,
    isSetAside: row.set_aside,
    place: { at: instantOr(row.sorted_at), caseId: row.case_id },
  };
}
