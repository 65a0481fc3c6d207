import { type Kysely, sql } from 'kysely';
import type { DutyMailChoice, OpenAtLevel, ToldDuty } from '../../app/ports/duty-mails.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { instantOf } from './row-values.ts';

/** Duties that people were told of; those that have begun before `since` are forgotten. */
export async function toldDuties(
  db: Kysely<unknown>,
  contract: string,
  since: Instant,
): Promise<readonly ToldDuty[]> {
  await sql`delete from told_duty where contract_id = ${contract} and starts_at < ${formatInstant(since)}`.execute(
    db,
  );
  const { rows } = await sql<{ person_id: string; rota: string; seat: string; starts_at: Date }>`
    select person_id, rota, seat, starts_at from told_duty where contract_id = ${contract}`.execute(db);
  return rows.map(({ person_id: personId, rota, seat, starts_at }) => ({
    ...{ personId, rota, seat, from: instantOf(starts_at)! },
  }));
}

export async function addToldDuties(
  db: Kysely<unknown>,
  contract: string,
  duties: readonly ToldDuty[],
): Promise<void> {
  const rows = duties.map(({ from, ...one }) => ({ ...one, from: formatInstant(from) }));
  await sql`
    insert into told_duty (contract_id, person_id, rota, seat, starts_at)
    select ${contract}, "personId", rota, seat, "from"
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as row ("personId" text, rota text, seat text, "from" timestamptz)
    on conflict do nothing`.execute(db);
}

export async function forgetToldDuties(
  db: Kysely<unknown>,
  contract: string,
  duties: readonly ToldDuty[],
): Promise<void> {
  for (const { personId, rota, seat, from } of duties)
    await sql`
      delete from told_duty where contract_id = ${contract} and person_id = ${personId} and rota = ${rota}
        and seat = ${seat} and starts_at = ${formatInstant(from)}`.execute(db);
}

export async function handOversToldUntil(
  db: Kysely<unknown>,
  contract: string,
): Promise<Instant | undefined> {
  const { rows } = await sql<{ looked_at: Date }>`
    select looked_at from told_hand_over where contract_id = ${contract}`.execute(db);
  return instantOf(rows[0]?.looked_at ?? null);
}

export async function noteHandOversTold(
  db: Kysely<unknown>,
  contract: string,
  until: Instant,
): Promise<void> {
  await sql`
    insert into told_hand_over (contract_id, looked_at) values (${contract}, ${formatInstant(until)})
    on conflict (contract_id) do update set looked_at = excluded.looked_at`.execute(db);
}

export async function dutyMailChoice(
  db: Kysely<unknown>,
  contract: string,
  personId: string,
): Promise<DutyMailChoice> {
  const { rows } = await sql<{ stopped_at: Date | null; handed_over_at: Date | null }>`
    select stopped_at, handed_over_at from duty_mail
    where contract_id = ${contract} and person_id = ${personId}`.execute(db);
  const [row] = rows;
  return {
    isStopped: (row?.stopped_at ?? null) !== null,
    handedOverAt: instantOf(row?.handed_over_at ?? null),
  };
}

export async function stopDutyMails(
  db: Kysely<unknown>,
  contract: string,
  personId: string,
  stoppedAt: Instant | undefined,
): Promise<void> {
  await sql`
    insert into duty_mail (contract_id, person_id, stopped_at)
    values (${contract}, ${personId}, ${stoppedAt === undefined ? null : formatInstant(stoppedAt)})
    on conflict (contract_id, person_id) do update set stopped_at = excluded.stopped_at`.execute(db);
}

export async function noteHandedOver(
  db: Kysely<unknown>,
  contract: string,
  personId: string,
  at: Instant,
): Promise<void> {
  await sql`
    insert into duty_mail (contract_id, person_id, handed_over_at)
    values (${contract}, ${personId}, ${formatInstant(at)})
    on conflict (contract_id, person_id) do update set handed_over_at = excluded.handed_over_at`.execute(db);
}

interface OpenRow {
  readonly case_id: string;
  readonly level: number;
  readonly due_at: Date | null;
  readonly count: string | number;
}

export async function openAtLevels(
  db: Kysely<unknown>,
  contract: string,
  levels: readonly number[],
  max: number,
): Promise<{ readonly cases: readonly OpenAtLevel[]; readonly count: number }> {
  const { rows } = await sql<OpenRow>`
    select case_id, level, nullif(owed_at, 'infinity') as due_at, count(*) over () as count from "case"
    where contract_id = ${contract} and level = any(${levels}::integer[]) and status <> 'closed' and not practice
    order by owed_at, case_id limit ${max}`.execute(db);
  return {
    cases: rows.map(({ case_id: caseId, level, due_at }) => ({ caseId, level, dueAt: instantOf(due_at) })),
    count: Number(rows[0]?.count ?? 0),
  };
}
