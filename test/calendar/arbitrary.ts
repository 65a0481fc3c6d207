import fc from 'fast-check';
import { type CalendarRules, type Pause, WEEKDAYS, type Window } from '../../src/core/calendar/calendar.ts';
import { asInstant, type Instant } from '../../src/core/instant.ts';
import type { Span } from '../../src/core/span.ts';

/** Zones with every kind of trouble: skipped dates, half hours, changes at midnight, seconds in the offset. */
const ZONES = [
  'America/Los_Angeles',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Santiago',
  'America/Havana',
  'America/Caracas',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Lisbon',
  'Europe/Moscow',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Africa/Monrovia',
  'Antarctica/Troll',
  'Antarctica/Casey',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Asia/Gaza',
  'Asia/Beirut',
  'Asia/Pyongyang',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Pacific/Apia',
  'Pacific/Kwajalein',
  'Pacific/Kiritimati',
  'Pacific/Chatham',
  'UTC',
] as const;

const DAY = 86_400_000;
const FIRST = Date.UTC(1970, 0, 1);
const LAST = Date.UTC(2100, 11, 31);

/** Instants at which some zone of the list changes its clocks, so that half of all starts fall near one. */
const CHANGES = new Map(
  ZONES.map((zone) => {
    const found: number[] = [];
    let at: Temporal.ZonedDateTime | null = new Temporal.ZonedDateTime(BigInt(FIRST) * 1_000_000n, zone);
    for (;;) {
      at = at.getTimeZoneTransition('next');
      if (!at || at.epochMilliseconds > LAST) return [zone, found] as const;
      found.push(at.epochMilliseconds);
    }
  }),
);

const minuteOfDay = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 23 }).map((hour) => hour * 60) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 47 }).map((half) => half * 30) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1439 }) },
);

/** Up to three windows that do not overlap on their own date; the last may run past midnight. */
const windows: fc.Arbitrary<readonly Window[]> = fc
  .tuple(
    fc.uniqueArray(minuteOfDay, { minLength: 2, maxLength: 6 }),
    fc.integer({ min: 0, max: 3 }),
    minuteOfDay,
  )
  .map(([points, kind, night]) => {
    const sorted = points.toSorted((a, b) => a - b);
    const found: Window[] = [];
    for (let index = 0; index + 1 < sorted.length; index += 2) {
      found.push({ from: sorted[index] as number, until: sorted[index + 1] as number });
    }
    const last = found.at(-1) as Window;
    if (kind === 1) found[found.length - 1] = { from: last.from, until: 1440 };
    if (kind === 2) found[found.length - 1] = { from: last.from, until: 1440 + Math.min(night, last.from) };
    // Windows that touch make no break.
    if (kind === 3 && found.length > 1)
      found[0] = { from: found[0]?.from as number, until: found[1]?.from as number };
    return found;
  });

const day = fc.oneof({ weight: 4, arbitrary: windows }, { weight: 1, arbitrary: fc.constant([]) });

const week = fc
  .tuple(fc.boolean(), day, fc.array(day, { minLength: 7, maxLength: 7 }))
  .map(([alike, one, days]) =>
    Object.fromEntries(
      WEEKDAYS.map((weekday, index) => [weekday, alike ? (index < 5 ? one : []) : (days[index] ?? [])]),
    ),
  );

interface Deadline {
  readonly rules: CalendarRules;
  readonly from: Instant;
  readonly span: Span;
  readonly pauses: readonly Pause[];
}

const span: fc.Arbitrary<Span> = fc.oneof(
  fc.integer({ min: 1, max: 400 }).map((quarters): Span => ({ unit: 'time', ms: quarters * 900_000 })),
  fc.integer({ min: 1, max: 200_000_000 }).map((ms): Span => ({ unit: 'time', ms })),
  fc.integer({ min: 1, max: 12 }).map((days): Span => ({ unit: 'businessDay', days })),
  fc.integer({ min: 1, max: 12 }).map((days): Span => ({ unit: 'businessDay', days })),
  fc.integer({ min: 1, max: 90 }).map((days): Span => ({ unit: 'day', days })),
);

const startIn = (zone: (typeof ZONES)[number]): fc.Arbitrary<number> => {
  const changes = CHANGES.get(zone) ?? [];
  const anywhere = fc.integer({ min: FIRST, max: LAST });
  const near =
    changes.length === 0
      ? anywhere
      : fc
          .tuple(fc.constantFrom(...changes), fc.integer({ min: -4 * 1440, max: 2 * 1440 }))
          .map(([change, minutes]) => change + minutes * 60_000);
  const dated = fc
    .tuple(anywhere, fc.integer({ min: 0, max: 95 }))
    .map(([at, quarter]) => Math.floor(at / DAY) * DAY + quarter * 900_000);
  return fc.oneof(anywhere, near, near, dated);
};

const datesAround = (from: number, zone: string, offsets: readonly number[]): string[] => {
  const date = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate();
  return [...new Set(offsets.map((days) => date.add({ days }).toString()))];
};

const near = fc.array(fc.integer({ min: -3, max: 12 }), { maxLength: 6 });

/** A calendar with holidays and exceptions around a start, a span, and pauses that do not overlap. */
export const deadline: fc.Arbitrary<Deadline> = fc
  .constantFrom(...ZONES)
  .chain((zone) =>
    fc.tuple(
      fc.constant(zone),
      startIn(zone),
      week,
      near,
      near,
      fc.array(day, { minLength: 6, maxLength: 6 }),
      fc.constantFrom('same-time', 'same-time', 'close', 'hours'),
      span,
      fc.integer({ min: 1, max: 1440 }),
      fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 6 }),
      fc.boolean(),
    ),
  )
  .map(([timeZone, from, hours, closed, other, days, businessDay, spanFound, normal, gaps, paused]) => {
    const rules = {
      timeZone,
      hours,
      holidays: datesAround(from, timeZone, closed).map((date) => ({ date, name: 'Closed' })),
      exceptions: Object.fromEntries(
        datesAround(from, timeZone, other).map((date, index) => [date, days[index] ?? []]),
      ),
      businessDay,
      normalDayMs: normal * 60_000,
    } as const;
    const pauses: Pause[] = [];
    let at = from - 1000 * 60_000;
    for (let index = 0; paused && index + 1 < gaps.length; index += 2) {
      const begin = at + (gaps[index] as number) * 60_000;
      at = begin + (gaps[index + 1] as number) * 60_000;
      pauses.push({ from: asInstant(begin), until: asInstant(at) });
    }
    return { rules, from: asInstant(from), span: spanFound, pauses };
  });
