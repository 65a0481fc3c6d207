import { type Kysely, type RawBuilder, sql } from 'kysely';
import type {
  FailedJob,
  OperatorReading,
  OutboxFilter,
  OutboxLine,
  OutboxMail,
  RefusedLine,
  SetAsideCase,
} from '../../app/ports/outbox.ts';
import { TOO_LATE_MS } from '../../app/ports/outbox.ts';
import { asInstant } from '../../core/instant.ts';
import { failedChats } from '../chats/failed-chats.ts';
import { IS_FAULTY } from '../failed-deliveries.ts';
import { IS_DEADLINE } from '../failed-jobs.ts';
import { lateLines } from '../late.ts';
import { leftMessages } from '../mailbox-book.ts';
import { milliseconds } from '../views/milliseconds.ts';

/** What operators look at, in the store's database. */
export const operatorReading = (db: Kysely<unknown>): OperatorReading => ({
  mails: (filter, max) => mails(db, filter, max),
  mail: (deliveryId) => mail(db, deliveryId),
  setAside: (max) => setAside(db, max),
  late: (now, max) => lateLines(db, asInstant(now - TOO_LATE_MS), max),
  failedLetters: (max) => failedJobs(db, sql`not ${IS_DEADLINE}`, max),
  failedDeadlines: (max) => failedJobs(db, IS_DEADLINE, max),
  leftMails: (max) => leftMessages(db, max),
  refused: (max) => refused(db, max),
  failedChats: (max) => failedChats(db, max),
  failed: async (max) => (await linesWhere(db, IS_FAULTY, max)).map(lineFrom),
  timeZone: async () => {
    const { rows } = await sql<{
      time_zone: string;
    }>`select time_zone from contract order by contract_id limit 1`.execute(db);
    return rows[0]?.time_zone ?? 'UTC';
  },
});

interface LineRow {
  readonly contract_id: string;
  readonly delivery_id: string;
  readonly means: OutboxLine['means'];
  readonly number: number;
  readonly case_id: string;
  readonly person_id: string;
  readonly name: string | null;
  readonly address: string | null;
  readonly subject: string | null;
  readonly state: OutboxLine['state'];
  readonly reason: string | null;
  readonly queued: number;
  readonly body_text: string | null;
  readonly body_html: string | null;
  readonly reply_to: boolean;
}

const lineFrom = (row: LineRow): OutboxLine => ({
  contract: row.contract_id,
  deliveryId: row.delivery_id,
  means: row.means,
  caseId: row.case_id,
  personId: row.person_id,
  name: row.name ?? row.person_id,
  address: row.address ?? undefined,
  subject: row.subject ?? undefined,
  state: row.state,
  reason: row.reason ?? undefined,
  queuedAt: asInstant(row.queued),
});

const BODIES = sql`body_text, body_html`;
const NO_BODIES = sql`null as body_text, null as body_html`;

async function linesWhere(
  db: Kysely<unknown>,
  condition: RawBuilder<unknown>,
  max: number,
  bodies = NO_BODIES,
): Promise<readonly LineRow[]> {
  const { rows } = await sql<LineRow>`
    select contract_id, delivery_id, means, number, case_id, person_id, person.name, address, subject, state, reason, reply_to,
      ${milliseconds('queued_at')} as queued, ${bodies}
    from delivery join delivery_body using (contract_id, delivery_id)
      left join person using (contract_id, person_id)
    where ${condition} order by queued_at desc, delivery_id desc limit ${max}`.execute(db);
  return rows;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function mails(
  db: Kysely<unknown>,
  { caseId, personId, before }: OutboxFilter,
  max: number,
): Promise<readonly OutboxLine[]> {
  const conditions = [
    sql`true`,
    ...(caseId === undefined ? [] : [sql`case_id = ${caseId}`]),
    ...(personId === undefined ? [] : [sql`person_id = ${personId}`]),
    ...(before === undefined || !UUID.test(before)
      ? []
      : [
          sql`(queued_at, delivery_id) < (select queued_at, delivery_id from delivery
            where delivery_id = ${before}::uuid limit 1)`,
        ]),
  ];
  return (await linesWhere(db, sql.join(conditions, sql` and `), max)).map(lineFrom);
}

async function mail(db: Kysely<unknown>, deliveryId: string): Promise<OutboxMail | undefined> {
  if (!UUID.test(deliveryId)) return undefined;
  const [row] = await linesWhere(db, sql`delivery_id = ${deliveryId}::uuid`, 1, BODIES);
  return (
    row && {
      ...lineFrom(row),
      isOfPerson: row.name !== null,
      number: row.number,
      text: row.body_text ?? undefined,
      // A text or a call has none.
      html: row.body_html || undefined,
      canReply: row.reply_to,
    }
  );
}

async function setAside(db: Kysely<unknown>, max: number): Promise<readonly SetAsideCase[]> {
  const { rows } = await sql<{
    contract_id: string;
    case_id: string;
    since: number;
    set_aside_error: string | null;
    set_aside_by: string | null;
  }>`
    select contract_id, case_id, ${milliseconds('set_aside_at')} as since, set_aside_error, set_aside_by
    from "case" where set_aside_at is not null order by set_aside_at limit ${max}`.execute(db);
  return rows.map((row) => ({
    contract: row.contract_id,
    caseId: row.case_id,
    since: asInstant(row.since),
    error: row.set_aside_error ?? '',
    version: row.set_aside_by ?? '',
  }));
}

async function failedJobs(
  db: Kysely<unknown>,
  which: RawBuilder<unknown>,
  max: number,
): Promise<readonly FailedJob[]> {
  const { rows } = await sql<{
    contract_id: string;
    case_id: string;
    failed_since: number;
    times: number;
    is_seen: boolean;
    next_try: number;
    error: string;
  }>`
    select contract_id, case_id, ${milliseconds('since')} as failed_since, times, ${milliseconds('next_at')} as next_try,
      error, seen_at is not null as is_seen
    from failed_letter where ${which} order by since, job_id limit ${max}`.execute(db);
  return rows.map((row) => ({
    contract: row.contract_id,
    caseId: row.case_id,
    since: asInstant(row.failed_since),
    times: row.times,
    isSeen: row.is_seen,
    nextAt: asInstant(row.next_try),
    error: row.error,
  }));
}

async function refused(db: Kysely<unknown>, max: number): Promise<readonly RefusedLine[]> {
  const { rows } = await sql<{
    contract_id: string;
    case_id: string;
    refused_at: number;
    command: string;
    by_person: string;
    code: string;
  }>`
    select contract_id, case_id, ${milliseconds('at')} as refused_at, command, by_person, code
    from refused order by at desc limit ${max}`.execute(db);
  return rows.map((row) => ({
    contract: row.contract_id,
    caseId: row.case_id,
    at: asInstant(row.refused_at),
    command: row.command,
    by: row.by_person,
    code: row.code,
  }));
}
