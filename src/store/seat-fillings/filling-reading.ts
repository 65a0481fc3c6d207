import { type Kysely, type RawBuilder, sql } from 'kysely';
import {
  type FillingKey,
  type FillingPapers,
  type FillingReading,
  fillingRecordKey,
  type ListedFilling,
} from '../../app/ports/seat-fillings.ts';
import { wholeEvent } from '../../core/plain-event.ts';
import type { FillingEvent } from '../../core/seat/event.ts';
import type { LiveFilling } from '../../core/seat/state.ts';
import { readPeople, readPeopleHolding } from '../papers.ts';

/** More than a plan has seats. */
const SEATS_MAX = 5_000;

/** The questions about who fills seats, asked of PostgreSQL. */
export const fillingReading = (db: Kysely<unknown>): FillingReading => ({
  list: (contract, { before, max, seat }) =>
    listed(
      db,
      sql`contract_id = ${contract} and ${before === undefined ? sql`true` : sql`filling < ${before}`}
        and ${seat === undefined ? sql`true` : sql`seat_id = ${seat}`}`,
      max,
    ),
  one: async (key) => {
    const [found] = await listed(db, sql`contract_id = ${key.contract} and filling = ${key.filling}`, 1);
    return found && { ...found, events: await readFillingEvents(db, key) };
  },
  current: async (contract) => {
    const found = await listed(
      db,
      sql`contract_id = ${contract} and status in ('waiting', 'heldUp', 'agreed')`,
      SEATS_MAX,
    );
    // Of one seat the newest comes first; what comes later stays.
    return new Map(found.toReversed().map((one) => [one.state.filling.seat, one]));
  },
});

interface ListedRow {
  readonly contract_id: string;
  readonly filling: number;
  readonly state: LiveFilling;
}

async function listed(
  db: Kysely<unknown>,
  which: RawBuilder<unknown>,
  max: number,
): Promise<readonly ListedFilling[]> {
  const { rows } = await sql<ListedRow>`
    select contract_id, filling, state from seat_filling where ${which}
    order by contract_id, filling desc limit ${max}`.execute(db);
  return rows.map(({ contract_id: contract, filling, state }) => ({ contract, filling, state }));
}

/** Every event of a filling in order, with what was typed where it has not been erased. */
async function readFillingEvents(db: Kysely<unknown>, key: FillingKey): Promise<readonly FillingEvent[]> {
  const { contract, caseId } = fillingRecordKey(key);
  const { rows } = await sql<{ body: Readonly<Record<string, unknown>>; text: string | null }>`
    select body, text from event left join event_text using (contract_id, case_id, number)
    where contract_id = ${contract} and case_id = ${caseId} order by number`.execute(db);
  return rows.map(({ body: { textDigest, ...body }, text }) => {
    const whole = text === null ? body : { ...body, text };
    return wholeEvent(whole) as unknown as FillingEvent;
  });
}

interface PapersRow {
  readonly title: string;
  readonly time_zone: string;
  readonly seat_title: string | null;
  readonly hold_id: string | null;
}

/** Papers of fillings, in the order of their keys. */
export async function readFillingPapers(
  db: Kysely<unknown>,
  keys: readonly FillingKey[],
): Promise<readonly FillingPapers[]> {
  const papers: FillingPapers[] = [];
  for (const { contract, filling } of keys) {
    const events = await readFillingEvents(db, { contract, filling });
    const { rows } = await sql<PapersRow>`
      select contract.title, contract.time_zone, hold_id,
        (select rules -> 'seats' -> seat_id ->> 'title' from revision
          where revision.contract_id = contract.contract_id and revision.state = 'published') as seat_title
      from contract join seat_filling using (contract_id)
      where contract_id = ${contract} and filling = ${filling}`.execute(db);
    const [row] = rows;
    const named = events.flatMap((event) =>
      event.type === 'SeatFilled'
        ? [event.filling.holder ?? '', event.filling.before ?? '', event.by]
        : [event.by],
    );
    papers.push({
      contractTitle: row?.title ?? contract,
      timeZone: row?.time_zone ?? 'UTC',
      seatTitle: row?.seat_title ?? '',
      holdId: row?.hold_id ?? '',
      events,
      people: await readPeople(db, contract, [...new Set(named)]),
      managers: await readPeopleHolding(db, contract, 'programManager'),
      oversight: await readPeopleHolding(db, contract, 'oversight'),
    });
  }
  return papers;
}
