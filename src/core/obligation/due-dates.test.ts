import { describe, expect, test } from 'vitest';
import { everythingCalendar } from '../../../test/obligation/build.ts';
import { formatInstant } from '../instant.ts';
import type { Due } from '../plan/format/schema-contract.ts';
import { type DueContext, dueDates, endOfDate, morningOf } from './due-dates.ts';

const context: DueContext = {
  executed: '2026-10-01',
  term: { from: '2026-11-01', until: '2028-03-01' },
  published: '2026-11-20',
  changed: undefined,
  calendars: { business: everythingCalendar },
};

describe('dates that come once', () => {
  test.each<readonly [string, Due, Partial<DueContext>, readonly string[]]>([
    ['a date is itself, also before the plan was published', '2026-01-31', {}, ['2026-01-31']],
    ['day 0 is the execution', { days: 90, after: 'execution' }, {}, ['2026-12-30']],
    [
      'without an execution nothing is counted',
      { days: 90, after: 'execution' },
      { executed: undefined },
      [],
    ],
    ['days after the publication', { days: 1, after: 'publication' }, {}, ['2026-11-21']],
    ['no change has been yet', { days: 10, after: 'change' }, {}, []],
    ['days after a change', { days: 10, after: 'change' }, { changed: '2026-11-20' }, ['2026-11-30']],
    ['a leap day is a day', { days: 1, after: 'execution' }, { executed: '2028-02-28' }, ['2028-02-29']],
    // Thanksgiving and the day after are closed; Saturday and Sunday too.
    [
      'business days leave out what is closed',
      { days: 4, of: 'business', after: 'publication' },
      {},
      ['2026-11-30'],
    ],
    ['an unknown calendar counts nothing', { days: 4, of: 'night', after: 'publication' }, {}, []],
    ['two ways at once are none', { days: 4, monthly: 3, after: 'publication' }, {}, []],
  ])('%s', (_title, due, changes, dates) => {
    expect(dueDates(due, { ...context, ...changes }).dates).toEqual(dates);
  });
});

describe('dates that come again', () => {
  test('a month that lacks the day has its last in its place', () => {
    const { dates, isRecurring } = dueDates({ monthly: 31 }, context);
    expect(isRecurring).toBe(true);
    expect(dates.slice(0, 5)).toEqual(['2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31']);
    expect(dates.at(-1)).toBe('2028-02-29');
  });
  test('what lay before the publication is not made up for', () => {
    expect(dueDates({ monthly: 15 }, context).dates[0]).toBe('2026-12-15');
  });
  test('every few months are counted from the month in which the term begins', () => {
    expect(dueDates({ monthly: 15, months: 3 }, context).dates).toEqual([
      '2027-02-15',
      '2027-05-15',
      '2027-08-15',
      '2027-11-15',
      '2028-02-15',
    ]);
  });
  test('the last day of the term counts, and nothing after it', () => {
    const { dates } = dueDates(
      { every: '90 days', after: 'publication' },
      {
        ...context,
        term: { from: undefined, until: '2027-05-19' },
      },
    );
    expect(dates).toEqual(['2027-02-18', '2027-05-19']);
  });
  test('a term that ends in the middle of an interval ends it', () => {
    const term = { from: undefined, until: '2027-05-18' };
    expect(dueDates({ every: '90 days', after: 'publication' }, { ...context, term }).dates).toEqual([
      '2027-02-18',
    ]);
  });
  test('counted from an execution long ago, those before the publication are left out', () => {
    const executed = '2019-04-15';
    const { dates } = dueDates({ every: '1 week', after: 'execution' }, { ...context, executed });
    expect(dates[0]).toBe('2026-11-23');
  });
  test('a term without an end is laid out for five years, and never beyond the bound', () => {
    const open = { ...context, term: { from: '2026-11-01', until: undefined } };
    expect(dueDates({ monthly: 1 }, open).dates.at(-1)).toBe('2031-11-01');
    expect(dueDates({ every: '1 day', after: 'publication' }, open).dates).toHaveLength(400);
  });
  test('hours make no dates', () => {
    expect(dueDates({ every: '4 hours', after: 'publication' }, context).dates).toEqual([]);
  });
});

test.each([
  ['Pacific standard time', '2026-12-15', 'America/Los_Angeles', '2026-12-16T08:00:00.000Z'],
  ['the evening before clocks go forward', '2027-03-13', 'America/Los_Angeles', '2027-03-14T08:00:00.000Z'],
  ['the day on which clocks go forward', '2027-03-14', 'America/Los_Angeles', '2027-03-15T07:00:00.000Z'],
  // Midnight is skipped there: the next day begins at one o'clock.
  ['a zone whose day begins at one', '2026-09-05', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
])('a date ends where the next one begins: %s', (_title, date, zone, instant) => {
  expect(formatInstant(endOfDate(date, zone))).toBe(instant);
});

test('people are reminded at nine in the morning', () => {
  expect(formatInstant(morningOf('2027-03-15', -1, 'America/Los_Angeles'))).toBe('2027-03-14T16:00:00.000Z');
});
