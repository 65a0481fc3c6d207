import { expect, test } from 'vitest';
import { offsetAt, resolveLocal, type ZoneTable, zoneTable } from './zone-table.ts';

const FIRST = Date.UTC(1970, 0, 1);
const LAST = Date.UTC(2100, 11, 31);

function changes(timeZone: string): number[] {
  const found: number[] = [];
  let at: Temporal.ZonedDateTime | null = new Temporal.ZonedDateTime(BigInt(FIRST) * 1_000_000n, timeZone);
  for (;;) {
    at = at.getTimeZoneTransition('next');
    if (!at || at.epochMilliseconds > LAST) return found;
    found.push(at.epochMilliseconds);
  }
}

/** What `Temporal` says at an instant and for the reading of the clock there, beside what the table says. */
function differs(zone: ZoneTable, at: number): boolean {
  const zoned = new Temporal.ZonedDateTime(BigInt(at) * 1_000_000n, zone.timeZone);
  if (offsetAt(zone, at) !== zoned.offsetNanoseconds / 1e6) return true;
  const reading = new Temporal.PlainDateTime(1970, 1, 1).add({ milliseconds: at });
  return resolveLocal(zone, at) !== reading.toZonedDateTime(zone.timeZone).epochMilliseconds;
}

test('every zone resolves instants and readings around its clock changes as Temporal does', () => {
  const wrong: string[] = [];
  for (const timeZone of Intl.supportedValuesOf('timeZone')) {
    const zone = zoneTable(timeZone) as ZoneTable;
    const all = changes(timeZone);
    // A rule that repeats to 2100 is looked at every few years; what changed before 2030 one by one.
    const looked = all.filter((at, index) => at < Date.UTC(2030, 0, 1) || index % 9 === 0);
    for (const change of looked) {
      const offset = offsetAt(zone, change);
      const before = offsetAt(zone, change - 1);
      for (const at of [
        change - 1,
        change,
        change + offset,
        change + before,
        change + offset - 1,
        change + before + 1,
      ]) {
        if (differs(zone, at)) wrong.push(`${timeZone} ${new Date(at).toISOString()}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test.each(['Mars/Olympus', '+05:00', '', '2026-01-01[UTC]', 'UTC\n'])('%j is no zone', (name) => {
  expect(zoneTable(name)).toBeUndefined();
});

test('a zone asked for in other letters is the same zone', () => {
  expect(zoneTable('america/los_angeles')).toBe(zoneTable('America/Los_Angeles'));
});
