import { type Kysely, type RawBuilder, sql } from 'kysely';
import {
  type ContactReportReading,
  fieldOf,
  type ListedReport,
  type ReportKey,
  type ReportPapers,
  reportRecordKey,
} from '../../app/ports/contact-reports.ts';
import type { FoundProof } from '../../core/contact-report/decide.ts';
import type { ReportEvent } from '../../core/contact-report/event.ts';
import type { LiveReport } from '../../core/contact-report/state.ts';
import { formatInstant } from '../../core/instant.ts';
import { wholeEvent } from '../../core/plain-event.ts';
import { readPeople, readPeopleHolding } from '../papers.ts';
import { instantOr } from '../views/milliseconds.ts';
import { reporterProof, reportersOf } from './reporter-rows.ts';

/** The questions about reports of wrong contacts, asked of PostgreSQL. */
export const contactReportReading = (db: Kysely<unknown>): ContactReportReading => ({
  list: (contract, { before, max, isOpen }) =>
    listed(
      db,
      sql`contract_id = ${contract} and ${before === undefined ? sql`true` : sql`report < ${before}`}
        and ${isOpen ? sql`status <> 'answered'` : sql`true`}`,
      max,
    ),
  one: async (key) => {
    const { contract, report } = key;
    const [found] = await listed(db, sql`contract_id = ${contract} and report = ${report}`, 1);
    if (!found) return undefined;
    const { person, means } = found.state.subject;
    const people = await readPeople(db, contract, [person]);
    const field = fieldOf(means);
    return {
      ...found,
      events: await readReportEvents(db, key),
      reporters: await reportersOf(db, key),
      found: await foundProof(db, contract, found.state),
      isOfManager: (await readPeopleHolding(db, contract, 'programManager')).some(
        ({ personId }) => personId === person,
      ),
      value: field && people.get(person)?.[field],
    };
  },
  proof: (proofHash, since) => reporterProof(db, proofHash, since),
});

interface ListedRow {
  readonly contract_id: string;
  readonly report: number;
  readonly state: LiveReport;
  readonly name: string | null;
}

async function listed(
  db: Kysely<unknown>,
  which: RawBuilder<unknown>,
  max: number,
): Promise<readonly ListedReport[]> {
  const { rows } = await sql<ListedRow>`
    select contract_id, report, state, name from contact_report join person using (contract_id, person_id)
    where ${which} order by contract_id, report desc limit ${max}`.execute(db);
  return rows.map(({ contract_id, report, state, name }) => ({
    ...{ contract: contract_id, report, state },
    name: name ?? state.subject.person,
  }));
}

/** Changes that are named where something was corrected. */
const CHANGES_MAX = 10;

/** What has been done about what was reported since it was. */
export async function foundProof(
  db: Kysely<unknown>,
  contract: string,
  { subject, reportedAt }: LiveReport,
): Promise<FoundProof> {
  const { person, seat, customer = null } = subject;
  const field = fieldOf(subject.means) ?? null;
  const { rows: changes } = await sql<{ change: number }>`
    select change from contact_change where contract_id = ${contract} and person_id = ${person}
      and status = 'done' and changed_at > ${formatInstant(reportedAt)}
      and (${field}::text is null or field = ${field}) order by change desc limit ${CHANGES_MAX}`.execute(db);
  const { rows } = await sql<{ holder: string | null; confirmed: number | null }>`
    select case when ${customer}::text is null
        then (select person_id from seat where contract_id = ${contract} and seat_id = ${seat})
        else (select person_id from account where contract_id = ${contract} and customer_id = ${customer}
          and seat_id = ${seat}) end as holder,
      (select (extract(epoch from max(confirmed_at)) * 1000)::int8 from contact_means
        where contract_id = ${contract} and person_id = ${person}
          and (${field}::text is null or field = ${field})) as confirmed`.execute(db);
  const [row] = rows;
  return {
    changes: changes.map(({ change }) => change),
    holder: row?.holder ?? undefined,
    confirmedAt: instantOr(row?.confirmed ?? null),
  };
}

/** Every event of a report in order, with what was typed where it has not been erased. */
async function readReportEvents(db: Kysely<unknown>, key: ReportKey): Promise<readonly ReportEvent[]> {
  const { contract, caseId } = reportRecordKey(key);
  const { rows } = await sql<{ body: Readonly<Record<string, unknown>>; text: string | null }>`
    select body, text from event left join event_text using (contract_id, case_id, number)
    where contract_id = ${contract} and case_id = ${caseId} order by number`.execute(db);
  return rows.map(({ body: { textDigest, ...body }, text }) => {
    const whole = text === null ? body : { ...body, text };
    return wholeEvent(whole) as unknown as ReportEvent;
  });
}

/** Papers of reports, in the order of their keys. */
export async function readReportPapers(
  db: Kysely<unknown>,
  keys: readonly ReportKey[],
): Promise<readonly ReportPapers[]> {
  const papers: ReportPapers[] = [];
  for (const key of keys) {
    const { contract } = key;
    const events = await readReportEvents(db, key);
    const named = events.flatMap((event) => [
      event.by,
      ...(event.type === 'ContactReported' ? [event.subject.person] : []),
    ]);
    const { rows } = await sql<{ title: string; time_zone: string }>`
      select title, time_zone from contract where contract_id = ${contract}`.execute(db);
    papers.push({
      contractTitle: rows[0]?.title ?? contract,
      timeZone: rows[0]?.time_zone ?? 'UTC',
      events,
      people: await readPeople(db, contract, [...new Set(named)]),
      desk: await readPeopleHolding(db, contract, 'desk'),
      managers: await readPeopleHolding(db, contract, 'programManager'),
      oversight: await readPeopleHolding(db, contract, 'oversight'),
      reporters: await reportersOf(db, key),
    });
  }
  return papers;
}
