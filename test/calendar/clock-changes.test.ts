import { expect, test } from 'vitest';
import type { CalendarRules, Window } from '../../src/core/calendar/calendar.ts';
import { compileCalendar } from '../../src/core/calendar/compile-calendar.ts';
import { dueAt } from '../../src/core/calendar/due-at.ts';
import { nextOpening, openBetween } from '../../src/core/calendar/open-between.ts';
import { formatInstant, type Instant, parseInstant } from '../../src/core/instant.ts';
import { parseSpan, type Span } from '../../src/core/span.ts';

/** Every weekday alike. */
const daily = (timeZone: string, ...windows: Window[]): CalendarRules => ({
  timeZone,
  hours: { mon: windows, tue: windows, wed: windows, thu: windows, fri: windows, sat: windows, sun: windows },
  holidays: [],
  exceptions: {},
  businessDay: 'same-time',
});
const hours = (from: number, until: number): Window => ({ from: from * 60, until: until * 60 });

const LA = 'America/Los_Angeles';
const at = (text: string): Instant => parseInstant(text) as Instant;

test.each([
  [
    'an hour is missing where clocks go forward',
    daily(LA, hours(1, 5)),
    '2026-03-08T00:00-08:00',
    '2026-03-08T12:00-07:00',
    3,
  ],
  [
    'an hour comes twice where clocks go back',
    daily(LA, hours(0, 4)),
    '2026-11-01T00:00-07:00',
    '2026-11-01T12:00-08:00',
    5,
  ],
  [
    'half an hour is missing',
    daily('Australia/Lord_Howe', hours(1, 5)),
    '2026-10-04T00:00+10:30',
    '2026-10-04T12:00+11:00',
    3.5,
  ],
  [
    'a window inside the skipped hour opens after it',
    daily(LA, hours(2, 2.5)),
    '2026-03-08T00:00-08:00',
    '2026-03-08T12:00-07:00',
    0.5,
  ],
  [
    'a window that would end before it begins does not open',
    daily(LA, hours(2.5, 3)),
    '2026-03-08T00:00-08:00',
    '2026-03-08T12:00-07:00',
    0,
  ],
  [
    'a window that ends in the repeated hour ends the first time',
    daily(LA, hours(0, 1.5)),
    '2026-11-01T00:00-07:00',
    '2026-11-01T12:00-08:00',
    1.5,
  ],
  [
    'a date that never was has no hours',
    daily('Pacific/Apia', hours(8, 17)),
    '2011-12-29T00:00-10:00',
    '2011-12-31T23:00+14:00',
    18,
  ],
  [
    'a night runs over a date that never was',
    daily('Pacific/Apia', hours(22, 30)),
    '2011-12-29T12:00-10:00',
    '2011-12-31T12:00+14:00',
    8,
  ],
  [
    'nights that reach into mornings count once',
    daily('UTC', hours(5, 13), hours(22, 30)),
    '2026-01-05T20:00Z',
    '2026-01-06T20:00Z',
    15,
  ],
  [
    'offsets may have seconds',
    daily('Africa/Monrovia', hours(8, 17)),
    '1972-01-06T08:44:30Z',
    '1972-01-06T17:44:30Z',
    9,
  ],
] as const)('%s', (_title, rules, from, until, open) => {
  expect(openBetween(compileCalendar(rules), at(from), at(until)) / 3_600_000).toBe(open);
});

test.each([
  [
    'the day after a date that never was',
    daily('Pacific/Apia', hours(8, 17)),
    '2011-12-29T16:00-10:00',
    '1 business day',
    '2011-12-31T16:00+14:00',
  ],
  [
    'calendar days step onto it and are moved on',
    daily('Pacific/Apia', hours(8, 17)),
    '2011-12-29T16:00-10:00',
    '1 day',
    '2011-12-31T16:00+14:00',
  ],
  [
    'a skipped reading is moved by what was skipped',
    daily(LA, hours(0, 24)),
    '2026-03-07T02:30-08:00',
    '1 business day',
    '2026-03-08T03:30-07:00',
  ],
  [
    'a repeated reading is the first',
    daily(LA, hours(0, 24)),
    '2026-10-31T01:30-07:00',
    '1 business day',
    '2026-11-01T01:30-07:00',
  ],
  [
    'hours really pass',
    daily(LA, hours(0, 24)),
    '2026-03-07T12:00-08:00',
    '24 hours',
    '2026-03-08T13:00-07:00',
  ],
  [
    'midnight belongs to the day that opens then',
    daily(LA, hours(0, 24)),
    '2026-05-05T00:00-07:00',
    '1 business day',
    '2026-05-06T00:00-07:00',
  ],
  [
    'midnight is still the day that closes then',
    daily(LA, hours(8, 24)),
    '2026-05-05T00:00-07:00',
    '1 business day',
    '2026-05-06T00:00-07:00',
  ],
] as const)('%s', (_title, rules, from, span, due) => {
  const found = dueAt(compileCalendar(rules), at(from), parseSpan(span) as Span);
  expect(found && formatInstant(found)).toBe(formatInstant(at(due)));
});

test('an instant inside hours is its own next opening, and a closing is not', () => {
  const office = compileCalendar(daily(LA, hours(8, 17)));
  expect(nextOpening(office, at('2026-05-05T16:59:59.999-07:00'))).toBe(at('2026-05-05T16:59:59.999-07:00'));
  expect(nextOpening(office, at('2026-05-05T17:00-07:00'))).toBe(at('2026-05-06T08:00-07:00'));
});

test('a calendar that never opens says so at once, and so does one that has closed for good', () => {
  const never: CalendarRules = { ...daily(LA), exceptions: { '2026-05-05': [hours(8, 9)] } };
  const calendar = compileCalendar(never);
  expect(dueAt(calendar, at('2026-01-01T00:00Z'), { unit: 'time', ms: 3_600_000 })).toBe(
    at('2026-05-05T09:00-07:00'),
  );
  expect(dueAt(calendar, at('2026-01-01T00:00Z'), { unit: 'time', ms: 3_600_001 })).toBeUndefined();
  expect(dueAt(calendar, at('2026-05-06T00:00Z'), { unit: 'businessDay', days: 1 })).toBeUndefined();
});
