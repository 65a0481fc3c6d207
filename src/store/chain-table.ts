import { type Kysely, type RawBuilder, sql } from 'kysely';
import { chainStart } from '../app/ports/chain-start.ts';
import type { ChainChange, LockedChain } from '../app/ports/chains.ts';
import type { CaseKey } from '../app/ports/store.ts';
import { asInstant, formatInstant } from '../core/instant.ts';
import { jobsBefore, queueDeadlines, type Written, withJobs } from './chain-deadlines.ts';
import { forgetFailed } from './failed-jobs.ts';
import type { Queues } from './queues.ts';
import { insertEvents } from './record-changes.ts';
import { milliseconds } from './views/milliseconds.ts';

type ColumnType = 'text' | 'text[]' | 'integer' | 'date' | 'timestamptz';
type Columns = Readonly<Record<string, ColumnType>>;
/** What JSON can carry into a column of such a type. */
type Row<C extends Columns> = { readonly [Name in keyof C]: string | number | readonly string[] | null };

/**
 * The table of one kind of what has a chain of its own beside the cases: what it is found by, and what is kept of its
 * state in columns, for those who look for it.
 */
interface ChainTable<Key, State, Live, K extends Columns = Columns, O extends Columns = Columns> {
  readonly name: string;
  /** The columns of its primary key, in their order. */
  readonly key: K;
  readonly keyRow: (key: Key) => Row<K>;
  readonly own: O;
  readonly ownRow: (state: Live) => Row<O>;
  readonly recordKey: (key: Key) => CaseKey;
  /** The state of what has not begun. */
  readonly none: State;
}

/** Says of a table what it says, and that its rows have its columns. */
export const chainTable = <Key, State, Live, K extends Columns, O extends Columns>(
  table: ChainTable<Key, State, Live, K, O>,
): ChainTable<Key, State, Live, K, O> => table;

/** The columns that the table of every kind has, as they come in JSON, and how they are kept. */
const COMMON = {
  events: ['integer', sql`events`],
  head: ['text', sql`decode(head, 'hex')`],
  state: ['text', sql`state::json`],
  deadlines: ['text', sql`deadlines::json`],
  next_due_at: ['timestamptz', sql`next_due_at`],
  deadline_job: ['uuid', sql`deadline_job`],
} as const satisfies Readonly<Record<string, readonly [type: string, kept: RawBuilder<unknown>]>>;
const COMMON_NAMES = Object.keys(COMMON);

interface Found<State> {
  readonly [keyColumn: string]: unknown;
  readonly state: State;
  readonly events: number;
  readonly head: string;
  readonly next_due_at: number | null;
  readonly deadline_job: string | null;
}

const names = (columns: readonly string[]): RawBuilder<unknown> =>
  sql.join(columns.map((name) => sql.ref(name)));

const typed = (columns: Readonly<Record<string, string>>): RawBuilder<unknown> =>
  sql.join(Object.entries(columns).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`));

/** Locks chains in the order of their names; a key without a row is of one that has not begun. */
export async function lockChains<Key, State, Live>(
  db: Kysely<unknown>,
  { name, key, keyRow, recordKey, none }: ChainTable<Key, State, Live>,
  keys: readonly Key[],
): Promise<readonly LockedChain<Key, State>[]> {
  if (keys.length === 0) return [];
  const columns = Object.keys(key);
  const { rows } = await sql<Found<State>>`
    select ${names(columns)}, state, events, encode(head, 'hex') as head,
      ${milliseconds('next_due_at')} as next_due_at, deadline_job
    from ${sql.table(name)} where (${names(columns)}) in (
      select * from json_to_recordset(${JSON.stringify(keys.map(keyRow))}::json) as row (${typed(key)}))
    order by ${names(columns)} for update`.execute(db);
  const nameOf = (row: Readonly<Record<string, unknown>>): string =>
    JSON.stringify(columns.map((column) => row[column]));
  const found = new Map(rows.map((row) => [nameOf(row), row]));
  return keys.map((one) => {
    const row = found.get(nameOf(keyRow(one)));
    return {
      key: one,
      state: row?.state ?? none,
      events: row?.events ?? 0,
      head: row?.head ?? chainStart(recordKey(one)),
      nextDueAt: row?.next_due_at == null ? undefined : asInstant(row.next_due_at),
      deadlineJob: row?.deadline_job ?? undefined,
    };
  });
}

/** The transaction in which it is written. */
interface Within {
  readonly db: Kysely<unknown>;
  readonly queues: Queues;
  /** By how much the clock is ahead of the database's own, in milliseconds. */
  offset(): Promise<number>;
}

/** Writes everything that decisions changed, for all chains of a kind at once, and queues what follows. */
export async function recordChains<Key, State, Live extends State, Event extends { readonly type: string }>(
  tx: Within,
  table: ChainTable<Key, State, Live>,
  changes: readonly ChainChange<Key, State, Live, Event>[],
): Promise<void> {
  if (changes.length === 0) return;
  const { db, queues } = tx;
  const written = withJobs(changes);
  const keyOf = ({ before }: { readonly before: { readonly key: Key } }): CaseKey =>
    table.recordKey(before.key);
  await writeRows(db, table, written);
  await insertEvents(
    db,
    changes.map((change) => ({ key: keyOf(change), events: change.events })),
  );
  await forgetFailed(db, jobsBefore(changes));
  await queueDeadlines(queues, written, keyOf, await tx.offset());
  await queues.addNotices(
    changes
      .filter(({ tells }) => tells)
      .map((change) => ({
        ...keyOf(change),
        from: change.before.events + 1,
        to: change.before.events + change.events.length,
        round: 0,
      })),
  );
}

async function writeRows<Key, State, Live extends State, Event>(
  db: Kysely<unknown>,
  { name, key, keyRow, own, ownRow }: ChainTable<Key, State, Live>,
  written: readonly Written<ChainChange<Key, State, Live, Event>>[],
): Promise<void> {
  const rows = written.map(({ change: { before, events, state, deadlines, nextDueAt }, job }) => ({
    ...keyRow(before.key),
    ...ownRow(state),
    events: before.events + events.length,
    head: events.at(-1)?.digest ?? before.head,
    state: JSON.stringify(state),
    deadlines: JSON.stringify(deadlines),
    next_due_at: nextDueAt === undefined ? null : formatInstant(nextDueAt),
    deadline_job: job,
  }));
  const [keyNames, ownNames] = [Object.keys(key), Object.keys(own)];
  const types = Object.fromEntries(Object.entries(COMMON).map(([column, [type]]) => [column, type]));
  const changing = [...ownNames, ...COMMON_NAMES];
  await sql`
    insert into ${sql.table(name)} (${names([...keyNames, ...changing])})
    select ${names([...keyNames, ...ownNames])}, ${sql.join(Object.values(COMMON).map(([, kept]) => kept))}
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (${typed({ ...key, ...own, ...types })})
    on conflict (${names(keyNames)}) do update set ${sql.join(
      changing.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`),
    )}`.execute(db);
}
