import { type Kysely, sql } from 'kysely';
import {
  type LockedReport,
  type ReportChange,
  type ReportKey,
  reportRecordKey,
} from '../../app/ports/contact-reports.ts';
import { noReport, type ReportState } from '../../core/contact-report/state.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { queueDeadlines, type Written, withJobs } from '../chain-deadlines.ts';
import { type ChainRow, chainColumns, lockedFrom, queueNotices } from '../chain-rows.ts';
import type { Queues } from '../queues.ts';
import { insertEvents } from '../record-changes.ts';
import { milliseconds } from '../views/milliseconds.ts';

export async function nextReport(db: Kysely<unknown>, contract: string): Promise<number> {
  await sql`select from contract where contract_id = ${contract} for update`.execute(db);
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(report), 0) + 1 as next from contact_report where contract_id = ${contract}`.execute(
    db,
  );
  return rows[0]?.next ?? 1;
}

export async function openReport(
  db: Kysely<unknown>,
  contract: string,
  { person, means }: { readonly person: string; readonly means: string },
): Promise<ReportKey | undefined> {
  const { rows } = await sql<{ report: number }>`
    select report from contact_report where contract_id = ${contract} and person_id = ${person}
      and means = ${means} and status <> 'answered'`.execute(db);
  const [row] = rows;
  return row && { contract, report: row.report };
}

export async function reportsOf(
  db: Kysely<unknown>,
  contract: string,
  person: string,
  since: Instant,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from contact_report where contract_id = ${contract} and person_id = ${person}
      and reported_at > ${formatInstant(since)}`.execute(db);
  return rows[0]?.count ?? 0;
}

interface Row extends ChainRow<ReportState> {
  readonly contract_id: string;
  readonly report: number;
}

const nameOf = ({ contract, report }: ReportKey): string => JSON.stringify([contract, report]);

/** Locks reports in the order of their names; a number without a row is one not yet made. */
export async function lockReports(
  db: Kysely<unknown>,
  keys: readonly ReportKey[],
): Promise<readonly LockedReport[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<Row>`
    select contract_id, report, state, events, encode(head, 'hex') as head,
      ${milliseconds('next_due_at')} as next_due_at, deadline_job
    from contact_report where (contract_id, report) in (select * from unnest(
      ${keys.map((key) => key.contract)}::text[], ${keys.map((key) => key.report)}::integer[]))
    order by contract_id, report for update`.execute(db);
  const found = new Map(rows.map((row) => [nameOf({ contract: row.contract_id, report: row.report }), row]));
  return keys.map((key) =>
    lockedFrom({ key, recordKey: reportRecordKey(key), none: noReport }, found.get(nameOf(key))),
  );
}

/** Writes everything that decisions changed, for all reports at once, and queues what follows. */
export async function recordReports(
  db: Kysely<unknown>,
  queues: Queues,
  changes: readonly ReportChange[],
  offsetMs: number,
): Promise<void> {
  if (changes.length === 0) return;
  const written = withJobs(changes);
  await writeRows(db, written);
  await insertEvents(
    db,
    changes.map(({ before, events }) => ({ key: reportRecordKey(before.key), events })),
  );
  await queueDeadlines(queues, written, nameInRecord, offsetMs);
  await queueNotices(queues, changes, nameInRecord);
}

const nameInRecord = ({ before }: ReportChange) => reportRecordKey(before.key);

function rowOf(written: Written<ReportChange>): Readonly<Record<string, unknown>> {
  const { before, state } = written.change;
  return {
    contract_id: before.key.contract,
    report: before.key.report,
    person_id: state.subject.person,
    means: state.subject.means,
    status: state.status,
    reported_at: formatInstant(state.reportedAt),
    changed_at: formatInstant(state.lastAt),
    ...chainColumns(written),
  };
}

async function writeRows(db: Kysely<unknown>, written: readonly Written<ReportChange>[]): Promise<void> {
  await sql`
    insert into contact_report (contract_id, report, person_id, means, status, reported_at, changed_at, events, head,
      state, deadlines, next_due_at, deadline_job)
    select contract_id, report, person_id, means, status, reported_at, changed_at, events, decode(head, 'hex'),
      state::json, deadlines::json, next_due_at, deadline_job
    from json_to_recordset(${JSON.stringify(written.map(rowOf))}::json) as row (contract_id text, report integer,
      person_id text, means text, status text, reported_at timestamptz, changed_at timestamptz, events integer,
      head text, state text, deadlines text, next_due_at timestamptz, deadline_job uuid)
    on conflict (contract_id, report) do update set status = excluded.status, changed_at = excluded.changed_at,
      events = excluded.events, head = excluded.head, state = excluded.state, deadlines = excluded.deadlines,
      next_due_at = excluded.next_due_at, deadline_job = excluded.deadline_job`.execute(db);
}
