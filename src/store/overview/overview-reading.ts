import { type Kysely, type RawBuilder, sql } from 'kysely';
import type {
  AnswerClock,
  AnswerCourse,
  AnswerFigures,
  AnswersAsked,
  CountedCases,
  OpenCounts,
  OverviewReading,
} from '../../app/ports/overview.ts';
import { ANSWERS, type AnswerKind } from '../../core/case/answer-times.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';

/** The counts, asked of PostgreSQL; each is answered by one index, and no state is read. */
export const overviewReading = (db: Kysely<unknown>): OverviewReading => ({
  open: (counted, now, dayEndsAt) => openCounts(db, counted, now, dayEndsAt),
  answers: (asked) => answerFigures(db, asked),
  course: (asked) => answerCourse(db, asked),
});

const ofCustomers = ({ customers }: CountedCases): RawBuilder<unknown> =>
  customers === undefined ? sql`true` : sql`customer_id = any(${[...customers]}::text[])`;

interface OpenRow {
  readonly track: string;
  readonly level: number;
  readonly waiting_kind: string;
  readonly waiting_party: string | null;
  readonly cases: number;
}

/** Where cases stand is counted by an index alone; what is owed by the end of another, which has few. */
async function openCounts(
  db: Kysely<unknown>,
  counted: CountedCases,
  now: Instant,
  dayEndsAt: Instant,
): Promise<OpenCounts> {
  const open = sql`contract_id = ${counted.contract} and status = 'open' and not practice
    and ${ofCustomers(counted)}`;
  const { rows } = await sql<OpenRow>`
    select track, level, waiting_kind, waiting_party, count(*) as cases from "case" where ${open}
    group by track, level, waiting_kind, waiting_party
    order by track, level, waiting_kind, waiting_party`.execute(db);
  const { rows: owed } = await sql<{ late: number; due_today: number }>`
    select count(*) filter (where owed_at <= ${formatInstant(now)}::timestamptz) as late,
      count(*) filter (where owed_at > ${formatInstant(now)}::timestamptz) as due_today
    from "case" where ${open} and owed_at < ${formatInstant(dayEndsAt)}::timestamptz`.execute(db);
  const groups = rows.map(({ track, level, cases, ...row }) => ({
    track,
    level,
    waitingKind: row.waiting_kind,
    waitingParty: row.waiting_party ?? undefined,
    cases,
  }));
  return { groups, late: owed[0]?.late ?? 0, dueToday: owed[0]?.due_today ?? 0 };
}

/** The column that times one kind of answer by one clock. */
const timed = (kind: AnswerKind, clock: AnswerClock): RawBuilder<number> =>
  sql.ref(clock === 'plain' ? `${kind}_ms` : `${kind}_open_ms`);

const asked = (one: AnswersAsked): RawBuilder<unknown> => sql`
  contract_id = ${one.contract} and opened_from >= ${formatInstant(one.from)}::timestamptz
  and opened_from < ${formatInstant(one.until)}::timestamptz and ${ofCustomers(one)}`;

interface SummaryRow {
  readonly cases: number;
  readonly came: number;
  readonly ranks: readonly number[] | null;
  readonly outstanding: number;
  readonly never: number;
}

async function answerFigures(db: Kysely<unknown>, one: AnswersAsked): Promise<AnswerFigures> {
  let cases = 0;
  const summaries: AnswerFigures['summaries'][number][] = [];
  for (const kind of ANSWERS) {
    const came = sql.ref(`${kind}_ms`);
    const ms = timed(kind, one.clock);
    const { rows } = await sql<SummaryRow>`
      select count(*) as cases, count(${ms}) as came,
        to_json(percentile_disc(array[0.5, 0.9]) within group (order by ${ms})) as ranks,
        count(*) filter (where ${came} is null and is_open) as outstanding,
        count(*) filter (where ${came} is null and not is_open) as never
      from answer_time where ${asked(one)}`.execute(db);
    const row = rows[0]!;
    cases = row.cases;
    const [medianMs, ninetiethMs] = row.came === 0 ? [] : (row.ranks ?? []);
    summaries.push({
      kind,
      came: row.came,
      medianMs,
      ninetiethMs,
      outstanding: row.outstanding,
      never: row.never,
    });
  }
  return { cases, summaries };
}

async function answerCourse(
  db: Kysely<unknown>,
  one: Parameters<OverviewReading['course']>[0],
): Promise<AnswerCourse> {
  const ms = timed(one.kind, one.clock);
  const local = sql`(opened_from at time zone ${one.timeZone})`;
  const chosen = sql`from answer_time where ${asked(one)} and ${ms} is not null`;
  const { rows: classes } = await sql<{ class: number; came: number }>`
    select width_bucket(${ms} - 1, ${[...one.limitsMs]}::bigint[]) as class, count(*) as came ${chosen}
    group by 1`.execute(db);
  const { rows: weeks } = await sql<{ monday: string; came: number; ranks: readonly [number, number] }>`
    select date_trunc('week', ${local})::date::text as monday, count(*) as came,
      to_json(percentile_disc(array[0.5, 0.9]) within group (order by ${ms})) as ranks ${chosen}
    group by 1 order by 1`.execute(db);
  const { rows: hours } = await sql<{ weekday: number; hour: number; came: number; median: number }>`
    select extract(isodow from ${local})::int as weekday, extract(hour from ${local})::int as hour,
      count(*) as came, percentile_disc(0.5) within group (order by ${ms}) as median ${chosen}
    group by 1, 2 order by 1, 2`.execute(db);
  const byClass = new Map(classes.map((row) => [row.class, row.came]));
  return {
    classes: Array.from({ length: one.limitsMs.length + 1 }, (_, index) => byClass.get(index) ?? 0),
    weeks: weeks.map(({ monday, came, ranks }) => ({
      monday,
      came,
      medianMs: ranks[0],
      ninetiethMs: ranks[1],
    })),
    hours: hours.map(({ median, ...row }) => ({ ...row, medianMs: median })),
  };
}
