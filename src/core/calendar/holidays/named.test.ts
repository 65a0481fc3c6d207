import { expect, test } from 'vitest';
import { closedDates, namedCalendar, namedCalendarNames } from './named.ts';

const entriesOf = (name: string) => namedCalendar(name)?.entries ?? [];
const datesOf = (name: string) => entriesOf(name).map(({ date }) => date);
const OFFICES = 'us-ca-state-offices';
const CODE = 'us-ca-gov-code-6700';
const FEDERAL = 'us-federal';

test('there are three calendars, and no other answers to a name', () => {
  expect(namedCalendarNames()).toEqual([OFFICES, CODE, FEDERAL]);
  expect(namedCalendar('us-ca')).toBeUndefined();
  expect(namedCalendar('constructor')).toBeUndefined();
});

test.each(namedCalendarNames())(
  '%s says each date once, in order, with name and source, from 2015 to 2035',
  (name) => {
    const calendar = namedCalendar(name);
    const dates = datesOf(name);
    expect(calendar).toMatchObject({ name, from: '2015-01-01', until: '2035-12-31' });
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(dates[0]).toBe('2015-01-01');
    expect(dates.at(-1)).toBe('2035-12-25');
    for (const entry of entriesOf(name)) {
      expect(entry).toEqual({
        date: Temporal.PlainDate.from(entry.date).toString(),
        name: expect.stringMatching(/^[A-Z]/),
        source: expect.stringMatching(/§ \d+|U\.S\.C\./),
      });
    }
  },
);

test.each([
  [OFFICES, '2023-11-10', 'Veterans Day on a Saturday is kept on the Friday before'],
  [OFFICES, '2017-11-10', 'and in 2017'],
  [OFFICES, '2018-11-12', 'Veterans Day on a Sunday is kept on Monday'],
  [OFFICES, '2019-03-31', undefined],
  [OFFICES, '2019-04-01', '31 March on a Sunday is kept on Monday'],
  [OFFICES, '2023-01-02', 'New Year on a Sunday is kept on Monday'],
  [OFFICES, '2022-12-26', 'Christmas on a Sunday is kept on Monday'],
  [OFFICES, '2026-02-16', 'the third Monday of February'],
  [OFFICES, '2026-11-26', 'Thanksgiving'],
  [OFFICES, '2026-11-27', 'the day after Thanksgiving'],
  [OFFICES, '2023-11-24', 'the day after the fourth Thursday, not the fourth Friday'],
  [OFFICES, '2019-11-29', 'the day after the fourth Thursday, which is the fifth Friday'],
  [OFFICES, '2026-06-19', undefined],
  [OFFICES, '2026-07-03', undefined],
  [OFFICES, '2026-07-04', 'the Saturday itself stays a holiday'],
  [OFFICES, '2021-12-24', undefined],
  [OFFICES, '2021-12-31', undefined],
  [OFFICES, '2027-12-24', undefined],
  [OFFICES, '2023-11-11', undefined],
  [OFFICES, '2026-02-12', undefined],
  [OFFICES, '2026-02-17', undefined],
  [OFFICES, '2026-04-24', undefined],
  [OFFICES, '2026-09-09', undefined],
  [OFFICES, '2026-09-25', undefined],
  [OFFICES, '2026-10-12', undefined],
  [CODE, '2026-02-12', 'Lincoln Day'],
  [CODE, '2023-02-13', 'Lincoln Day on a Sunday is kept on Monday'],
  [CODE, '2026-02-17', 'Lunar New Year'],
  [CODE, '2022-02-01', undefined],
  [CODE, '2023-01-23', undefined],
  [CODE, '2026-04-24', 'Genocide Remembrance Day'],
  [CODE, '2022-04-24', undefined],
  [CODE, '2026-06-19', 'Juneteenth'],
  [CODE, '2022-06-20', undefined],
  [CODE, '2026-09-09', 'Admission Day'],
  [CODE, '2018-09-10', 'Admission Day on a Sunday is kept on Monday'],
  [CODE, '2026-09-25', 'the fourth Friday of September'],
  [CODE, '2015-09-25', 'Native American Day, from its first year'],
  [CODE, '2026-10-12', 'the second Monday of October'],
  [CODE, '2027-10-29', 'Diwali'],
  [CODE, '2025-10-20', undefined],
  [CODE, '2023-11-10', 'Veterans Day moves here too'],
  [CODE, '2026-11-26', 'Thanksgiving'],
  [CODE, '2026-11-27', undefined],
  [CODE, '2026-04-03', undefined],
  [FEDERAL, '2021-12-31', '1 January on a Saturday is kept in the year before'],
  [FEDERAL, '2022-01-01', undefined],
  [FEDERAL, '2026-07-03', 'Saturday is kept on Friday'],
  [FEDERAL, '2021-07-05', 'Sunday is kept on Monday'],
  [FEDERAL, '2021-06-18', 'Juneteenth of its first year, a Saturday'],
  [FEDERAL, '2020-06-19', undefined],
  [FEDERAL, '2025-01-20', 'Martin Luther King, which was Inauguration Day too'],
  [FEDERAL, '2021-01-20', undefined],
  [FEDERAL, '2026-03-31', undefined],
  [FEDERAL, '2026-11-27', undefined],
])('%s on %s: %s', (name, date, why) => {
  expect(datesOf(name).includes(date)).toBe(why !== undefined);
});

test('a moved holiday says that it is observed and by which law', () => {
  const moved = entriesOf(OFFICES).find(({ date }) => date === '2023-11-10');
  expect(moved).toEqual({
    date: '2023-11-10',
    name: 'Veterans Day (observed)',
    source: 'Cal. Gov. Code § 19853(a), § 19853(b)',
  });
});

test('a date with two holidays is said once, with both names', () => {
  const entry = entriesOf(CODE).find(({ date }) => date === '2034-11-10');
  expect(entry?.name).toBe('Diwali; Veterans Day (observed)');
});

test('31 March carries the name it had in its year', () => {
  const names = entriesOf(OFFICES).filter(({ date }) => date.endsWith('-03-31'));
  expect(names.find(({ date }) => date.startsWith('2025'))?.name).toBe('Cesar Chavez Day');
  expect(names.find(({ date }) => date.startsWith('2026'))?.name).toBe('Farmworkers Day');
});

/** A second way to the state's closed dates: walk every day of the data and ask whether it is one. */
function isClosed(date: Temporal.PlainDate): boolean {
  const is = (day: Temporal.PlainDate, monthDay: string) => day.toString().endsWith(monthDay);
  const fixed = ['-01-01', '-03-31', '-07-04', '-11-11', '-12-25'];
  const weekday = date.dayOfWeek;
  const week = Math.ceil(date.day / 7);
  if (date.month === 11 && date.day === 10 && weekday === 5) return true;
  if (date.month === 11 && date.day === 11 && weekday === 6) return false;
  if (weekday === 7) return false;
  if (fixed.some((monthDay) => is(date, monthDay))) return true;
  if (weekday === 1 && fixed.some((monthDay) => is(date.subtract({ days: 1 }), monthDay))) return true;
  if (weekday === 1 && week === 3 && (date.month === 1 || date.month === 2)) return true;
  if (weekday === 1 && date.month === 5 && date.day + 7 > 31) return true;
  if (weekday === 1 && date.month === 9 && week === 1) return true;
  if (date.month !== 11) return false;
  const yesterday = date.subtract({ days: 1 });
  const fourthThursday = (day: Temporal.PlainDate) => day.dayOfWeek === 4 && Math.ceil(day.day / 7) === 4;
  return fourthThursday(date) || fourthThursday(yesterday);
}

test('the closed dates of state offices are those that a walk over every day finds', () => {
  const found: string[] = [];
  let date = Temporal.PlainDate.from('2015-01-01');
  for (; date.year <= 2035; date = date.add({ days: 1 })) if (isClosed(date)) found.push(date.toString());
  expect(datesOf(OFFICES)).toEqual(found);
});

test('Lunar New Year is where the lunisolar calendar of the runtime has it', () => {
  const listed = entriesOf(CODE).filter(({ name }) => name === 'Lunar New Year');
  const reckoned = listed.map(({ date }) => {
    const { year } = Temporal.PlainDate.from(date);
    const first = Temporal.PlainDate.from({ calendar: 'chinese', year, month: 1, day: 1 });
    return first.withCalendar('iso8601').toString();
  });
  expect(listed.map(({ date }) => date)).toEqual(reckoned);
  expect(listed).toHaveLength(13);
});

const SYNODIC_DAYS = 29.530_588_861;
/** A new moon of the year 2000, in days of the epoch. */
const NEW_MOON_DAY = Date.UTC(2000, 0, 6, 18, 14) / 86_400_000;

test('Diwali is within a day and a half of a new moon, between mid October and mid November', () => {
  const listed = entriesOf(CODE).filter(({ name }) => name.startsWith('Diwali'));
  expect(listed).toHaveLength(10);
  for (const { date } of listed) {
    // The evening in India, noon in universal time near enough; the mean moon is off by up to 14 hours.
    const age = ((Date.parse(`${date}T12:00Z`) / 86_400_000 - NEW_MOON_DAY) / SYNODIC_DAYS) % 1;
    expect(Math.min(age, 1 - age) * SYNODIC_DAYS, date).toBeLessThan(1.5);
    expect(date.slice(5) >= '10-15' && date.slice(5) <= '11-15', date).toBe(true);
  }
});

test('closed dates between two dates include both', () => {
  const calendar = namedCalendar(OFFICES);
  const dates = calendar ? closedDates(calendar, '2026-11-26', '2026-12-25').map(({ date }) => date) : [];
  expect(dates).toEqual(['2026-11-26', '2026-11-27', '2026-12-25']);
});
