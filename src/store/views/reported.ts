import { sql } from 'kysely';
import type { ReportedTimes } from '../../core/contact-report/state.ts';

/** What of the person of a query is reported as wrong and not answered: means → milliseconds since the epoch; null: nothing. */
export const REPORTED = sql<ReportedTimes | null>`
  (select json_object_agg(report.means, (extract(epoch from report.reported_at) * 1000)::int8)
    from contact_report report
    where report.contract_id = person.contract_id and report.person_id = person.person_id
      and report.status <> 'answered')`;
