import { describe, expect, test } from 'vitest';
import { readCalendar } from '../../src/channels/calendar/read-calendar.ts';
import { asInstant, formatInstant, parseLocal } from '../../src/core/instant.ts';

const ZONE = 'Europe/Berlin';
const FROM = parseLocal('2026-11-29T12:00', ZONE)!;
const DAY_MS = 86_400_000;

const calendar = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: readonly string[]): readonly string[] => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];

async function read(text: string, timeZone = ZONE): Promise<readonly string[] | string> {
  const found = await readCalendar(text, { timeZone, from: FROM, until: asInstant(FROM + 400 * DAY_MS) });
  return 'failed' in found
    ? found.failed
    : found.times.map(({ from, until }) => `${short(from)} ${short(until)}`);
}
const short = (at: number): string => formatInstant(asInstant(at)).replace(':00.000Z', '');

const awayAt = (...lines: readonly string[]) => read(calendar(...event('UID:a', ...lines)));

describe('an absence is read', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['in UTC', ['DTSTART:20261201T080000Z', 'DTEND:20261201T100000Z'], ['2026-12-01T08:00 2026-12-01T10:00']],
    [
      'in a zone of its own',
      ['DTSTART;TZID=America/New_York:20261201T080000', 'DTEND;TZID=America/New_York:20261201T100000'],
      ['2026-12-01T13:00 2026-12-01T15:00'],
    ],
    [
      'in a zone with quotation marks around it',
      ['DTSTART;TZID="America/New_York":20261201T080000', 'DURATION:PT2H'],
      ['2026-12-01T13:00 2026-12-01T15:00'],
    ],
    [
      'in a zone by what Windows calls it',
      ['DTSTART;TZID=Eastern Standard Time:20261201T080000', 'DURATION:PT2H'],
      ['2026-12-01T13:00 2026-12-01T15:00'],
    ],
    [
      'in a zone by a path that ends in it',
      ['DTSTART;TZID=/calendar.example/20260101/America/New_York:20261201T080000', 'DURATION:PT2H'],
      ['2026-12-01T13:00 2026-12-01T15:00'],
    ],
    [
      'without a zone, on the clocks of its owner',
      ['DTSTART:20261201T080000', 'DTEND:20261201T100000'],
      ['2026-12-01T07:00 2026-12-01T09:00'],
    ],
    [
      'in a zone that nobody knows, on the clocks of its owner',
      ['DTSTART;TZID=Mine:20261201T080000', 'DTEND;TZID=Mine:20261201T100000'],
      ['2026-12-01T07:00 2026-12-01T09:00'],
    ],
    [
      'of whole days, in the zone of its owner and without its last date',
      ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227'],
      ['2026-12-23T23:00 2026-12-26T23:00'],
    ],
    ['of one date, without an end', ['DTSTART;VALUE=DATE:20261224'], ['2026-12-23T23:00 2026-12-24T23:00']],
    [
      'of a day on which clocks change: it is 23 hours long',
      ['DTSTART;VALUE=DATE:20270328'],
      ['2027-03-27T23:00 2027-03-28T22:00'],
    ],
    [
      'of the day on which they change back: it is 25',
      ['DTSTART;VALUE=DATE:20271031'],
      ['2027-10-30T22:00 2027-10-31T23:00'],
    ],
    [
      'by a length of days, across a change of clocks',
      ['DTSTART;TZID=Europe/Berlin:20270327T000000', 'DURATION:P2D'],
      ['2027-03-26T23:00 2027-03-28T22:00'],
    ],
    [
      'by a length of hours, across a change of clocks',
      ['DTSTART;TZID=Europe/Berlin:20270327T000000', 'DURATION:PT48H'],
      ['2027-03-26T23:00 2027-03-28T23:00'],
    ],
    [
      'that begins at an hour that clocks skip: after it',
      ['DTSTART;TZID=Europe/Berlin:20270328T023000', 'DTEND;TZID=Europe/Berlin:20270328T060000'],
      ['2027-03-28T01:30 2027-03-28T04:00'],
    ],
    [
      'that has begun long ago and is not over',
      ['DTSTART;VALUE=DATE:20200101', 'DTEND;VALUE=DATE:20300101'],
      ['2019-12-31T23:00 2029-12-31T23:00'],
    ],
    [
      'whose lines are folded',
      ['DTSTART;TZID=Europe', ' /Berlin:20261201T08', '\t0000', 'DURATION:PT1H'],
      ['2026-12-01T07:00 2026-12-01T08:00'],
    ],
    ['that is over not at all', ['DTSTART:20261128T080000Z', 'DTEND:20261128T100000Z'], []],
    ['that is further away than is asked not at all', ['DTSTART;VALUE=DATE:20280601'], []],
    ['that ends before it begins not at all', ['DTSTART:20261202T080000Z', 'DTEND:20261201T100000Z'], []],
    ['that is cancelled not at all', ['DTSTART;VALUE=DATE:20261224', 'STATUS:CANCELLED'], []],
    ['that is marked as free not at all', ['DTSTART;VALUE=DATE:20261224', 'TRANSP:TRANSPARENT'], []],
    [
      'that Outlook marks as free not at all',
      ['DTSTART;VALUE=DATE:20261224', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'],
      [],
    ],
    [
      'that is not certain yet',
      ['DTSTART;VALUE=DATE:20261224', 'STATUS:TENTATIVE'],
      ['2026-12-23T23:00 2026-12-24T23:00'],
    ],
  ])('%s', async (_, lines, times) => {
    expect(await awayAt(...lines)).toEqual(times);
  });

  test('with those that touch or overlap as one, in order', async () => {
    const text = calendar(
      ...event('UID:a', 'DTSTART;VALUE=DATE:20261226'),
      ...event('UID:b', 'DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261226'),
      ...event('UID:c', 'DTSTART:20261201T080000Z', 'DURATION:PT1H'),
    );
    expect(await read(text)).toEqual([
      '2026-12-01T08:00 2026-12-01T09:00',
      '2026-12-23T23:00 2026-12-26T23:00',
    ]);
  });

  test('by rules of a zone that stand in the calendar itself', async () => {
    const rules = [
      ...['BEGIN:VTIMEZONE', 'TZID:Where I live'],
      ...['BEGIN:STANDARD', 'DTSTART:19710101T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100'],
      ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD'],
      ...['BEGIN:DAYLIGHT', 'DTSTART:19710101T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
      ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
    ];
    const away = event('UID:a', 'DTSTART;TZID=Where I live:20270701T080000', 'DURATION:PT1H');
    expect(await read(calendar(...rules, ...away), 'Asia/Tokyo')).toEqual([
      '2027-07-01T06:00 2027-07-01T07:00',
    ]);
  });

  test('where a calendar says only that times are taken', async () => {
    const text = calendar(
      'BEGIN:VFREEBUSY',
      'FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261201T080000Z/PT3H,20261203T080000Z/20261204T080000Z',
      'FREEBUSY;FBTYPE=FREE:20261210T080000Z/PT3H',
      'END:VFREEBUSY',
    );
    expect(await read(text)).toEqual([
      '2026-12-01T08:00 2026-12-01T11:00',
      '2026-12-03T08:00 2026-12-04T08:00',
    ]);
  });

  test('and an alarm in it, a task or a note are not', async () => {
    const alarm = ['BEGIN:VALARM', 'TRIGGER:-PT15M', 'DURATION:PT9H', 'END:VALARM'];
    const task = ['BEGIN:VTODO', 'UID:t', 'DTSTART:20261205T080000Z', 'DURATION:PT9H', 'END:VTODO'];
    const away = event('UID:a', 'DTSTART:20261201T080000Z', 'DURATION:PT1H', ...alarm);
    expect(await read(calendar(...task, ...away))).toEqual(['2026-12-01T08:00 2026-12-01T09:00']);
  });
});

describe('an absence that comes again', () => {
  const count = async (...lines: readonly string[]): Promise<number> => (await awayAt(...lines)).length;

  test('is read as often as it comes within what is asked, however long ago it began', async () => {
    const fridays = await awayAt('DTSTART;VALUE=DATE:20200103', 'RRULE:FREQ=WEEKLY');
    expect(fridays).toHaveLength(57);
    expect(fridays[0]).toBe('2026-12-03T23:00 2026-12-04T23:00');
  });

  test('keeps its hours on the clock across changes of it', async () => {
    const nights = await awayAt(
      'DTSTART;TZID=Europe/Berlin:20270320T220000',
      'DTEND;TZID=Europe/Berlin:20270321T060000',
      'RRULE:FREQ=WEEKLY;COUNT=3',
    );
    expect(nights).toEqual([
      '2027-03-20T21:00 2027-03-21T05:00',
      '2027-03-27T21:00 2027-03-28T04:00',
      '2027-04-03T20:00 2027-04-04T04:00',
    ]);
  });

  test('ends with the last that its rule lets begin, said in UTC or on its own clock', async () => {
    const start = 'DTSTART;TZID=Europe/Berlin:20261201T080000';
    expect(await count(start, 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20261203T070000Z')).toBe(3);
    expect(await count(start, 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20261203T065959Z')).toBe(2);
    expect(await count('DTSTART;VALUE=DATE:20261201', 'RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20261205')).toBe(3);
  });

  test('leaves out what is excepted and what was cancelled, and moves what was moved', async () => {
    const zone = ';TZID=Europe/Berlin';
    const text = calendar(
      ...event(
        'UID:a',
        `DTSTART${zone}:20261204T080000`,
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY;COUNT=5',
        `EXDATE${zone}:20261211T080000`,
      ),
      ...event(
        'UID:a',
        `RECURRENCE-ID${zone}:20261218T080000`,
        'STATUS:CANCELLED',
        `DTSTART${zone}:20261218T080000`,
        'DURATION:PT1H',
      ),
      ...event(
        'UID:a',
        `RECURRENCE-ID${zone}:20261225T080000`,
        `DTSTART${zone}:20261226T100000`,
        'DURATION:PT2H',
      ),
    );
    expect(await read(text)).toEqual([
      '2026-12-04T07:00 2026-12-04T08:00',
      '2026-12-26T09:00 2026-12-26T11:00',
      '2027-01-01T07:00 2027-01-01T08:00',
    ]);
  });

  test('comes on further dates too', async () => {
    const lines = ['DTSTART:20261201T080000Z', 'DURATION:PT1H', 'RDATE:20261205T080000Z,20261206T080000Z'];
    expect(await count(...lines)).toBe(3);
  });

  test('was changed last by its highest number', async () => {
    const text = calendar(
      ...event('UID:a', 'SEQUENCE:2', 'DTSTART:20261202T080000Z', 'DURATION:PT1H'),
      ...event('UID:a', 'SEQUENCE:1', 'DTSTART:20261201T080000Z', 'DURATION:PT1H'),
    );
    expect(await read(text)).toEqual(['2026-12-02T08:00 2026-12-02T09:00']);
  });
});

describe('a calendar is refused', () => {
  test.each<[string, string, string]>([
    ['that is a web page', '<!doctype html><title>Sign in</title>', 'no-calendar'],
    ['that is empty', '', 'no-calendar'],
    ['that breaks off', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261201T080000Z', 'not-understood'],
    ['with an event without a beginning', calendar(...event('UID:a')), 'not-understood'],
    ['with a date that there is not', calendar(...event('DTSTART;VALUE=DATE:20270230')), 'not-understood'],
    ['with an hour that there is not', calendar(...event('DTSTART:20270201T250000Z')), 'not-understood'],
    ['with a date in other words', calendar(...event('DTSTART:tomorrow')), 'not-understood'],
    [
      'with a rule that is none',
      calendar(...event(`DTSTART:20261201T080000Z`, 'RRULE:FREQ=WEEKLY;BYDAY=XX')),
      'not-understood',
    ],
    [
      'with a series changed from a day on',
      calendar(
        ...event('UID:a', 'DTSTART:20261201T080000Z', `RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T080000Z`),
      ),
      'not-understood',
    ],
    [
      'that comes again by the hour',
      calendar(...event('DTSTART:20261201T080000Z', 'DURATION:PT1M', 'RRULE:FREQ=HOURLY')),
      'too-often',
    ],
    [
      'that comes again by the second',
      calendar(
        ...event('DTSTART:20261201T080000Z', 'DURATION:PT1M', 'RRULE:FREQ=DAILY;BYHOUR=1,2;BYSECOND=1,2'),
      ),
      'too-often',
    ],
    [
      'with more absences than a person has',
      calendar(...event('DTSTART:20261201T080000Z', 'DURATION:PT1M', 'RRULE:FREQ=DAILY')),
      'too-many',
    ],
    [
      'with more events than are read',
      calendar(...Array.from({ length: 5001 }, () => event('DTSTART:20261201T080000Z')).flat()),
      'too-many',
    ],
    [
      'with more series than are read',
      calendar(
        ...Array.from({ length: 201 }, (_, at) =>
          event(`UID:${at}`, 'DTSTART:20261201T080000Z', 'RRULE:FREQ=DAILY'),
        ).flat(),
      ),
      'too-many',
    ],
  ])('%s', async (_, text, why) => {
    expect(await read(text)).toBe(why);
  });
});
