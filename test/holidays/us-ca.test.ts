import Holidays from 'date-holidays';
import { expect, test } from 'vitest';
import { namedCalendar } from '../../src/core/calendar/holidays/named.ts';

const isWeekday = (date: string): boolean => Temporal.PlainDate.from(date).dayOfWeek <= 5;
const years = Array.from({ length: 9 }, (_, index) => 2019 + index);

/** Why a plan never takes its holidays from a library: it is right about other offices than the contract's. */
test('for 2019 to 2027 the library misses a closed weekday of state offices and closes thirteen open ones', () => {
  const region = new Holidays('US', 'CA');
  const theirs = years
    .flatMap((year) => region.getHolidays(year).filter(({ type }) => type === 'public'))
    .map(({ date }) => date.slice(0, 10))
    .filter((date) => isWeekday(date) && date < '2028');
  const ours = (namedCalendar('us-ca-state-offices')?.entries ?? [])
    .map(({ date }) => date)
    .filter((date) => isWeekday(date) && date >= '2019' && date < '2028');
  expect(ours.filter((date) => !theirs.includes(date))).toEqual(['2023-11-10']);
  expect(new Set(theirs.filter((date) => !ours.includes(date))).size).toBe(13);
});
