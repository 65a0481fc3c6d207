import { type Kysely, sql } from 'kysely';
import type { LeftLine, LeftMessage, MailboxBook } from '../app/ports/mailbox.ts';
import { asInstant, formatInstant, type Instant } from '../core/instant.ts';
import { instantOr, milliseconds } from './views/milliseconds.ts';

interface Keeping {
  readonly db: Kysely<unknown>;
  /** The mailbox, without its password. */
  readonly mailbox: string;
  /** Of this process. */
  readonly holder: string;
  readonly now: () => Promise<Instant>;
}

/** What is kept about one mailbox, for one node. */
export const mailboxBook = ({ db, mailbox, holder, now }: Keeping): MailboxBook => ({
  now,
  async claim(until) {
    const { rows } = await sql`
      insert into mailbox (mailbox, holder, held_until)
      values (${mailbox}, ${holder}::uuid, ${formatInstant(until)})
      on conflict (mailbox) do update set holder = excluded.holder, held_until = excluded.held_until
        where mailbox.holder is null or mailbox.holder = excluded.holder
          or mailbox.held_until <= ${formatInstant(await now())}
      returning 1`.execute(db);
    return rows.length > 0;
  },
  async letGo() {
    await sql`
      update mailbox set holder = null, held_until = null
      where mailbox = ${mailbox} and holder = ${holder}::uuid`.execute(db);
  },
  async left(uidValidity) {
    await sql`
      delete from mailbox_left where mailbox = ${mailbox} and uid_validity <> ${uidValidity}`.execute(db);
    return lines(db, sql`mailbox = ${mailbox}`, LEFT_MAX);
  },
  leave: (message) => leave(db, mailbox, message),
  async forget(messages) {
    if (messages.length === 0) return;
    await sql`
      delete from mailbox_left using unnest(${messages.map(({ uidValidity }) => uidValidity)}::int8[],
        ${messages.map(({ uid }) => uid)}::int8[]) as gone (uid_validity, uid)
      where mailbox = ${mailbox} and mailbox_left.uid_validity = gone.uid_validity
        and mailbox_left.uid = gone.uid`.execute(db);
  },
});

/** More than anybody reads; those beyond are looked at again and again, and wait all the same. */
const LEFT_MAX = 10_000;

async function leave(db: Kysely<unknown>, mailbox: string, message: LeftMessage): Promise<void> {
  const { uidValidity, uid, why, receivedAt, leftAt, againAt } = message;
  const again = againAt === undefined ? null : formatInstant(againAt);
  await sql`
    insert into mailbox_left (mailbox, uid_validity, uid, why, received_at, left_at, again_at)
    values (${mailbox}, ${uidValidity}, ${uid}, ${why}, ${formatInstant(receivedAt)}, ${formatInstant(leftAt)},
      ${again})
    on conflict (mailbox, uid_validity, uid) do update set why = excluded.why, again_at = excluded.again_at`.execute(
    db,
  );
}

interface LeftRow {
  readonly mailbox: string;
  readonly uid_validity: number;
  readonly uid: number;
  readonly why: LeftMessage['why'];
  readonly received: number;
  readonly since: number;
  readonly again: number | null;
}

/** Messages that were left in any mailbox, the longest waiting first. */
export const leftMessages = (db: Kysely<unknown>, max: number): Promise<readonly LeftLine[]> =>
  lines(db, sql`true`, max);

async function lines(
  db: Kysely<unknown>,
  which: ReturnType<typeof sql>,
  max: number,
): Promise<readonly LeftLine[]> {
  const { rows } = await sql<LeftRow>`
    select mailbox, uid_validity, uid, why, ${milliseconds('received_at')} as received,
      ${milliseconds('left_at')} as since, ${milliseconds('again_at')} as again
    from mailbox_left where ${which} order by left_at, uid limit ${max}`.execute(db);
  return rows.map((row) => ({
    mailbox: row.mailbox,
    uidValidity: row.uid_validity,
    uid: row.uid,
    why: row.why,
    receivedAt: asInstant(row.received),
    leftAt: asInstant(row.since),
    againAt: instantOr(row.again),
  }));
}

/** How many there are. */
export async function leftCount(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ messages: number }>`select count(*) as messages from mailbox_left`.execute(db);
  return rows[0]?.messages ?? 0;
}
