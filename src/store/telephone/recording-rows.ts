import { type Kysely, sql } from 'kysely';
import type { KeptRecording, TelephoneBook } from '../../app/ports/telephone-book.ts';
import { asInstant, formatInstant } from '../../core/instant.ts';
import { milliseconds } from '../views/milliseconds.ts';

interface RecordingRow {
  readonly contract_id: string;
  readonly recording_id: string;
  readonly case_id: string | null;
  readonly mail_id: string | null;
  readonly person_id: string | null;
  readonly name: string;
  readonly url: string;
  readonly made: number;
  readonly attempts: number;
}

const recordingFrom = (row: RecordingRow): KeptRecording => ({
  contract: row.contract_id,
  recordingId: row.recording_id,
  caseId: row.case_id ?? undefined,
  mailId: row.mail_id ?? undefined,
  personId: row.person_id ?? undefined,
  name: row.name,
  url: row.url,
  madeAt: asInstant(row.made),
  attempts: row.attempts,
});

const RECORDINGS = sql`select contract_id, recording_id, case_id, mail_id, person_id, name, url,
  ${milliseconds('made_at')} as made, attempts from telephone_recording`;

const named = ({ contract, recordingId }: Pick<KeptRecording, 'contract' | 'recordingId'>) =>
  sql`contract_id = ${contract} and recording_id = ${recordingId}::uuid`;

/** Recordings that the carrier still has, inside one transaction. */
export const recordingsIn = (
  db: Kysely<unknown>,
): Pick<
  TelephoneBook,
  'addRecording' | 'dueRecordings' | 'recording' | 'putOffRecording' | 'dropRecording'
> => ({
  async addRecording({ contract, recordingId, caseId, mailId, personId, name, url, madeAt }) {
    const at = formatInstant(madeAt);
    await sql`
      insert into telephone_recording (contract_id, recording_id, case_id, mail_id, person_id, name, url, made_at,
        next_at)
      values (${contract}, ${recordingId}::uuid, ${caseId ?? null}, ${mailId ?? null}, ${personId ?? null}, ${name},
        ${url}, ${at}, ${at})`.execute(db);
  },
  async dueRecordings(at, max) {
    const { rows } = await sql<RecordingRow>`
      ${RECORDINGS} where next_at <= ${formatInstant(at)}::timestamptz
      order by next_at, recording_id limit ${max}`.execute(db);
    return rows.map(recordingFrom);
  },
  async recording(one) {
    const { rows } = await sql<RecordingRow>`${RECORDINGS} where ${named(one)} for update`.execute(db);
    return rows[0] && recordingFrom(rows[0]);
  },
  async putOffRecording(one, until) {
    await sql`
      update telephone_recording set attempts = attempts + 1, next_at = ${formatInstant(until)}
      where ${named(one)}`.execute(db);
  },
  async dropRecording(one) {
    await sql`delete from telephone_recording where ${named(one)}`.execute(db);
  },
});
