import { type Kysely, sql } from 'kysely';
import type { DrillGround } from '../../app/ports/drills.ts';
import { asInstant, formatInstant, type Instant } from '../../core/instant.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import { milliseconds } from '../views/milliseconds.ts';
import { standingPeople } from '../views/standing.ts';

interface Asked {
  readonly contract: string;
  readonly since: Instant;
  readonly rules: Revision | undefined;
}

/** What of a contract matters to a drill that begins now. */
export async function readDrillGround(
  db: Kysely<unknown>,
  { contract, since, rules }: Asked,
): Promise<DrillGround> {
  const { rows } = await sql<{ time_zone: string }>`
    select time_zone from contract where contract_id = ${contract}`.execute(db);
  const directories = await readDirectories(db, contract);
  const seats = rules?.levels.flatMap(({ reach, otherwise }) => [...reach, ...otherwise]) ?? [];
  // What a rota puts on duty are seats too, those that no level names among them.
  const wanted = [
    ...new Set([...seats, ...Object.keys(rules?.seats ?? {}), ...directories.flatMap(holdersIn)]),
  ];
  const standing = await standingPeople(db, contract, wanted);
  return {
    timeZone: rows[0]?.time_zone ?? 'UTC',
    ...{ rules, directories },
    people: new Map([...standing].filter(([, { isErased }]) => !isErased)),
    others: await readOthers(db, contract, since),
  };
}

const holdersIn = (directory: Readonly<Record<string, string>>): readonly string[] =>
  Object.values(directory);

/** Each once, for most customers have the same people. */
async function readDirectories(
  db: Kysely<unknown>,
  contract: string,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const { rows } = await sql<{ accounts: Readonly<Record<string, string>> }>`
    select distinct accounts from (
      select jsonb_object_agg(seat_id, person_id) as accounts from account
      where contract_id = ${contract} group by customer_id) each`.execute(db);
  return rows.map(({ accounts }) => accounts);
}

interface OtherRow {
  readonly drill: number;
  readonly level: number;
  readonly status: DrillGround['others'][number]['status'];
  readonly start_at: number;
  readonly end_at: number;
}

async function readOthers(
  db: Kysely<unknown>,
  contract: string,
  since: Instant,
): Promise<DrillGround['others']> {
  const { rows } = await sql<OtherRow>`
    select drill, level, status, ${milliseconds('start_at')} as start_at, ${milliseconds('end_at')} as end_at
    from (select drill, level, coalesce(begun_at, start_at) as start_at, end_at,
        case when status in ('planned', 'running') then status else 'begun' end as status
      from drill where contract_id = ${contract}
        and (status in ('planned', 'running') or begun_at > ${formatInstant(since)}::timestamptz)) near`.execute(
    db,
  );
  return rows.map(({ start_at, end_at, ...row }) => ({
    ...row,
    startAt: asInstant(start_at),
    endAt: asInstant(end_at),
  }));
}
