import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deadline } from '../../../test/calendar/arbitrary.ts';
import { california, californiaHolidays } from '../../../test/calendar/california.ts';
import { type Instant, parseInstant } from '../instant.ts';
import { catalogue } from '../message/catalogue.ts';
import { parseSpan, type Span } from '../span.ts';
import type { CalendarRules, Pause } from './calendar.ts';
import { compileCalendar } from './compile-calendar.ts';
import { explain, type Reason } from './explain.ts';
import { dueAfterPauses } from './pauses.ts';

const HOLIDAYS = californiaHolidays(2026, 2027);
const SAME_TIME = california('same-time', HOLIDAYS);
const ALWAYS: CalendarRules = { timeZone: 'America/New_York', hours: 'always', holidays: [], exceptions: {} };
const MORNINGS = [{ from: 480, until: 720 }];
const BREAKS = california('same-time', [{ date: '2026-12-25', name: '' }], {
  hours: {
    mon: [...MORNINGS, { from: 780, until: 1020 }],
    tue: MORNINGS,
    wed: [{ from: 600, until: 1020 }],
    thu: [...MORNINGS, { from: 780, until: 1020 }],
    fri: [{ from: 1320, until: 1800 }],
  },
  exceptions: { '2026-12-24': [] },
});

const at = (text: string): Instant => parseInstant(text) as Instant;

function sentence(reason: Reason): string {
  const say = catalogue('en').explain[reason.code] as (values: unknown) => string;
  return say(reason.values);
}

function told(rules: CalendarRules, from: string, span: string, pauses: readonly Pause[] = []): string {
  const found = explain(compileCalendar(rules), at(from), parseSpan(span) as Span, pauses);
  return (found?.reasons ?? []).map(sentence).join(' ');
}

test.each([
  [
    'the days skipped over Thanksgiving',
    SAME_TIME,
    '2026-11-25T16:30-08:00',
    '1 business day',
    'Opened Wed 25 Nov 2026, 4:30 pm Pacific. Thu 26 Nov is Thanksgiving Day, Fri 27 Nov the day after; Sat and Sun are not business days. 1 business day later, same time: Mon 30 Nov, 4:30 pm.',
  ],
  [
    'a start outside hours',
    SAME_TIME,
    '2026-11-17T06:00-08:00',
    '1 business day',
    'Opened Tue 17 Nov 2026, 6:00 am Pacific. That is outside hours, so it counts from the next opening, Tue 17 Nov, 8:00 am. 1 business day later, same time: Wed 18 Nov, 8:00 am.',
  ],
  [
    'hours counted on two days',
    SAME_TIME,
    '2026-11-20T16:30-08:00',
    '4 hours',
    'Opened Fri 20 Nov 2026, 4:30 pm Pacific. Sat and Sun are not business days. It counts for 30 minutes on Fri 20 Nov and for 3 hours 30 minutes on Mon 23 Nov. 4 hours of open time later: Mon 23 Nov, 11:30 am.',
  ],
  [
    'a long run drawn together, into another year',
    SAME_TIME,
    '2026-12-28T16:00-08:00',
    '100 hours',
    "Opened Mon 28 Dec 2026, 4:00 pm Pacific. Fri 1 Jan is New Year's Day; Sat and Sun are not business days. It counts for 1 hour on Mon 28 Dec and for 9 hours on each of 11 days from Tue 29 Dec 2026 to Wed 13 Jan 2027. 100 hours of open time later: Wed 13 Jan 2027, 5:00 pm.",
  ],
  [
    'a Saturday that an exception opens',
    california('same-time', HOLIDAYS, { exceptions: { '2026-12-12': [{ from: 480, until: 1020 }] } }),
    '2026-12-11T10:00-08:00',
    '2 business days',
    'Opened Fri 11 Dec 2026, 10:00 am Pacific. Sun is not a business day, but Sat 12 Dec is open by an exception. 2 business days later, same time: Mon 14 Dec, 10:00 am.',
  ],
  [
    'a start exactly at closing',
    SAME_TIME,
    '2026-02-13T17:00-08:00',
    '1 business day',
    "Opened Fri 13 Feb 2026, 5:00 pm Pacific. That is exactly at closing, which still belongs to Fri 13 Feb. Mon 16 Feb is Presidents' Day; Sat and Sun are not business days. 1 business day later, same time: Tue 17 Feb, 5:00 pm.",
  ],
  [
    'the close of the day',
    california('close', HOLIDAYS),
    '2026-11-20T10:00-08:00',
    '1 business day',
    'Opened Fri 20 Nov 2026, 10:00 am Pacific. Sat and Sun are not business days. 1 business day later, at close: Mon 23 Nov, 5:00 pm.',
  ],
  [
    'a business day of hours',
    california('hours', HOLIDAYS),
    '2026-11-17T10:00-08:00',
    '1 business day',
    'Opened Tue 17 Nov 2026, 10:00 am Pacific. It counts for 7 hours on Tue 17 Nov and for 2 hours on Wed 18 Nov. 1 business day later, at 9 hours of open time a day: Wed 18 Nov, 10:00 am.',
  ],
  [
    'a time after closing',
    BREAKS,
    '2026-11-16T16:00-08:00',
    '1 business day',
    "Opened Mon 16 Nov 2026, 4:00 pm Pacific. 4:00 pm is after closing on Tue 17 Nov, so the day's close stands for it. 1 business day later: Tue 17 Nov, 12:00 noon.",
  ],
  [
    'a time before opening',
    BREAKS,
    '2026-11-17T08:15-08:00',
    '1 business day',
    'Opened Tue 17 Nov 2026, 8:15 am Pacific. 8:15 am is before opening on Wed 18 Nov, so the opening stands for it. 1 business day later: Wed 18 Nov, 10:00 am.',
  ],
  [
    'a time in a break',
    BREAKS,
    '2026-11-18T12:30-08:00',
    '1 business day',
    'Opened Wed 18 Nov 2026, 12:30 pm Pacific. 12:30 pm falls into a break on Thu 19 Nov, so the end of the break stands for it. 1 business day later: Thu 19 Nov, 1:00 pm.',
  ],
  [
    'a night that began the day before, and closed dates without a name',
    BREAKS,
    '2026-12-19T02:00-08:00',
    '4 business days',
    "Opened Sat 19 Dec 2026, 2:00 am Pacific. The hours open then began on Fri 18 Dec and belong to that day. Thu 24 Dec is closed by an exception, Fri 25 Dec is a holiday; Sat and Sun are not business days. 2:00 am the next day is after closing on Mon 28 Dec, so the day's close stands for it. 4 business days later: Mon 28 Dec, 5:00 pm.",
  ],
  [
    'clocks that change meanwhile',
    ALWAYS,
    '2026-11-01T00:30-04:00',
    '4 hours',
    'Opened Sun 1 Nov 2026, 12:30 am Eastern. Clocks go back 1 hour on Sun 1 Nov, 1:00 am (UTC-05:00); only time that really passes counts. 4 hours later, round the clock: Sun 1 Nov, 3:30 am.',
  ],
  [
    'a reading that the clocks skip',
    ALWAYS,
    '2026-03-07T02:30-05:00',
    '1 day',
    'Opened Sat 7 Mar 2026, 2:30 am Eastern. The clocks skip 2:30 am before Sun 8 Mar goes on, so it is moved by what they skip. 1 day later: Sun 8 Mar, 3:30 am.',
  ],
  [
    'seconds where there are any, and the end of the data',
    { ...SAME_TIME, timeZone: 'Europe/Berlin', dataUntil: '2026-11-16' },
    '2026-11-16T10:00:15.250+01:00',
    '1 business day',
    'Opened Mon 16 Nov 2026, 10:00:15 am Europe/Berlin time. 1 business day later, same time: Tue 17 Nov, 10:00:15 am. Holidays are known until Mon 16 Nov 2026 only; a later one may still move this.',
  ],
] as const)('%s is told', (_title, rules, from, span, text) => {
  expect(told(rules, from, span)).toBe(text);
});

test('what each pause did is told', () => {
  const pause = (from: string, until: string): Pause => ({
    from: at(`${from}-08:00`),
    until: at(`${until}-08:00`),
  });
  const pauses = [
    pause('2026-11-20T16:00', '2026-11-23T09:00'),
    pause('2026-11-23T09:30', '2026-11-23T09:30'),
    pause('2026-11-23T13:00', '2026-11-23T14:00'),
  ];
  expect(told(SAME_TIME, '2026-11-20T10:00-08:00', '1 business day', pauses)).toBe(
    'Opened Fri 20 Nov 2026, 10:00 am Pacific. Paused from Fri 20 Nov, 4:00 pm to Mon 23 Nov, 9:00 am, which took 2 hours: counted as if opened Fri 20 Nov, 12:00 noon. The pause from Mon 23 Nov, 9:30 am to Mon 23 Nov, 9:30 am took no time that counts. The pause from Mon 23 Nov, 1:00 pm began when the time was already up. Sat and Sun are not business days. 1 business day later, same time: Mon 23 Nov, 12:00 noon.',
  );
});

test('every deadline has an explanation that ends at the deadline', () => {
  fc.assert(
    fc.property(deadline, ({ rules, from, span, pauses }) => {
      const calendar = compileCalendar(rules);
      const found = explain(calendar, from, span, pauses);
      const due = dueAfterPauses(calendar, from, span, pauses);
      expect(found && { start: found.start, dueAt: found.dueAt }).toEqual(due);
      for (const reason of found?.reasons ?? []) expect(sentence(reason)).toMatch(/^[A-Z0-9].*[.]$/);
    }),
    { seed: 20_261_125, numRuns: 2000 },
  );
});
