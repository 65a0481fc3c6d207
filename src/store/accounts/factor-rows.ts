import { type Kysely, sql } from 'kysely';
import type { Half, SecondFactor, SignInMethod } from '../../app/ports/account-book.ts';
import { asInstant, formatInstant, type Instant } from '../../core/instant.ts';

export async function secondFactor(
  db: Kysely<unknown>,
  accountId: string,
): Promise<SecondFactor | undefined> {
  const { rows } = await sql<{ secret: string; confirmed_at: Date | null }>`
    select secret, confirmed_at from sign_in_second_factor where account_id = ${accountId}`.execute(db);
  return rows[0] && { secret: rows[0].secret, isConfirmed: rows[0].confirmed_at !== null };
}

export async function beginSecondFactor(
  db: Kysely<unknown>,
  accountId: string,
  secret: string,
  at: Instant,
): Promise<void> {
  await sql`
    insert into sign_in_second_factor (account_id, secret, made_at)
    values (${accountId}, ${secret}, ${formatInstant(at)})
    on conflict (account_id) do update set secret = excluded.secret, made_at = excluded.made_at, last_counter = null
    where sign_in_second_factor.confirmed_at is null`.execute(db);
}

export async function confirmSecondFactor(
  db: Kysely<unknown>,
  accountId: string,
  recoveryHashes: readonly string[],
  at: Instant,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`
      update sign_in_second_factor set confirmed_at = ${formatInstant(at)}
      where account_id = ${accountId} and confirmed_at is null`.execute(tx);
    await insertCodes(tx, accountId, recoveryHashes);
  });
}

export const replaceRecoveryCodes = (
  db: Kysely<unknown>,
  accountId: string,
  hashes: readonly string[],
): Promise<void> => db.transaction().execute((tx) => insertCodes(tx, accountId, hashes));

/** Codes from now on; those before open nothing any more. */
async function insertCodes(db: Kysely<unknown>, accountId: string, hashes: readonly string[]): Promise<void> {
  await sql`delete from sign_in_recovery_code where account_id = ${accountId}`.execute(db);
  await sql`
    insert into sign_in_recovery_code (account_id, code_hash)
    select ${accountId}, decode(hash, 'hex') from unnest(${[...hashes]}::text[]) hash`.execute(db);
}

export async function recoveryCodesLeft(db: Kysely<unknown>, accountId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from sign_in_recovery_code
    where account_id = ${accountId} and used_at is null`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function removeSecondFactor(db: Kysely<unknown>, accountId: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`delete from sign_in_second_factor where account_id = ${accountId}`.execute(tx);
    await sql`delete from sign_in_recovery_code where account_id = ${accountId}`.execute(tx);
  });
}

export async function takeCounter(db: Kysely<unknown>, accountId: string, counter: number): Promise<boolean> {
  const { rows } = await sql`
    update sign_in_second_factor set last_counter = ${counter}
    where account_id = ${accountId} and coalesce(last_counter, -1) < ${counter} returning account_id`.execute(
    db,
  );
  return rows.length === 1;
}

export async function useRecoveryCode(
  db: Kysely<unknown>,
  accountId: string,
  hash: string,
  at: Instant,
): Promise<boolean> {
  const { rows } = await sql`
    update sign_in_recovery_code set used_at = ${formatInstant(at)}
    where account_id = ${accountId} and code_hash = decode(${hash}, 'hex') and used_at is null
    returning account_id`.execute(db);
  return rows.length === 1;
}

export async function addHalf(db: Kysely<unknown>, half: Half): Promise<void> {
  await sql`
    insert into sign_in_half (half_id, account_id, method, go_on, expires_at)
    values (${half.halfId}, ${half.accountId}, ${half.method}, ${half.goOn}, ${formatInstant(half.expiresAt)})`.execute(
    db,
  );
}

interface HalfRow {
  readonly half_id: string;
  readonly account_id: string;
  readonly method: SignInMethod;
  readonly go_on: string;
  readonly expires_at: Date;
  readonly tries: number;
}

export async function tryHalf(
  db: Kysely<unknown>,
  halfId: string,
  at: Instant,
  triesMax: number,
): Promise<Half | undefined> {
  const { rows } = await sql<HalfRow>`
    update sign_in_half set tries = tries + 1
    where half_id = ${halfId} and expires_at > ${formatInstant(at)} and tries < ${triesMax}
    returning half_id, account_id, method, go_on, expires_at, tries`.execute(db);
  const [row] = rows;
  return (
    row && {
      halfId: row.half_id,
      accountId: row.account_id,
      method: row.method,
      goOn: row.go_on,
      expiresAt: asInstant(row.expires_at.getTime()),
      tries: row.tries,
    }
  );
}

export async function dropHalf(db: Kysely<unknown>, halfId: string): Promise<void> {
  await sql`delete from sign_in_half where half_id = ${halfId}`.execute(db);
}
