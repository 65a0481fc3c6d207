import type { CalendarRules, Holiday } from '../../calendar/calendar.ts';
import { calendarProblems } from '../../calendar/calendar-problems.ts';
import { namedCalendar } from '../../calendar/holidays/named.ts';
import { parseSpan } from '../../span.ts';
import { calendarOf } from '../asked/lookup.ts';
import type { Plan } from '../format/schema.ts';
import type { WrittenCalendar } from '../format/schema-routes.ts';
import { parseWeek, parseWindows } from '../format/week.ts';

/**
 * A calendar of the plan with every date written out, so that no later holiday list moves what was computed by it.
 * Undefined where the plan has no such calendar or where it says too little to be counted in; `check` says what.
 *
 *     calendarRulesOf(plan, 'business')
 */
export function calendarRulesOf(plan: Plan, name: string): CalendarRules | undefined {
  const written = calendarOf(plan, name);
  const timeZone = written?.timeZone ?? plan.contract?.timeZone;
  const hours = written?.hours ?? (written?.week && parseWeek(written.week));
  if (!written || !hours || timeZone === undefined) return undefined;
  if (hours === 'always') return { timeZone, hours, holidays: [], exceptions: {} };
  const { use, remove = [], add = [] } = written.holidays ?? {};
  const named = use === undefined ? undefined : namedCalendar(use);
  if (use !== undefined && !named) return undefined;
  const removed = new Set(remove.map((one) => asHoliday(one).date));
  const closed = [...(named?.entries ?? []), ...add.map(asHoliday)].filter(({ date }) => !removed.has(date));
  const rules: CalendarRules = {
    timeZone,
    hours,
    holidays: closed.map(({ date, name: title }) => ({ date, name: title })).sort(byDate),
    exceptions: exceptionsOf(written),
    businessDay: written.businessDay,
    normalDayMs: normalDayMs(written.normalDay),
    dataUntil: named?.until,
  };
  return calendarProblems(rules).length === 0 ? rules : undefined;
}

type WrittenHoliday = NonNullable<NonNullable<WrittenCalendar['holidays']>['add']>[number];

const asHoliday = (written: WrittenHoliday): Holiday =>
  typeof written === 'string'
    ? { date: written, name: written }
    : { date: written.date ?? '', name: written.name ?? written.date ?? '' };

const byDate = (a: Holiday, b: Holiday): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

const exceptionsOf = ({ exceptions = {} }: WrittenCalendar): CalendarRules['exceptions'] =>
  Object.fromEntries(Object.entries(exceptions).map(([date, windows]) => [date, parseWindows(windows)]));

function normalDayMs(written: string | undefined): number | undefined {
  const span = written === undefined ? undefined : parseSpan(written);
  return span?.unit === 'time' ? span.ms : undefined;
}
