import Holidays from 'date-holidays';
import { expect, test } from 'vitest';
import { namedCalendar } from '../../src/core/calendar/holidays/named.ts';

const isWeekday = (date: string): boolean => Temporal.PlainDate.from(date).dayOfWeek <= 5;

/** The weekdays that `date-holidays` takes for closed; it lists moved days beside the weekend dates they replace. */
const believed = (year: number): string[] =>
  new Holidays('US')
    .getHolidays(year)
    .filter(({ type, substitute }) => type === 'public' || substitute)
    .map(({ date }) => date.slice(0, 10))
    .filter(isWeekday);

test('the federal calendar has the weekdays that an independent library has, and no weekend', () => {
  const theirs = Array.from({ length: 21 }, (_, index) => believed(2015 + index)).flat();
  const ours = namedCalendar('us-federal')?.entries.map(({ date }) => date) ?? [];
  expect(ours).toEqual([...new Set(theirs)].sort());
});
