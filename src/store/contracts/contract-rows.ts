import { type Kysely, sql } from 'kysely';
import type { Contract } from '../../app/ports/contracts.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { type Language, languageOf } from '../../core/message/catalogue.ts';

/** Before an installation says what it is, it is none. */
export async function isDemonstration(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql<{ kind: string }>`select kind from installation`.execute(db);
  return rows[0]?.kind === 'demonstration';
}

/** More contracts than one installation runs. */
const CONTRACTS_MAX = 1000;

export async function contractIds(db: Kysely<unknown>): Promise<readonly string[]> {
  const { rows } = await sql<{ contract_id: string }>`
    select contract_id from contract order by contract_id limit ${CONTRACTS_MAX}`.execute(db);
  return rows.map((row) => row.contract_id);
}

/** A contract that is not there yet is locked too: of two who make it one waits. */
export async function lockContract(db: Kysely<unknown>, contract: string): Promise<void> {
  const name = JSON.stringify(['contract', contract]);
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
}

export async function makeContract(db: Kysely<unknown>, contract: Contract, at: Instant): Promise<void> {
  const { id, title, timeZone } = contract;
  await sql`
    insert into contract (contract_id, title, time_zone, made_at)
    values (${id}, ${title}, ${timeZone}, ${formatInstant(at)}) on conflict do nothing`.execute(db);
}

export async function renameContract(db: Kysely<unknown>, contract: Contract): Promise<void> {
  const { id, title, timeZone } = contract;
  await sql`
    update contract set title = ${title}, time_zone = ${timeZone} where contract_id = ${id}`.execute(db);
}

export async function contract(db: Kysely<unknown>, id: string): Promise<Contract | undefined> {
  const { rows } = await sql<{ title: string; time_zone: string }>`
    select title, time_zone from contract where contract_id = ${id}`.execute(db);
  return rows[0] && { id, title: rows[0].title, timeZone: rows[0].time_zone };
}

export async function hasCases(db: Kysely<unknown>, contract: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from "case" where contract_id = ${contract}) as found`.execute(db);
  return rows[0]?.found === true;
}

export async function contractLanguage(db: Kysely<unknown>, contract: string): Promise<Language> {
  const { rows } = await sql<{ language: string }>`
    select language from contract where contract_id = ${contract}`.execute(db);
  return languageOf(rows[0]?.language) ?? 'en';
}

export async function setContractLanguage(
  db: Kysely<unknown>,
  contract: string,
  language: Language,
): Promise<void> {
  await sql`update contract set language = ${language} where contract_id = ${contract}`.execute(db);
}
