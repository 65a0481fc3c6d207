import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { FilledSeat, LinesPage, Lists, QueueAsked, WorkAsked } from '../../app/ports/lists.ts';
import type { DetailTimes } from '../../core/attestation/state.ts';
import type { ReportedTimes } from '../../core/contact-report/state.ts';
import { asInstant, formatInstant } from '../../core/instant.ts';
import type { Revisions } from '../revisions.ts';
import { listLines, pageOfLines } from './case-lines.ts';
import { inSight } from './cases.ts';
import { CONFIRMED } from './confirmed.ts';
import { milliseconds } from './milliseconds.ts';
import { countPromises } from './promises.ts';
import { type Asked, instantFor } from './reading.ts';
import { REPORTED } from './reported.ts';

/** The lists of the portal, asked of PostgreSQL. */
export const postgresLists = ({ db, revisions, now }: Asked): Lists => ({
  ...listsAsOf({ db, revisions, now }),
  asOf: (asked) => listsAsOf({ db, revisions, now: asked }),
  queue: (asked) =>
    pageOfLines(db, revisions, {
      ...asked,
      order: OWED,
      where: [sql`owed_at is not null and owes_word`],
      anyOf: inQueue(asked),
    }),
  work: (asked) => listWork(db, revisions, asked),
  seats: (contract) => listSeats(db, contract),
});

const OWED = { column: 'owed_at', isDown: false } as const;

const listsAsOf = ({ db, revisions, now }: Asked): Pick<Lists, 'cases' | 'promises' | 'running'> => ({
  cases: async (asked) => listLines(db, revisions, asked, await instantFor(asked.sight, now)),
  promises: async (asked) => countPromises(db, asked, await instantFor(asked.sight, now)),
  running: async ({ sight, ...asked }) =>
    pageOfLines(db, revisions, {
      ...asked,
      order: OWED,
      where: [
        sql`owed_at < 'infinity' and not practice`,
        inSight(asked.contract, sight, await instantFor(sight, now)),
      ],
    }),
});

/** What makes a case somebody's to answer: their account, handed over to them, or at a level contacted. */
function inQueue({ person, hasEvery, levelMin }: QueueAsked): readonly RawBuilder<unknown>[] {
  if (hasEvery || levelMin === 1) return [];
  const mine = [sql`accounts @> array[${person}::text]`, sql`owner = ${person}`];
  if (levelMin === undefined) return mine;
  return [...mine, sql`level > 1 and level >= ${levelMin} and status = 'open'`];
}

const listWork = (
  db: Kysely<unknown>,
  revisions: Revisions,
  { section, until, ...asked }: WorkAsked,
): Promise<LinesPage> =>
  section === 'coming'
    ? pageOfLines(db, revisions, {
        ...asked,
        order: { column: 'oversight_step_at', isDown: false },
        where: [sql`oversight_step_at < ${formatInstant(until)}`],
      })
    : pageOfLines(db, revisions, {
        ...asked,
        order: { column: 'oversight_at', isDown: false },
        where: [sql`oversight_at is not null and oversight_work @> array[${section}::text]`],
      });

interface SeatRow {
  readonly seat_id: string;
  readonly since: number;
  readonly person_id: string;
  readonly name: string | null;
  readonly office: string | null;
  readonly mobile: string | null;
  readonly email: string | null;
  readonly shown: FilledSeat['shown'];
  readonly confirmed: FilledSeat['confirmed'];
  readonly doubted: DetailTimes | null;
  readonly reported: ReportedTimes | null;
}

/** A plan has some dozens of seats. */
const SEATS_MAX = 5_000;

async function listSeats(db: Kysely<unknown>, contract: string): Promise<readonly FilledSeat[]> {
  const { rows } = await sql<SeatRow>`
    select seat_id, ${milliseconds('since')} as since, person.person_id, name, office, mobile, email, shown,
      ${CONFIRMED} as confirmed, ${REPORTED} as reported,
      (select state -> 'doubted' from attestation where attestation.contract_id = person.contract_id
        and attestation.person_id = person.person_id) as doubted
    from seat join person using (contract_id, person_id)
    where contract_id = ${contract} order by seat_id limit ${SEATS_MAX}`.execute(db);
  return rows.map((row) => ({
    seat: row.seat_id,
    since: asInstant(row.since),
    personId: row.person_id,
    name: row.name ?? undefined,
    office: row.office ?? undefined,
    mobile: row.mobile ?? undefined,
    email: row.email ?? undefined,
    shown: row.shown,
    confirmed: row.confirmed,
    doubted: row.doubted ?? {},
    reported: row.reported ?? {},
  }));
}
