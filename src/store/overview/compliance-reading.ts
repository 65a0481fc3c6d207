import { type Kysely, type RawBuilder, sql } from 'kysely';
import type {
  ComplianceAsked,
  ComplianceReading,
  EndFigures,
  LevelFigure,
  MetFigure,
  StepFigure,
} from '../../app/ports/compliance.ts';
import { formatInstant } from '../../core/instant.ts';

/** What a report says of a time, counted by PostgreSQL from the events themselves. */
export const complianceReading = (db: Kysely<unknown>): ComplianceReading => ({
  steps: (asked) => stepFigures(db, asked),
  met: (asked) => metFigures(db, asked),
  levels: (asked) => levelFigures(db, asked),
  ends: (asked) => endFigures(db, asked),
});

const within = ({ from, until }: ComplianceAsked, at: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`${at} >= ${formatInstant(from)}::timestamptz and ${at} < ${formatInstant(until)}::timestamptz`;

/** Events of a time that are of cases, and of none that is a drill or a sample. */
const counted = (asked: ComplianceAsked, types: readonly string[]): RawBuilder<unknown> => sql`
  event join "case" using (contract_id, case_id)
  where event.contract_id = ${asked.contract} and not practice
    and ${within(asked, sql`event.at`)} and event.type = any(${[...types]}::text[])`;

/** A step is called by its track and its level: of an old track too. */
async function stepFigures(db: Kysely<unknown>, asked: ComplianceAsked): Promise<readonly StepFigure[]> {
  const { rows } = await sql<StepFigure>`
    select split_part(body ->> 'step', '/', 1) as track, (body ->> 'level')::int as level,
      count(*) filter (where event.type = 'StepFellDue') as "fellDue",
      count(*) filter (where event.type = 'Escalated' and body -> 'early' is null) as taken,
      count(*) filter (where event.type = 'Escalated' and body -> 'early' is not null) as early,
      count(*) filter (where event.type = 'StepDeclined') as declined,
      count(*) filter (where event.type = 'StepWithdrawn') as withdrawn
    from ${counted(asked, ['StepFellDue', 'Escalated', 'StepDeclined', 'StepWithdrawn'])}
    group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

/**
 * A satisfaction that was taken back was never said. A step that is no longer due was answered in time. A case is counted
 * where its customer was satisfied, on the track that it had at its end.
 */
async function metFigures(db: Kysely<unknown>, asked: ComplianceAsked): Promise<readonly MetFigure[]> {
  const before = sql`from event was where was.contract_id = event.contract_id and was.case_id = event.case_id
    and was.number < event.number`;
  const { rows } = await sql<MetFigure>`
    with closed as (
      select event.contract_id, event.case_id, "case".track,
        (select max((was.body ->> 'level')::int) ${before} and was.type = 'LevelContacted') as level,
        (select coalesce(sum(case was.type when 'StepFellDue' then 1 else -1 end), 0) ${before}
          and was.type in ('StepFellDue', 'StepWithdrawn') and (was.body ->> 'level')::int > (
            select max((body ->> 'level')::int) ${before} and was.type = 'LevelContacted')) as due
      from ${counted(asked, ['CaseClosed'])} and body ->> 'reason' = 'satisfied'
        and coalesce((select next.type from event next
          where next.contract_id = event.contract_id and next.case_id = event.case_id and next.number > event.number
            and next.type in ('SatisfactionUndone', 'CaseClosed')
          order by next.number limit 1), '') <> 'SatisfactionUndone')
    select track, level, count(*) as cases from closed where due = 0 group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

/** From where a level was contacted to where the next was, or to the end of the case; by the contract's instants. */
async function levelFigures(db: Kysely<unknown>, asked: ComplianceAsked): Promise<readonly LevelFigure[]> {
  interface Row {
    readonly level: number;
    readonly reached: number;
    readonly left: number;
    readonly median: number | null;
    readonly longest: number | null;
  }
  const { rows } = await sql<Row>`
    with reached as (
      select event.contract_id, event.case_id, event.number, (body ->> 'level')::int as level,
        (body ->> 'occurredAt')::timestamptz as since
      from ${counted(asked, ['LevelContacted'])}),
    stood as (
      select level, (extract(epoch from gone.at - since) * 1000)::int8 as ms
      from reached left join lateral (
        select (body ->> 'occurredAt')::timestamptz as at from event next
        where next.contract_id = reached.contract_id and next.case_id = reached.case_id
          and next.number > reached.number and next.type in ('LevelContacted', 'CaseClosed')
        order by next.number limit 1) gone on true)
    select level, count(*) as reached, count(ms) as "left",
      percentile_disc(0.5) within group (order by ms) as median, max(ms) as longest
    from stood group by level order by level`.execute(db);
  return rows.map(({ median, longest, ...row }) => ({
    ...row,
    medianMs: median ?? undefined,
    longestMs: longest ?? undefined,
  }));
}

async function endFigures(db: Kysely<unknown>, asked: ComplianceAsked): Promise<EndFigures> {
  const { rows } = await sql<EndFigures>`
    select count(*) filter (where event.type = 'CaseOpened') as opened,
      count(*) filter (where body ->> 'reason' = 'satisfied') as satisfied,
      count(*) filter (where body ->> 'reason' = 'withdrawn') as withdrawn,
      count(*) filter (where event.type = 'CaseClosed'
        and body ->> 'reason' not in ('satisfied', 'withdrawn')) as otherwise
    from ${counted(asked, ['CaseOpened', 'CaseClosed'])}`.execute(db);
  return rows[0]!;
}
