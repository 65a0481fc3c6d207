import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asInstant, formatInstant, parseInstant, parseLocal, roundedUp } from './instant.ts';

const ZONE = 'America/Los_Angeles';
const shown = (instant: ReturnType<typeof parseInstant>): string | undefined =>
  instant === undefined ? undefined : formatInstant(instant);

test.each([
  ['2026-11-20T16:30-08:00', '2026-11-21T00:30:00.000Z'],
  ['2026-11-20T16:30:15-08:00', '2026-11-21T00:30:15.000Z'],
  ['2026-11-20T16:30:15.25-0800', '2026-11-21T00:30:15.250Z'],
  ['2026-11-20T16:30:15,25-08', '2026-11-21T00:30:15.250Z'],
  ['2026-11-20 16:30+05:30', '2026-11-20T11:00:00.000Z'],
  ['2026-11-20t16:30z', '2026-11-20T16:30:00.000Z'],
  ['1969-12-31T23:59:59Z', '1969-12-31T23:59:59.000Z'],
])('"%s" is an instant', (text, expected) => {
  expect(shown(parseInstant(text))).toBe(expected);
});

test('what is finer than a millisecond is cut off, not rounded', () => {
  expect(shown(parseInstant('2026-11-20T16:30:00.000999999Z'))).toBe('2026-11-20T16:30:00.000Z');
});

test.each([
  ['a local time', '2026-11-20T16:30'],
  ['a date', '2026-11-20'],
  ['a day that does not exist', '2026-02-30T16:30Z'],
  ['an hour that does not exist', '2026-11-20T25:00Z'],
  ['a name of a zone without an offset', '2026-11-20T16:30[America/Los_Angeles]'],
  ['a year of two digits', '26-11-20T16:30Z'],
  ['an hour of one digit', '2026-11-20T6:30Z'],
  ['nothing', ''],
  ['words', 'tomorrow'],
  ['something after it', '2026-11-20T16:30Z or so'],
])('%s is no instant: "%s"', (_what, text) => {
  expect(parseInstant(text)).toBeUndefined();
});

test.each([
  ['a time in winter', '2026-11-20T16:30', '2026-11-21T00:30:00.000Z'],
  ['a time in summer', '2026-07-20T16:30', '2026-07-20T23:30:00.000Z'],
  ['a space for the T', '2026-11-20 16:30', '2026-11-21T00:30:00.000Z'],
  ['a small t', '2026-11-20t16:30:05.5', '2026-11-21T00:30:05.500Z'],
])('%s is what the clocks of the zone show: "%s"', (_what, text, expected) => {
  expect(shown(parseLocal(text, ZONE))).toBe(expected);
});

test.each([
  ['shown twice, is the first of the two', '2026-11-01T01:30', undefined, '2026-11-01T08:30:00.000Z'],
  ['shown twice, is the second by choice', '2026-11-01T01:30', 'later', '2026-11-01T09:30:00.000Z'],
  ['skipped, comes after the gap by as much', '2026-03-08T02:30', undefined, '2026-03-08T10:30:00.000Z'],
  ['skipped, comes before the gap by choice', '2026-03-08T02:30', 'earlier', '2026-03-08T09:30:00.000Z'],
] as const)('a local time %s', (_rule, text, choice, expected) => {
  expect(shown(parseLocal(text, ZONE, choice))).toBe(expected);
});

test.each([
  ['with an offset', '2026-11-20T16:30-08:00', ZONE],
  ['on a day that does not exist', '2026-02-30T16:30', ZONE],
  ['at an hour that does not exist', '2026-11-20T24:30', ZONE],
  ['finer than a millisecond', '2026-11-20T16:30:00.0001', ZONE],
  ['in a zone that does not exist', '2026-11-20T16:30', 'America/Lantern'],
  ['without a time', '2026-11-20', ZONE],
])('a time %s is no local time: "%s"', (_what, text, zone) => {
  expect(parseLocal(text, zone)).toBeUndefined();
});

test.each([
  ['a whole minute stays', '2026-11-21T04:30:00Z', '2026-11-21T04:30:00.000Z'],
  ['a millisecond more is the next minute', '2026-11-21T04:30:00.001Z', '2026-11-21T04:31:00.000Z'],
  ['a millisecond less is the same minute', '2026-11-21T04:29:59.999Z', '2026-11-21T04:30:00.000Z'],
  ['a millisecond of 1969 is the first minute', '1969-12-31T23:59:59.999Z', '1970-01-01T00:00:00.000Z'],
])('rounded up, %s', (_rule, text, expected) => {
  const instant = parseInstant(text) ?? asInstant(Number.NaN);
  expect(formatInstant(roundedUp(instant))).toBe(expected);
});

const DATE_MAX_MS = 8_640_000_000_000_000;

test('an instant is written as Date writes it, of any year', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -DATE_MAX_MS, max: DATE_MAX_MS })),
      (at) => {
        expect(formatInstant(asInstant(at))).toBe(new Date(at).toISOString());
      },
    ),
    { numRuns: 2_000 },
  );
});

test('what is finer than a millisecond is not written, and what is no instant is refused', () => {
  for (const at of [1.5, -1.5, 86_399_999.9]) {
    expect(formatInstant(asInstant(at))).toBe(new Date(at).toISOString());
  }
  for (const at of [Number.NaN, Number.POSITIVE_INFINITY, 2 * DATE_MAX_MS]) {
    expect(() => formatInstant(asInstant(at)), String(at)).toThrow(RangeError);
  }
});
