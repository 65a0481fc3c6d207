import { type Kysely, sql } from 'kysely';
import type { KeptAccount, KeptPasskey } from '../../app/ports/account-book.ts';
import { asInstant, formatInstant, type Instant } from '../../core/instant.ts';

export async function account(db: Kysely<unknown>, accountId: string): Promise<KeptAccount | undefined> {
  const { rows } = await sql<{ name: string; language: string | null; time_zone: string | null }>`
    select name, language, time_zone from sign_in_account where id = ${accountId}`.execute(db);
  const [row] = rows;
  return row && { name: row.name, language: row.language ?? undefined, timeZone: row.time_zone ?? undefined };
}

export async function saveAccount(
  db: Kysely<unknown>,
  accountId: string,
  { name, language = undefined, timeZone = undefined }: KeptAccount,
  at: Instant,
): Promise<void> {
  await sql`
    update sign_in_account set name = ${name}, language = ${language ?? null}, time_zone = ${timeZone ?? null},
      updated_at = ${formatInstant(at)} where id = ${accountId}`.execute(db);
}

/** More keys than anybody carries. */
const PASSKEYS_MAX = 50;

export async function passkeys(db: Kysely<unknown>, accountId: string): Promise<readonly KeptPasskey[]> {
  const { rows } = await sql<{ id: string; name: string | null; created_at: Date | null }>`
    select id, name, created_at from sign_in_passkey where account_id = ${accountId}
    order by created_at, id limit ${PASSKEYS_MAX}`.execute(db);
  return rows.map(({ id, name, created_at }) => ({
    passkeyId: id,
    name: name ?? '',
    madeAt: created_at === null ? undefined : asInstant(created_at.getTime()),
  }));
}

export async function removePasskey(
  db: Kysely<unknown>,
  accountId: string,
  passkeyId: string,
): Promise<boolean> {
  const { rows } = await sql`
    delete from sign_in_passkey where account_id = ${accountId} and id = ${passkeyId} returning id`.execute(
    db,
  );
  return rows.length === 1;
}
