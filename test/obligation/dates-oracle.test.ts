import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DueContext, dueDates } from '../../src/core/obligation/due-dates.ts';
import type { Due } from '../../src/core/plan/format/schema-contract.ts';
import { everythingCalendar } from './build.ts';

/**
 * The same dates by a second, slower program: it walks day by day from the first to the last and asks of each whether
 * something is due on it.
 */
function slowDates(due: Due, context: DueContext): readonly string[] {
  if (typeof due === 'string') return [due];
  const { published, term, executed, changed } = context;
  const start = due.after === 'execution' ? executed : due.after === 'change' ? changed : published;
  if (due.days !== undefined) return start === undefined ? [] : [slowDaysLater(start, due.days, due.of)];
  const end = term.until ?? Temporal.PlainDate.from(published).add({ years: 5 }).toString();
  const found: string[] = [];
  const first = term.from ?? executed ?? published;
  let waited = 0;
  let day = Temporal.PlainDate.from(due.monthly === undefined ? (start ?? published) : first);
  while (day.toString() <= end && found.length < 400) {
    const isDue = due.monthly === undefined ? isEvery(due.every ?? '', waited) : isMonthly(due, day, first);
    if (isDue && day.toString() >= published) found.push(day.toString());
    day = day.add({ days: 1 });
    waited += 1;
  }
  return found;
}

const isEvery = (every: string, waited: number): boolean =>
  waited > 0 && waited % Number(every.split(' ')[0]) === 0;

function isMonthly(due: Exclude<Due, string>, day: Temporal.PlainDate, first: string): boolean {
  const tomorrow = day.add({ days: 1 });
  const isLast = tomorrow.month !== day.month;
  const isDay = day.day === due.monthly || (isLast && day.day < (due.monthly ?? 0));
  const months = (day.year - Number(first.slice(0, 4))) * 12 + day.month - Number(first.slice(5, 7));
  return isDay && months % (due.months ?? 1) === 0;
}

function slowDaysLater(start: string, days: number, of: string | undefined): string {
  let day = Temporal.PlainDate.from(start);
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 });
    const isClosed =
      day.dayOfWeek > 5 || everythingCalendar.holidays.some(({ date }) => date === day.toString());
    if (of === undefined || !isClosed) left -= 1;
  }
  return day.toString();
}

const date = fc
  .integer({ min: 0, max: 365 * 8 })
  .map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }).toString());
const after = fc.constantFrom('execution', 'publication', 'change');
const due: fc.Arbitrary<Due> = fc.oneof(
  date,
  fc.record({ days: fc.integer({ min: 1, max: 400 }), after }, { noNullPrototype: true }),
  fc.record(
    { days: fc.integer({ min: 1, max: 60 }), of: fc.constant('business'), after },
    { noNullPrototype: true },
  ),
  fc.record(
    { every: fc.integer({ min: 1, max: 400 }).map((days) => `${days} days`), after },
    { noNullPrototype: true },
  ),
  fc.record(
    { monthly: fc.integer({ min: 1, max: 31 }), months: fc.integer({ min: 1, max: 14 }) },
    { requiredKeys: ['monthly'], noNullPrototype: true },
  ),
) as fc.Arbitrary<Due>;
const context = fc.record({
  executed: date,
  term: fc.record({ from: date, until: fc.option(date, { nil: undefined }) }),
  published: date,
  changed: date,
});

test('two programs agree on the dates: short months, leap years, terms that end in between', () => {
  fc.assert(
    fc.property(due, context, (rule, asked) => {
      const whole: DueContext = { ...asked, calendars: { business: everythingCalendar } };
      expect(dueDates(rule, whole).dates).toEqual(slowDates(rule, whole));
    }),
    { numRuns: process.env.LADDER_LONG ? 5_000 : 300 },
  );
});
