import { expect, test } from 'vitest';
import type { CalendarRules } from '../../src/core/calendar/calendar.ts';
import { compileCalendar } from '../../src/core/calendar/compile-calendar.ts';
import { dueAt } from '../../src/core/calendar/due-at.ts';
import { dueAfterPauses } from '../../src/core/calendar/pauses.ts';
import { formatInstant, type Instant, parseInstant } from '../../src/core/instant.ts';
import { parseSpan, type Span } from '../../src/core/span.ts';
import { california, californiaHolidays } from './california.ts';
import { oracleDueAt } from './oracle.ts';

const HOLIDAYS = californiaHolidays(2023, 2027);
const ALWAYS: CalendarRules = {
  timeZone: 'America/Los_Angeles',
  hours: 'always',
  holidays: [],
  exceptions: {},
};
const SAME_TIME = california('same-time', HOLIDAYS);
const CLOSE = california('close', HOLIDAYS);
const HOURS = california('hours', HOLIDAYS);

const instant = (text: string): Instant => parseInstant(text) as Instant;
const span = (text: string): Span => parseSpan(text) as Span;

const COLUMNS = [
  ['4 hours round the clock', ALWAYS, '4 hours'],
  ['4 business hours', SAME_TIME, '4 hours'],
  ['1 business day, same time', SAME_TIME, '1 business day'],
  ['1 business day, close', CLOSE, '1 business day'],
  ['1 business day, hours', HOURS, '1 business day'],
  ['2 business days, same time', SAME_TIME, '2 business days'],
] as const;

// One row a start, one figure a column of `COLUMNS`.
const TABLE = [
  '2026-11-20T16:30-08:00 2026-11-20T20:30-08:00 2026-11-23T11:30-08:00 2026-11-23T16:30-08:00 2026-11-23T17:00-08:00 2026-11-23T16:30-08:00 2026-11-24T16:30-08:00',
  '2026-11-17T06:00-08:00 2026-11-17T10:00-08:00 2026-11-17T12:00-08:00 2026-11-18T08:00-08:00 2026-11-18T17:00-08:00 2026-11-17T17:00-08:00 2026-11-19T08:00-08:00',
  '2026-11-21T22:00-08:00 2026-11-22T02:00-08:00 2026-11-23T12:00-08:00 2026-11-24T08:00-08:00 2026-11-23T17:00-08:00 2026-11-23T17:00-08:00 2026-11-25T08:00-08:00',
  '2026-11-25T16:30-08:00 2026-11-25T20:30-08:00 2026-11-30T11:30-08:00 2026-11-30T16:30-08:00 2026-11-30T17:00-08:00 2026-11-30T16:30-08:00 2026-12-01T16:30-08:00',
  '2026-06-18T10:00-07:00 2026-06-18T14:00-07:00 2026-06-18T14:00-07:00 2026-06-19T10:00-07:00 2026-06-19T17:00-07:00 2026-06-19T10:00-07:00 2026-06-22T10:00-07:00',
  '2026-03-08T01:00-08:00 2026-03-08T06:00-07:00 2026-03-09T12:00-07:00 2026-03-10T08:00-07:00 2026-03-09T17:00-07:00 2026-03-09T17:00-07:00 2026-03-11T08:00-07:00',
  '2026-11-01T00:30-07:00 2026-11-01T03:30-08:00 2026-11-02T12:00-08:00 2026-11-03T08:00-08:00 2026-11-02T17:00-08:00 2026-11-02T17:00-08:00 2026-11-04T08:00-08:00',
  '2023-11-09T16:30-08:00 2023-11-09T20:30-08:00 2023-11-13T11:30-08:00 2023-11-13T16:30-08:00 2023-11-13T17:00-08:00 2023-11-13T16:30-08:00 2023-11-14T16:30-08:00',
  '2026-07-02T16:30-07:00 2026-07-02T20:30-07:00 2026-07-03T11:30-07:00 2026-07-03T16:30-07:00 2026-07-03T17:00-07:00 2026-07-03T16:30-07:00 2026-07-06T16:30-07:00',
  '2026-02-13T17:00-08:00 2026-02-13T21:00-08:00 2026-02-17T12:00-08:00 2026-02-17T17:00-08:00 2026-02-17T17:00-08:00 2026-02-17T17:00-08:00 2026-02-18T17:00-08:00',
].flatMap((row) => {
  const [start, ...dues] = row.split(' ') as [string, ...string[]];
  return COLUMNS.map(([title, rules, words], index) => ({
    start,
    title,
    rules,
    words,
    due: dues[index] as string,
  }));
});

test.each(TABLE)('$title from $start is $due', ({ start, rules, words, due }) => {
  const from = instant(start);
  expect(formatInstant(dueAt(compileCalendar(rules), from, span(words)) as Instant)).toBe(
    formatInstant(instant(due)),
  );
  expect(oracleDueAt(rules, from, span(words))).toBe(instant(due));
});

const BREAKS = california('same-time', HOLIDAYS, {
  hours: {
    mon: [
      { from: 480, until: 720 },
      { from: 780, until: 1020 },
    ],
    tue: [
      { from: 480, until: 720 },
      { from: 780, until: 1020 },
    ],
  },
  exceptions: { '2026-11-17': [{ from: 600, until: 840 }] },
});
const NIGHT = [{ from: 1320, until: 1800 }];
const NIGHTS = california('same-time', [], { hours: { mon: NIGHT, tue: NIGHT, wed: NIGHT } });

test.each([
  [
    'the start of a break is in the break',
    BREAKS,
    '2026-11-16T12:00-08:00',
    '1 business day',
    '2026-11-17T13:00-08:00',
  ],
  [
    'a time before the day opens becomes its opening',
    BREAKS,
    '2026-11-16T08:30-08:00',
    '1 business day',
    '2026-11-17T10:00-08:00',
  ],
  [
    'a time after the day closes becomes its close',
    BREAKS,
    '2026-11-16T16:00-08:00',
    '1 business day',
    '2026-11-17T14:00-08:00',
  ],
  [
    'a time that falls into a break becomes the next opening',
    BREAKS,
    '2026-11-17T12:30-08:00',
    '1 business day',
    '2026-11-23T13:00-08:00',
  ],
  [
    'after midnight a window still belongs to the day it opened',
    NIGHTS,
    '2026-11-17T02:00-08:00',
    '1 business day',
    '2026-11-18T02:00-08:00',
  ],
  [
    'a night is closed at its end, which is still its own day',
    NIGHTS,
    '2026-11-17T06:00-08:00',
    '1 business day',
    '2026-11-18T06:00-08:00',
  ],
] as const)('%s', (_title, rules, start, words, due) => {
  const from = instant(start);
  expect(formatInstant(dueAt(compileCalendar(rules), from, span(words)) as Instant)).toBe(
    formatInstant(instant(due)),
  );
  expect(oracleDueAt(rules, from, span(words))).toBe(instant(due));
});

test.each([
  [
    'two open hours over a weekend',
    '2026-11-20T10:00',
    '1 business day',
    [['2026-11-20T16:00', '2026-11-23T09:00']],
    '2026-11-20T12:00',
    '2026-11-23T12:00',
  ],
  [
    'two open hours from late on Friday',
    '2026-11-20T16:30',
    '1 business day',
    [['2026-11-20T16:30', '2026-11-23T09:30']],
    '2026-11-23T09:30',
    '2026-11-24T09:30',
  ],
  [
    'no open hour at all',
    '2026-11-20T10:00',
    '1 business day',
    [['2026-11-21T10:00', '2026-11-22T10:00']],
    '2026-11-20T10:00',
    '2026-11-23T10:00',
  ],
  [
    'a pause begun at the deadline is too late',
    '2026-11-20T10:00',
    '2 hours',
    [['2026-11-20T12:00', '2026-11-20T14:00']],
    '2026-11-20T10:00',
    '2026-11-20T12:00',
  ],
  [
    'pauses given out of order',
    '2026-11-20T08:00',
    '4 hours',
    [
      ['2026-11-20T12:30', '2026-11-20T13:00'],
      ['2026-11-20T09:00', '2026-11-20T10:00'],
    ],
    '2026-11-20T09:30',
    '2026-11-20T13:30',
  ],
  [
    'pauses that overlap count once',
    '2026-11-20T08:00',
    '4 hours',
    [
      ['2026-11-20T09:00', '2026-11-20T10:00'],
      ['2026-11-20T09:30', '2026-11-20T10:30'],
    ],
    '2026-11-20T09:30',
    '2026-11-20T13:30',
  ],
] as const)('after a pause: %s', (_title, from, words, pauses, start, due) => {
  const at = (text: string) => instant(`${text}-08:00`);
  const found = dueAfterPauses(
    compileCalendar(SAME_TIME),
    at(from),
    span(words),
    pauses.map(([begin, end]) => ({ from: at(begin), until: at(end) })),
  );
  expect(found && { start: formatInstant(found.start), due: formatInstant(found.dueAt) }).toEqual({
    start: formatInstant(at(start)),
    due: formatInstant(at(due)),
  });
});
