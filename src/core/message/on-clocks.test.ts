import { describe, expect, test } from 'vitest';
import { asInstant } from '../instant.ts';
import { isShownTwice, onClocks } from './on-clocks.ts';

const ZONES = [
  'America/Los_Angeles',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'UTC',
];
const HOUR_MS = 3_600_000;

/** Said without looking at when clocks are set: the reading is found from both sides. */
function bothWays(local: Temporal.ZonedDateTime): boolean {
  const of = (disambiguation: 'earlier' | 'later') =>
    local.toPlainDateTime().toZonedDateTime(local.timeZoneId, { disambiguation }).epochMilliseconds;
  return of('earlier') !== of('later');
}

describe('a reading is shown twice', () => {
  test.each(ZONES)('in %s around every change of its clocks, as both ways of reading it say', (zone) => {
    let told = 0;
    let at = onClocks(asInstant(Date.UTC(2009, 0, 1)), zone);
    for (let next = at.getTimeZoneTransition('next'); next; next = at.getTimeZoneTransition('next')) {
      if (next.year > 2029) break;
      at = next;
      for (const hours of [-30, -24, -2, -1.25, -1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1, 2, 24, 30]) {
        const local = onClocks(asInstant(next.epochMilliseconds + hours * HOUR_MS), zone);
        expect([local.toString(), isShownTwice(local)]).toEqual([local.toString(), bothWays(local)]);
        if (isShownTwice(local)) told += 1;
      }
      const last = onClocks(asInstant(next.epochMilliseconds - 1), zone);
      expect([last.toString(), isShownTwice(last)]).toEqual([last.toString(), bothWays(last)]);
    }
    expect(told > 0).toBe(zone !== 'UTC');
  });
});
