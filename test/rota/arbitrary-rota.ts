import fc from 'fast-check';
import { type CalendarRules, WEEKDAYS, type Window } from '../../src/core/calendar/calendar.ts';
import { asInstant } from '../../src/core/instant.ts';
import {
  type LayerRules,
  type Override,
  type PersonTime,
  type RotaRules,
  TURN_UNITS,
} from '../../src/core/rota/rota.ts';

/** Fourteen zones with every kind of trouble: no change, half hours, two hours, changes at midnight, a date left out. */
export const ROTA_ZONES = [
  'UTC',
  'America/Los_Angeles',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Santiago',
  'Europe/Berlin',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Antarctica/Troll',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
] as const;

const DAY = 86_400_000;
const PEOPLE = ['ana', 'bo', 'cy', 'dee', 'eve'] as const;

const person = fc.constantFrom(...PEOPLE);
const people = fc.uniqueArray(person, { minLength: 1, maxLength: 3 });

/** Where in the years of the test a zone changes its clocks, so that half of everything falls near one. */
function changesOf(zone: string, from: number, until: number): number[] {
  const found: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from)
    .toZonedDateTimeISO(zone)
    .getTimeZoneTransition('next');
  while (at && at.epochMilliseconds < until) {
    found.push(at.epochMilliseconds);
    at = at.getTimeZoneTransition('next');
  }
  return found;
}

/** Instants of a stretch of years, half of them within two days of a change of clocks. */
export function instantsIn(zone: string, from: number, until: number): fc.Arbitrary<number> {
  const anywhere = fc.integer({ min: from, max: until - 1 });
  const changes = changesOf(zone, from, until);
  if (changes.length === 0) return anywhere;
  const near = fc
    .tuple(
      fc.constantFrom(...changes),
      fc.integer({ min: -2 * 96, max: 2 * 96 }),
      fc.constantFrom(-1, 0, 0, 1),
    )
    .map(([change, quarters, ms]) => Math.min(until - 1, Math.max(from, change + quarters * 900_000 + ms)));
  return fc.oneof(anywhere, near);
}

const minute = fc.oneof(
  fc.integer({ min: 0, max: 23 }).map((hour) => hour * 60),
  fc.integer({ min: 0, max: 47 }).map((half) => half * 30),
  fc.integer({ min: 0, max: 1439 }),
);

const window: fc.Arbitrary<readonly Window[]> = fc
  .tuple(minute, fc.integer({ min: 1, max: 1440 }), fc.boolean())
  .map(([from, length, isOpen]) => (isOpen ? [{ from, until: from + length }] : []));

const hoursIn = (timeZone: string): fc.Arbitrary<CalendarRules | undefined> =>
  fc.option(
    fc.array(window, { minLength: 7, maxLength: 7 }).map((days) => ({
      timeZone,
      hours: Object.fromEntries(WEEKDAYS.map((weekday, index) => [weekday, days[index] ?? []])),
      holidays: [],
      exceptions: {},
    })),
    { nil: undefined },
  );

const zoned = (zone: string) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(zone) },
    { weight: 1, arbitrary: fc.constantFrom(...ROTA_ZONES) },
  );

const layerIn = (zone: string, from: number): fc.Arbitrary<LayerRules> =>
  zoned(zone).chain((timeZone) =>
    fc.record({
      timeZone: fc.constant(timeZone),
      turns: fc.array(people, { minLength: 1, maxLength: 4 }),
      every: fc.record({
        count: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 13 })),
        unit: fc.constantFrom(...TURN_UNITS),
      }),
      from: fc
        .integer({ min: 0, max: 400 })
        .map((days) => new Date(from + days * DAY).toISOString().slice(0, 10)),
      handOver: minute,
      hours: hoursIn(timeZone),
    }),
  );

const stretch = (zone: string, from: number, until: number) =>
  fc
    .tuple(instantsIn(zone, from, until), fc.integer({ min: 1, max: 40 * 24 }))
    .map(([at, hours]) => ({ from: asInstant(at), until: asInstant(at + hours * 3_600_000) }));

/** A rota of one to three layers with swaps, time off and overrides in the years from `from` until `until`. */
export function rotaIn(zone: string, from: number, until: number): fc.Arbitrary<RotaRules> {
  const time = stretch(zone, from, until);
  const personTime: fc.Arbitrary<PersonTime> = fc.tuple(person, time).map(([who, one]) => ({ who, ...one }));
  const override: fc.Arbitrary<Override> = fc.oneof(
    fc.tuple(time, person, people).map(([one, who, by]): Override => ({ ...one, kind: 'replace', who, by })),
    fc
      .tuple(time, fc.constantFrom('only', 'add', 'remove'), people)
      .map(([one, kind, named]): Override => ({ ...one, kind, people: named })),
  );
  return fc.record({
    layers: fc.array(layerIn(zone, from), { minLength: 1, maxLength: 3 }),
    swaps: fc.array(
      fc.record({ between: fc.tuple(personTime, personTime), accepted: fc.subarray([...PEOPLE]) }),
      { maxLength: 3 },
    ),
    timeOff: fc.array(personTime, { maxLength: 4 }),
    overrides: fc.array(override, { maxLength: 4 }),
  });
}
