import { type Kysely, sql } from 'kysely';
import {
  type FillingChange,
  type FillingKey,
  fillingRecordKey,
  type LockedFilling,
} from '../../app/ports/seat-fillings.ts';
import { formatInstant } from '../../core/instant.ts';
import { type FillingState, noFilling } from '../../core/seat/state.ts';
import { queueDeadlines, type Written, withJobs } from '../chain-deadlines.ts';
import { type ChainRow, chainColumns, lockedFrom, queueNotices } from '../chain-rows.ts';
import type { Queues } from '../queues.ts';
import { insertEvents } from '../record-changes.ts';
import { milliseconds } from '../views/milliseconds.ts';

export async function nextFilling(db: Kysely<unknown>, contract: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(filling), 0) + 1 as next from seat_filling where contract_id = ${contract}`.execute(
    db,
  );
  return rows[0]?.next ?? 1;
}

export async function currentFilling(
  db: Kysely<unknown>,
  contract: string,
  seat: string,
): Promise<FillingKey | undefined> {
  const { rows } = await sql<{ filling: number }>`
    select filling from seat_filling where contract_id = ${contract} and seat_id = ${seat}
      and status in ('waiting', 'heldUp', 'agreed') order by filling desc limit 1`.execute(db);
  const [row] = rows;
  return row && { contract, filling: row.filling };
}

export async function fillingByHold(db: Kysely<unknown>, holdHash: string): Promise<FillingKey | undefined> {
  const { rows } = await sql<{ contract_id: string; filling: number }>`
    select contract_id, filling from seat_filling where hold_hash = decode(${holdHash}, 'hex')`.execute(db);
  const [row] = rows;
  return row && { contract: row.contract_id, filling: row.filling };
}

export async function keepHold(
  db: Kysely<unknown>,
  { contract, filling }: FillingKey,
  holdId: string,
  holdHash: string,
): Promise<void> {
  await sql`
    update seat_filling set hold_id = ${holdId}, hold_hash = decode(${holdHash}, 'hex')
    where contract_id = ${contract} and filling = ${filling}`.execute(db);
}

interface Row extends ChainRow<FillingState> {
  readonly contract_id: string;
  readonly filling: number;
}

const nameOf = ({ contract, filling }: FillingKey): string => JSON.stringify([contract, filling]);

/** Locks fillings in the order of their names; a number without a row is one not yet made. */
export async function lockFillings(
  db: Kysely<unknown>,
  keys: readonly FillingKey[],
): Promise<readonly LockedFilling[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<Row>`
    select contract_id, filling, state, events, encode(head, 'hex') as head,
      ${milliseconds('next_due_at')} as next_due_at, deadline_job
    from seat_filling where (contract_id, filling) in (select * from unnest(
      ${keys.map((key) => key.contract)}::text[], ${keys.map((key) => key.filling)}::integer[]))
    order by contract_id, filling for update`.execute(db);
  const found = new Map(
    rows.map((row) => [nameOf({ contract: row.contract_id, filling: row.filling }), row]),
  );
  return keys.map((key) =>
    lockedFrom({ key, recordKey: fillingRecordKey(key), none: noFilling }, found.get(nameOf(key))),
  );
}

/** Writes everything that decisions changed, for all fillings at once, and queues what follows. */
export async function recordFillings(
  db: Kysely<unknown>,
  queues: Queues,
  changes: readonly FillingChange[],
  offsetMs: number,
): Promise<void> {
  if (changes.length === 0) return;
  const written = withJobs(changes);
  await writeRows(db, written);
  await insertEvents(
    db,
    changes.map(({ before, events }) => ({ key: fillingRecordKey(before.key), events })),
  );
  await queueDeadlines(queues, written, nameInRecord, offsetMs);
  await queueNotices(queues, changes, nameInRecord);
}

const nameInRecord = ({ before }: FillingChange) => fillingRecordKey(before.key);

function rowOf(written: Written<FillingChange>): Readonly<Record<string, unknown>> {
  const { before, state } = written.change;
  return {
    contract_id: before.key.contract,
    filling: before.key.filling,
    seat_id: state.filling.seat,
    holder_id: state.filling.holder ?? null,
    before_id: state.filling.before ?? null,
    status: state.status,
    changed_at: formatInstant(state.lastAt),
    ...chainColumns(written),
  };
}

async function writeRows(db: Kysely<unknown>, written: readonly Written<FillingChange>[]): Promise<void> {
  await sql`
    insert into seat_filling (contract_id, filling, seat_id, holder_id, before_id, status, changed_at, events, head,
      state, deadlines, next_due_at, deadline_job)
    select contract_id, filling, seat_id, holder_id, before_id, status, changed_at, events, decode(head, 'hex'),
      state::json, deadlines::json, next_due_at, deadline_job
    from json_to_recordset(${JSON.stringify(written.map(rowOf))}::json) as row (contract_id text, filling integer,
      seat_id text, holder_id text, before_id text, status text, changed_at timestamptz, events integer, head text,
      state text, deadlines text, next_due_at timestamptz, deadline_job uuid)
    on conflict (contract_id, filling) do update set status = excluded.status, changed_at = excluded.changed_at,
      events = excluded.events, head = excluded.head, state = excluded.state, deadlines = excluded.deadlines,
      next_due_at = excluded.next_due_at, deadline_job = excluded.deadline_job`.execute(db);
}
