import { type Kysely, type RawBuilder, sql } from 'kysely';
import {
  type DrillKey,
  type DrillPapers,
  type DrillReading,
  drillRecordKey,
  type ListedDrill,
} from '../../app/ports/drills.ts';
import type { DrillEvent } from '../../core/drill/event.ts';
import { PLANNED_MAX } from '../../core/drill/limits.ts';
import type { LiveDrill } from '../../core/drill/state.ts';
import { wholeEvent } from '../../core/plain-event.ts';
import { readPeople, readPeopleHolding } from '../papers.ts';

/** More than a plan has levels. */
const LEVELS_MAX = 100;
/** Those that come again are planned beyond what people may plan. */
const OPEN_MAX = PLANNED_MAX * 5;

/** The questions about drills, asked of PostgreSQL. */
export const drillReading = (db: Kysely<unknown>): DrillReading => ({
  list: (contract, { before, max }) =>
    listed(
      db,
      sql`contract_id = ${contract} and status <> 'planned'
        and ${before === undefined ? sql`true` : sql`drill < ${before}`} order by drill desc`,
      max,
    ),
  planned: (contract) =>
    listed(db, sql`contract_id = ${contract} and status = 'planned' order by start_at, drill`, OPEN_MAX),
  one: async (key) => {
    const [found] = await listed(db, sql`contract_id = ${key.contract} and drill = ${key.drill}`, 1);
    return found && { ...found, events: await readDrillEvents(db, key) };
  },
  last: (contract) =>
    listed(
      db,
      sql`(contract_id, drill) in (select distinct on (level) contract_id, drill from drill
          where contract_id = ${contract} and status = 'ended' order by level, begun_at desc)
        order by level`,
      LEVELS_MAX,
    ),
});

interface ListedRow {
  readonly contract_id: string;
  readonly drill: number;
  readonly state: LiveDrill;
}

async function listed(
  db: Kysely<unknown>,
  which: RawBuilder<unknown>,
  max: number,
): Promise<readonly ListedDrill[]> {
  const { rows } = await sql<ListedRow>`
    select contract_id, drill, state from drill where ${which} limit ${max}`.execute(db);
  return rows.map(({ contract_id: contract, drill, state }) => ({ contract, drill, state }));
}

async function readDrillEvents(db: Kysely<unknown>, key: DrillKey): Promise<readonly DrillEvent[]> {
  const { contract, caseId } = drillRecordKey(key);
  const { rows } = await sql<{ body: Readonly<Record<string, unknown>> }>`
    select body from event where contract_id = ${contract} and case_id = ${caseId} order by number`.execute(
    db,
  );
  return rows.map(({ body }) => wholeEvent(body) as unknown as DrillEvent);
}

/** Papers of drills, in the order of their keys. */
export async function readDrillPapers(
  db: Kysely<unknown>,
  keys: readonly DrillKey[],
): Promise<readonly DrillPapers[]> {
  const papers: DrillPapers[] = [];
  for (const key of keys) {
    const { contract } = key;
    const events = await readDrillEvents(db, key);
    const { rows } = await sql<{ title: string; time_zone: string }>`
      select title, time_zone from contract where contract_id = ${contract}`.execute(db);
    const [row] = rows;
    const asked = events.flatMap((event) => (event.type === 'DrillBegun' ? event.people : [event.by]));
    papers.push({
      contractTitle: row?.title ?? contract,
      timeZone: row?.time_zone ?? 'UTC',
      events,
      people: await readPeople(db, contract, [...new Set(asked)]),
      managers: await readPeopleHolding(db, contract, 'programManager'),
      oversight: await readPeopleHolding(db, contract, 'oversight'),
    });
  }
  return papers;
}
