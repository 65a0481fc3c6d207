import { type Kysely, sql } from 'kysely';
import type { KeptRefusal, LikelyWriter, ListedMail, OpeningMails } from '../../app/ports/opening-mails.ts';
import { asInstant, formatInstant } from '../../core/instant.ts';
import type { LeftWhy } from '../../core/message/left-files.ts';
import type { HeldWhy } from '../../core/message/portal/held-mails.ts';
import { instantOr, milliseconds } from '../views/milliseconds.ts';
import { heldCount } from './opening-rows.ts';

/** Mails that came to open cases, read without a lock. */
export const openingMailsIn = (db: Kysely<unknown>): OpeningMails => ({
  heldCount: (contract) => heldCount(db, contract),
  held: async (contract, after, max) => {
    const from =
      after && sql`and (received_at, mail_id) > (${formatInstant(after.receivedAt)}, ${after.mailId})`;
    const { rows } = await sql<MailRow>`
      ${MAILS} where mail.contract_id = ${contract} and outcome = 'held' ${from ?? sql``}
      order by received_at, mail_id limit ${max}`.execute(db);
    return rows.map(mailFrom);
  },
  mail: async (contract, mailId) => {
    // What opened a case by itself, or was no person's, never was the desk's.
    const { rows } = await sql<MailRow>`
      ${MAILS} where mail.contract_id = ${contract} and mail.mail_id = ${mailId} and why is not null`.execute(
      db,
    );
    return rows[0] && mailFrom(rows[0]);
  },
  file: async ({ contract, mailId }, number) => {
    const { rows } = await sql<{ name: string; bytes: Buffer }>`
      select file.name, file.bytes from mail_file file join opening_mail mail using (contract_id, mail_id)
      where file.contract_id = ${contract} and file.mail_id = ${mailId} and file.number = ${number}
        and file.bytes is not null and mail.outcome = 'held' and mail.why is not null`.execute(db);
    return rows[0];
  },
});

interface MailRow {
  readonly contract_id: string;
  readonly mail_id: string;
  readonly received: number;
  readonly kind: string;
  readonly is_proved: boolean;
  readonly track_id: string | null;
  readonly outcome: ListedMail['outcome'];
  readonly why: HeldWhy | null;
  readonly refusal: KeptRefusal | null;
  readonly case_id: string | null;
  readonly settled_by: string | null;
  readonly settler: string | null;
  readonly settled: number | null;
  readonly sender: string | null;
  readonly subject: string | null;
  readonly body_text: string | null;
  readonly reason: string | null;
  readonly is_erased: boolean;
  readonly person_id: string | null;
  readonly name: string | null;
  readonly customers: LikelyWriter['customers'];
  readonly files: readonly {
    readonly number: number;
    readonly name: string;
    readonly size: number;
    readonly why: LeftWhy | null;
  }[];
}

const MAILS = sql`
  select mail.contract_id, mail.mail_id, ${milliseconds('received_at')} as received, kind, is_proved, track_id, outcome,
    why, refusal, case_id, settled_by, settler.name as settler, ${milliseconds('settled_at')} as settled, sender,
    subject, body_text, reason, body.erased_at is not null as is_erased, writer.person_id, writer.name,
    coalesce((select json_agg(json_build_object('customerId', customer_id, 'name', customer.name) order by customer_id)
      from customer where customer.contract_id = mail.contract_id and customer_id in (select role.customer_id from role
        where role.contract_id = mail.contract_id and role.person_id = writer.person_id)), '[]') as customers,
    coalesce((select json_agg(json_build_object('number', number, 'name', file.name, 'size', file.size, 'why', file.why)
        order by number)
      from mail_file file where file.contract_id = mail.contract_id and file.mail_id = mail.mail_id), '[]') as files
  from opening_mail mail join opening_mail_body body using (contract_id, mail_id)
    left join person writer on writer.contract_id = mail.contract_id and writer.person_id = mail.person_id
      and writer.erased_at is null
    left join person settler on settler.contract_id = mail.contract_id and settler.person_id = settled_by`;

const mailFrom = (row: MailRow): ListedMail => ({
  contract: row.contract_id,
  mailId: row.mail_id,
  receivedAt: asInstant(row.received),
  kind: row.kind,
  isProved: row.is_proved,
  track: row.track_id ?? undefined,
  personId: row.person_id ?? undefined,
  outcome: row.outcome,
  why: row.why ?? undefined,
  refusal: row.refusal ?? undefined,
  sender: row.sender ?? undefined,
  subject: row.subject ?? undefined,
  text: row.body_text ?? undefined,
  likely:
    row.person_id === null
      ? undefined
      : { personId: row.person_id, name: row.name ?? undefined, customers: row.customers },
  files: row.files.map(({ why, ...file }) => ({ ...file, why: why ?? undefined })),
  caseId: row.case_id ?? undefined,
  settledBy:
    row.settled_by === null ? undefined : { personId: row.settled_by, name: row.settler ?? undefined },
  settledAt: instantOr(row.settled),
  reason: row.reason ?? undefined,
  isErased: row.is_erased,
});
