import type { CalendarRules } from '../../core/calendar/calendar.ts';
import { compileCalendar } from '../../core/calendar/compile-calendar.ts';
import { type MonthDay, monthOf } from '../../core/calendar/month.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { problemBox } from '../frame.tsx';
import { table } from '../parts/lists.tsx';

interface CalendarsOfPlan {
  readonly language: Language;
  readonly contract: string;
  readonly rules: Revision;
  /** `2026-11`. */
  readonly month: string;
  readonly problem: RefusalWords | undefined;
}

/** A month of each calendar: which dates are business days, and why the others are none. */
export function calendarMonths(view: CalendarsOfPlan): Html {
  const { language, rules, month, problem } = view;
  const { planPage, papers } = catalogue(language);
  const words = planPage.calendars;
  return (
    <div data-page-only="">
      <h3>{papers.offer.month}</h3>
      {problem && problemBox(problem)}
      {Object.entries(rules.calendars)
        .filter(([, calendar]) => calendar.hours !== 'always')
        .map(([name, calendar]) => calendarPart(view, name, calendar))}
      <p class="no-print">
        <a href={monthPath(view, -1)}>{words.previous({ month: monthBy(month, -1) })}</a>
        {' · '}
        <a href={monthPath(view, 1)}>{words.next({ month: monthBy(month, 1) })}</a>
      </p>
    </div>
  );
}

const monthPath = ({ contract, month }: CalendarsOfPlan, by: number): string =>
  `/plans/${encodeURIComponent(contract)}?month=${monthBy(month, by)}#calendars`;

/** A month so many later: `2026-12` is followed by `2027-01`. */
function monthBy(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

function calendarPart({ language, month }: CalendarsOfPlan, name: string, rules: CalendarRules): Html {
  const words = catalogue(language).planPage.calendars;
  const days = monthOf(compileCalendar(rules), month);
  const { dataUntil } = rules;
  const special = days.filter(({ holiday, isException }) => holiday !== undefined || isException);
  const lastDay = days.at(-1)?.date ?? '';
  return (
    <>
      <p>{words.businessDays({ count: days.filter(({ isBusinessDay }) => isBusinessDay).length })}</p>
      {table({
        caption: words.table({ calendar: name, month }),
        columns: [words.weekColumn, ...words.weekdays].map((title) => ({ title })),
        rows: weeksOf(days).map((week) => [
          words.week({ from: week.find((day) => day !== undefined)?.date ?? '' }),
          ...week.map((day) => day && dayCell(day, language)),
        ]),
      })}
      {special.length > 0 && (
        <ul>
          {special.map(({ date, holiday, windows }) => (
            <li>
              {holiday === undefined
                ? words.otherHours({ date, windows })
                : words.closedDay({ date, name: holiday })}
            </li>
          ))}
        </ul>
      )}
      {dataUntil !== undefined && dataUntil < lastDay && <p>{words.knownUntil({ until: dataUntil })}</p>}
    </>
  );
}

/** Seven cells a week from Monday on; what belongs to the months beside is empty. */
function weeksOf(days: readonly MonthDay[]): readonly (readonly (MonthDay | undefined)[])[] {
  const before = days[0]?.weekday ?? 0;
  const cells = [...Array.from({ length: before }, () => undefined), ...days];
  const weeks: (MonthDay | undefined)[][] = [];
  for (let start = 0; start < cells.length; start += 7) {
    const week = cells.slice(start, start + 7);
    weeks.push([...week, ...Array.from({ length: 7 - week.length }, () => undefined)]);
  }
  return weeks;
}

/** A date and whether it counts; what is special about it is said below the table as well. */
function dayCell({ date, isBusinessDay, holiday, isException }: MonthDay, language: Language): Html {
  const words = catalogue(language).planPage.calendars;
  const otherwise = holiday === undefined ? words.closed : words.holiday;
  return (
    <>
      <strong>{Number(date.slice(8))}</strong>
      <br />
      <span class={isBusinessDay ? 'small' : 'small quiet'}>
        {isBusinessDay ? (isException ? words.exception : words.open) : otherwise}
      </span>
    </>
  );
}
