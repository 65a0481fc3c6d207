import { type Kysely, sql } from 'kysely';
import type { MailFile, MailFileBook } from '../../app/ports/mail-files.ts';
import { formatInstant } from '../../core/instant.ts';
import type { LeftWhy } from '../../core/message/left-files.ts';

/** Files of mails that wait, inside one transaction. */
export const mailFilesIn = (db: Kysely<unknown>): MailFileBook => ({
  keep: async ({ contract, mailId }, files) => {
    for (const [index, file] of files.entries()) {
      const [bytes, why] = 'bytes' in file ? [Buffer.from(file.bytes), null] : [null, file.why];
      await sql`
        insert into mail_file (contract_id, mail_id, number, name, size, why, bytes)
        values (${contract}, ${mailId}, ${index + 1}, ${file.name}, ${bytes?.length ?? 0}, ${why}, ${bytes})
        on conflict do nothing`.execute(db);
    }
  },
  of: async ({ contract, mailId }) => {
    const { rows } = await sql<FileRow>`
      select name, why, bytes from mail_file
      where contract_id = ${contract} and mail_id = ${mailId} order by number`.execute(db);
    return rows.map(fileFrom);
  },
  drop: async ({ contract, mailId }) => {
    await sql`delete from mail_file where contract_id = ${contract} and mail_id = ${mailId}`.execute(db);
  },
  size: async (contract) => {
    const { rows } = await sql<{ size: string | null }>`
      select sum(size) as size from mail_file where contract_id = ${contract}`.execute(db);
    return Number(rows[0]?.size ?? 0);
  },
  dropUnconfirmed: async (contract, before) => {
    await sql`
      delete from mail_file where contract_id = ${contract} and mail_id in (
        select mail_id from inbound_mail where contract_id = ${contract} and starts_with(outcome, 'held/')
          and received_at < ${formatInstant(before)}::timestamptz)`.execute(db);
  },
});

interface FileRow {
  readonly name: string;
  readonly why: LeftWhy | null;
  readonly bytes: Buffer | null;
}

const fileFrom = ({ name, why, bytes }: FileRow): MailFile =>
  bytes ? { name, bytes } : { name, why: why ?? 'no-room' };
