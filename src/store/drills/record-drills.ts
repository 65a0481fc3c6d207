import { type Kysely, sql } from 'kysely';
import { type DrillChange, type DrillKey, drillRecordKey, type LockedDrill } from '../../app/ports/drills.ts';
import { type DrillState, noDrill } from '../../core/drill/state.ts';
import { asInstant, formatInstant } from '../../core/instant.ts';
import { queueDeadlines, type Written, withJobs } from '../chain-deadlines.ts';
import { type ChainRow, chainColumns, lockedFrom, queueNotices } from '../chain-rows.ts';
import type { Queues } from '../queues.ts';
import { insertEvents } from '../record-changes.ts';
import { milliseconds } from '../views/milliseconds.ts';

/** A lock of its own, so that nobody who changes a plan waits for a drill. */
export async function serialiseDrills(db: Kysely<unknown>, contracts: readonly string[]): Promise<void> {
  for (const contract of contracts) {
    const name = JSON.stringify(['drill', contract]);
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
  }
}

export async function nextDrill(db: Kysely<unknown>, contract: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(drill), 0) + 1 as next from drill where contract_id = ${contract}`.execute(db);
  return rows[0]?.next ?? 1;
}

interface Row extends ChainRow<DrillState> {
  readonly contract_id: string;
  readonly drill: number;
}

const nameOf = ({ contract, drill }: DrillKey): string => JSON.stringify([contract, drill]);

/** Locks drills in the order of their names; a number without a row is one not yet made. */
export async function lockDrills(
  db: Kysely<unknown>,
  keys: readonly DrillKey[],
): Promise<readonly LockedDrill[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<Row>`
    select contract_id, drill, state, events, encode(head, 'hex') as head,
      ${milliseconds('next_due_at')} as next_due_at, deadline_job
    from drill where (contract_id, drill) in (select * from unnest(
      ${keys.map((key) => key.contract)}::text[], ${keys.map((key) => key.drill)}::integer[]))
    order by contract_id, drill for update`.execute(db);
  const found = new Map(rows.map((row) => [nameOf({ contract: row.contract_id, drill: row.drill }), row]));
  return keys.map((key) =>
    lockedFrom({ key, recordKey: drillRecordKey(key), none: noDrill }, found.get(nameOf(key))),
  );
}

/** Writes everything that decisions changed, for all drills at once, and queues what follows. */
export async function recordDrills(
  db: Kysely<unknown>,
  queues: Queues,
  changes: readonly DrillChange[],
  offsetMs: number,
): Promise<void> {
  if (changes.length === 0) return;
  const written = withJobs(changes);
  await writeRows(db, written);
  await insertEvents(
    db,
    changes.map(({ before, events }) => ({ key: drillRecordKey(before.key), events })),
  );
  await queueDeadlines(queues, written, nameInRecord, offsetMs);
  await queueNotices(queues, changes, nameInRecord);
}

const nameInRecord = ({ before }: DrillChange) => drillRecordKey(before.key);

function rowOf(written: Written<DrillChange>): Readonly<Record<string, unknown>> {
  const { before, state } = written.change;
  const { startAt, begunAt, endAt, answerWithinMs } = state;
  return {
    contract_id: before.key.contract,
    drill: before.key.drill,
    level: state.level,
    status: state.status,
    start_at: formatInstant(startAt),
    begun_at: begunAt === undefined ? null : formatInstant(begunAt),
    end_at: formatInstant(endAt ?? asInstant(startAt + answerWithinMs)),
    changed_at: formatInstant(state.lastAt),
    ...chainColumns(written),
  };
}

async function writeRows(db: Kysely<unknown>, written: readonly Written<DrillChange>[]): Promise<void> {
  await sql`
    insert into drill (contract_id, drill, level, status, start_at, begun_at, end_at, changed_at, events, head,
      state, deadlines, next_due_at, deadline_job)
    select contract_id, drill, level, status, start_at, begun_at, end_at, changed_at, events, decode(head, 'hex'),
      state::json, deadlines::json, next_due_at, deadline_job
    from json_to_recordset(${JSON.stringify(written.map(rowOf))}::json) as row (contract_id text, drill integer,
      level integer, status text, start_at timestamptz, begun_at timestamptz, end_at timestamptz,
      changed_at timestamptz, events integer, head text, state text, deadlines text, next_due_at timestamptz,
      deadline_job uuid)
    on conflict (contract_id, drill) do update set status = excluded.status, begun_at = excluded.begun_at,
      end_at = excluded.end_at, changed_at = excluded.changed_at, events = excluded.events, head = excluded.head,
      state = excluded.state, deadlines = excluded.deadlines, next_due_at = excluded.next_due_at,
      deadline_job = excluded.deadline_job`.execute(db);
}
