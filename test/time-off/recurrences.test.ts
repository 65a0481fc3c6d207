import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { readCalendar } from '../../src/channels/calendar/read-calendar.ts';
import { asInstant, formatInstant } from '../../src/core/instant.ts';

/*
 * The second opinion on absences that come again: it goes from date to date with `Temporal` alone, and asks of each
 * whether the rule means it.
 */

const SEED = Number(process.env.LADDER_SEED ?? 20261129);
const IS_LONG = process.env.LADDER_LONG !== undefined;
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Pacific/Apia',
];
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const FROM = Date.UTC(2026, 2, 1);
const UNTIL = FROM + 250 * 86_400_000;

interface Series {
  readonly zone: string;
  readonly start: Temporal.PlainDateTime;
  readonly minutes: number;
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly days: readonly number[];
  readonly count: number | undefined;
}

const series: fc.Arbitrary<Series> = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    at: fc.integer({ min: -900 * 96, max: 240 * 96 }),
    minutes: fc.integer({ min: 15, max: 3 * 1440 }),
    freq: fc.constantFrom('DAILY' as const, 'WEEKLY' as const, 'MONTHLY' as const, 'YEARLY' as const),
    interval: fc.integer({ min: 3, max: 9 }),
    days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1, maxLength: 2 }),
    count: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
  })
  .map(({ at, ...rest }) => {
    const start = Temporal.PlainDateTime.from('2026-03-01T00:00').add({ minutes: at * 15 });
    // Where a rule names weekdays its first is one of them: programs do not agree on what else is meant.
    const day = rest.days[0] ?? 1;
    const first = rest.freq === 'WEEKLY' ? start.add({ days: (day - start.dayOfWeek + 7) % 7 }) : start;
    return { ...rest, start: first };
  });

/** Whether a series comes on a date, by the calendar on the wall. */
function comesOn({ start, freq, interval, days }: Series, date: Temporal.PlainDate): boolean {
  const first = start.toPlainDate();
  if (Temporal.PlainDate.compare(date, first) < 0) return false;
  switch (freq) {
    case 'DAILY':
      return first.until(date).days % interval === 0;
    case 'WEEKLY': {
      const monday = (one: Temporal.PlainDate) => one.subtract({ days: one.dayOfWeek - 1 });
      return days.includes(date.dayOfWeek) && (monday(first).until(monday(date)).days / 7) % interval === 0;
    }
    case 'MONTHLY':
      return (
        date.day === first.day && ((date.year - first.year) * 12 + date.month - first.month) % interval === 0
      );
    case 'YEARLY':
      return (
        date.day === first.day && date.month === first.month && (date.year - first.year) % interval === 0
      );
  }
}

function naive(one: Series): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let count = 0;
  for (let date = one.start.toPlainDate(); date.year < 2028; date = date.add({ days: 1 })) {
    if (!comesOn(one, date)) continue;
    count += 1;
    if (one.count !== undefined && count > one.count) break;
    const begin = date.toPlainDateTime(one.start.toPlainTime());
    const [from, until] = [begin, begin.add({ minutes: one.minutes })].map(
      (local) => local.toZonedDateTime(one.zone).epochMilliseconds,
    ) as [number, number];
    if (until > FROM && from < UNTIL && from < until) found.push([from, until]);
  }
  return found;
}

const compact = (local: Temporal.PlainDateTime): string =>
  local.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');

function written({ zone, start, minutes, freq, interval, days, count }: Series): string {
  const rule = [
    `FREQ=${freq};INTERVAL=${interval}`,
    ...(freq === 'WEEKLY' ? [`BYDAY=${days.map((day) => DAYS[day - 1]).join()}`] : []),
    ...(count === undefined ? [] : [`COUNT=${count}`]),
  ].join(';');
  return [
    ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:a'],
    `DTSTART;TZID=${zone}:${compact(start)}`,
    `DTEND;TZID=${zone}:${compact(start.add({ minutes }))}`,
    ...[`RRULE:${rule}`, 'END:VEVENT', 'END:VCALENDAR'],
  ].join('\r\n');
}

const shown = ([from, until]: readonly [number, number]): string =>
  `${formatInstant(asInstant(from))} ${formatInstant(asInstant(until))}`;

const machine = process.env.TZ;
afterEach(() => {
  if (machine === undefined) delete process.env.TZ;
  else process.env.TZ = machine;
});

test.each([undefined, 'America/Los_Angeles', 'Asia/Tokyo', 'Africa/Cairo'])(
  'what comes again comes when the walk from date to date finds it, on a machine in %s',
  async (zone) => {
    if (zone !== undefined) process.env.TZ = zone;
    await fc.assert(
      fc.asyncProperty(series, async (one) => {
        const reader = { timeZone: 'UTC', from: asInstant(FROM), until: asInstant(UNTIL) };
        const found = await readCalendar(written(one), reader);
        expect('times' in found ? found.times.map((time) => shown([time.from, time.until])) : found).toEqual(
          naive(one).map(shown),
        );
      }),
      { seed: SEED, numRuns: IS_LONG ? 3_000 : 150 },
    );
  },
  600_000,
);
