import { expect, test } from 'vitest';
import { formatInstant, type Instant, parseInstant } from '../instant.ts';
import { roundedUp } from './rounded-up.ts';

test.each([
  ['2026-11-20T20:30:00.000Z', 'America/Los_Angeles', '2026-11-20T20:30:00.000Z'],
  ['2026-11-20T20:30:00.001Z', 'America/Los_Angeles', '2026-11-20T20:31:00.000Z'],
  ['2026-11-20T20:30:59.999Z', 'Asia/Kathmandu', '2026-11-20T20:31:00.000Z'],
  ['1969-12-31T23:59:30.000Z', 'UTC', '1970-01-01T00:00:00.000Z'],
  // Liberia's clocks were 44 minutes and 30 seconds behind.
  ['1971-06-01T00:00:00.000Z', 'Africa/Monrovia', '1971-06-01T00:00:30.000Z'],
])('%s in %s is shown as %s', (at, zone, shown) => {
  expect(formatInstant(roundedUp(parseInstant(at) as Instant, zone))).toBe(shown);
});
