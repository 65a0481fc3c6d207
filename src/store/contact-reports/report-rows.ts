import { type Kysely, sql } from 'kysely';
import { type ReportKey, reportRecordKey } from '../../app/ports/contact-reports.ts';
import { type LiveReport, noReport } from '../../core/contact-report/state.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { chainTable } from '../chain-table.ts';

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

export const REPORTS = chainTable({
  name: 'contact_report',
  key: { contract_id: 'text', report: 'integer' },
  keyRow: ({ contract, report }: ReportKey) => ({ contract_id: contract, report }),
  own: {
    person_id: 'text',
    means: 'text',
    status: 'text',
    reported_at: 'timestamptz',
    changed_at: 'timestamptz',
  },
  ownRow: ({ subject, status, reportedAt, lastAt }: LiveReport) => ({
    person_id: subject.person,
    means: subject.means,
    status,
    reported_at: formatInstant(reportedAt),
    changed_at: formatInstant(lastAt),
  }),
  recordKey: reportRecordKey,
  none: noReport,
});
