import { expect, test } from 'vitest';
import type { CalendarRules } from './calendar.ts';
import { calendarProblems } from './calendar-problems.ts';

const RULES: CalendarRules = {
  timeZone: 'Europe/Berlin',
  hours: {
    mon: [
      { from: 480, until: 720 },
      { from: 720, until: 1020 },
      { from: 1320, until: 1800 },
    ],
  },
  holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
  exceptions: { '2026-12-24': [{ from: 0, until: 1440 }], '2026-12-31': [] },
  businessDay: 'same-time',
};

test('windows that touch, a night, a whole day and a closed date are in order', () => {
  expect(calendarProblems(RULES)).toEqual([]);
});

test('windows that overlap only with those of the next date are in order', () => {
  const night = [{ from: 1320, until: 1800 }];
  expect(calendarProblems({ ...RULES, hours: { mon: night, tue: [{ from: 300, until: 600 }] } })).toEqual([]);
});

test.each([
  ['an unknown zone', { timeZone: 'Mars/Olympus' }, 'calendar-zone-unknown'],
  ['an offset in place of a zone', { timeZone: '+01:00' }, 'calendar-zone-unknown'],
  [
    'windows that overlap',
    {
      hours: {
        tue: [
          { from: 480, until: 720 },
          { from: 700, until: 800 },
        ],
      },
    },
    'calendar-windows-overlap',
  ],
  [
    'a night and an evening that overlap',
    {
      hours: {
        tue: [
          { from: 1320, until: 1800 },
          { from: 1380, until: 1440 },
        ],
      },
    },
    'calendar-windows-overlap',
  ],
  [
    'a window that ends before it begins',
    { hours: { tue: [{ from: 720, until: 480 }] } },
    'calendar-window-malformed',
  ],
  [
    'a window longer than a day',
    { hours: { tue: [{ from: 480, until: 1921 }] } },
    'calendar-window-malformed',
  ],
  [
    'a window that begins at 24:00',
    { hours: { tue: [{ from: 1440, until: 1500 }] } },
    'calendar-window-malformed',
  ],
  ['half minutes', { hours: { tue: [{ from: 480.5, until: 600 }] } }, 'calendar-window-malformed'],
  [
    'a window of an exception',
    { exceptions: { '2026-12-24': [{ from: 600, until: 600 }] } },
    'calendar-window-malformed',
  ],
  [
    'too many windows',
    { hours: { fri: Array.from({ length: 97 }, (_, at) => ({ from: at * 10, until: at * 10 + 5 })) } },
    'calendar-windows-too-many',
  ],
  ['a holiday that is no date', { holidays: [{ date: '2026-02-29', name: '' }] }, 'calendar-date-malformed'],
  ['an exception that is no date', { exceptions: { 'next friday': [] } }, 'calendar-date-malformed'],
  ['an end of data that is no date', { dataUntil: '2035' }, 'calendar-date-malformed'],
  ['a normal day of nothing', { normalDayMs: 0 }, 'calendar-normal-day-malformed'],
] as const)('%s is found', (_title, wrong, code) => {
  expect(calendarProblems({ ...RULES, ...wrong }).map((problem) => problem.code)).toEqual([code]);
});
