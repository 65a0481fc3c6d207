import { DAY_MS, type DayNumber } from './local-date.ts';

/**
 * The clock changes of one zone as plain sorted numbers, because asking `Temporal` costs microseconds and a
 * deadline may cost none. Filled from `Temporal` as far as somebody has asked, in blocks, in both directions.
 *
 * `offsets[i]` is in force until `changes[i]`, `offsets[i + 1]` from then on; `thresholds[i]` is the first
 * wall-clock reading that resolves by `offsets[i + 1]`.
 */
export interface ZoneTable {
  readonly timeZone: string;
  changes: number[];
  offsets: number[];
  thresholds: number[];
  coveredFrom: number;
  coveredUntil: number;
}

/** About eleven years: one zone's block holds some two dozen changes and costs a tenth of a millisecond. */
const BLOCK_MS = 4096 * DAY_MS;
/** No offset exceeds it, so changes this far from a reading cannot touch it. */
const MARGIN_MS = 3 * DAY_MS;
/** A day's windows end within 48 hours of its midnight, and clocks are at most 16 hours from UTC. */
const STEADY_BEFORE_DAYS = 1.5;
const STEADY_AFTER_DAYS = 4;
const IANA_NAME = /^[A-Za-z][A-Za-z0-9_+\-/]*$/;

/** Grows to at most one table for each zone there is (some 600), since only names that `Temporal` knows get in. */
const tables = new Map<string, ZoneTable>();

/**
 * The changes of a zone; undefined where there is no such zone. An offset (`+05:00`) is none: rules are written
 * for places. Case does not matter, as it does not to `Temporal`.
 */
export function zoneTable(timeZone: string): ZoneTable | undefined {
  const known = tables.get(timeZone);
  if (known) return known;
  const name = knownName(timeZone);
  if (name === undefined) return undefined;
  const table = tables.get(name) ?? {
    timeZone: name,
    changes: [],
    offsets: [offsetMs(-1, name)],
    thresholds: [],
    coveredFrom: 0,
    coveredUntil: 0,
  };
  tables.set(name, table);
  return table;
}

function knownName(timeZone: string): string | undefined {
  if (!IANA_NAME.test(timeZone)) return undefined;
  try {
    return new Temporal.ZonedDateTime(0n, timeZone).timeZoneId;
  } catch {
    return undefined;
  }
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
export function offsetAt(zone: ZoneTable, at: number): number {
  cover(zone, at, at);
  return zone.offsets[countUpTo(zone.changes, at)] as number;
}

/**
 * The instant at which the zone's clocks show `local` (a reading as if it were UTC), as `Temporal`'s
 * `compatible` has it: a reading shown twice is the first, a reading skipped is moved on by what was skipped.
 */
export function resolveLocal(zone: ZoneTable, local: number): number {
  cover(zone, local, local);
  return local - (zone.offsets[countUpTo(zone.thresholds, local)] as number);
}

/**
 * For each of some days the offset that holds from well before its midnight until no window that opens on it can
 * still be open, in any zone; NaN where clocks change in that time.
 */
export function steadyOffsets(zone: ZoneTable, firstDay: DayNumber, count: number): number[] {
  const begins = (firstDay - STEADY_BEFORE_DAYS) * DAY_MS;
  cover(zone, begins, (firstDay + count + STEADY_AFTER_DAYS) * DAY_MS);
  const steady: number[] = [];
  let index = countUpTo(zone.changes, begins);
  for (let day = firstDay; day < firstDay + count; day++) {
    const from = (day - STEADY_BEFORE_DAYS) * DAY_MS;
    while (index < zone.changes.length && (zone.changes[index] as number) <= from) index++;
    const next = index < zone.changes.length ? (zone.changes[index] as number) : Number.POSITIVE_INFINITY;
    const changes = next <= (day + STEADY_AFTER_DAYS) * DAY_MS;
    steady.push(changes ? Number.NaN : (zone.offsets[index] as number));
  }
  return steady;
}

/** The clock changes after `from` and before `until`, with how far each puts the clocks forward. */
export function changesWithin(
  zone: ZoneTable,
  from: number,
  until: number,
): readonly { readonly at: number; readonly forwardMs: number }[] {
  cover(zone, from, until);
  const found: { at: number; forwardMs: number }[] = [];
  for (let index = countUpTo(zone.changes, from); index < zone.changes.length; index++) {
    const at = zone.changes[index] as number;
    if (at >= until) break;
    found.push({ at, forwardMs: (zone.offsets[index + 1] as number) - (zone.offsets[index] as number) });
  }
  return found;
}

/** How many of the sorted values are at most `value`. */
function countUpTo(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cover(zone: ZoneTable, from: number, until: number): void {
  if (from - MARGIN_MS >= zone.coveredFrom && until + MARGIN_MS < zone.coveredUntil) return;
  if (until + MARGIN_MS >= zone.coveredUntil) {
    const next = Math.max(until, zone.coveredUntil) + BLOCK_MS;
    append(zone, changesBetween(zone.timeZone, zone.coveredUntil, next));
    zone.coveredUntil = next;
  }
  if (from - MARGIN_MS < zone.coveredFrom) {
    const earlier = Math.min(from, zone.coveredFrom) - BLOCK_MS;
    const known = zone.changes.map((at, index) => ({ at, offset: zone.offsets[index + 1] as number }));
    zone.offsets = [offsetMs(earlier - 1, zone.timeZone)];
    zone.changes = [];
    zone.thresholds = [];
    append(zone, changesBetween(zone.timeZone, earlier, zone.coveredFrom));
    append(zone, known);
    zone.coveredFrom = earlier;
  }
}

interface Change {
  readonly at: number;
  /** In force from then on. */
  readonly offset: number;
}

function append(zone: ZoneTable, changes: readonly Change[]): void {
  for (const { at, offset } of changes) {
    const before = zone.offsets[zone.offsets.length - 1] as number;
    if (before === offset) continue;
    zone.changes.push(at);
    zone.offsets.push(offset);
    // A gap's readings resolve by the offset before it, an overlap's by it too: both wait for the later reading.
    zone.thresholds.push(at + Math.max(before, offset));
  }
}

/** The changes in a half-open stretch; it ends because each is later than the one before. */
function changesBetween(timeZone: string, from: number, until: number): Change[] {
  const found: Change[] = [];
  let moment: Temporal.ZonedDateTime | null = zoned(from - 1, timeZone);
  for (;;) {
    moment = moment.getTimeZoneTransition('next');
    if (!moment || moment.epochMilliseconds >= until) return found;
    found.push({ at: moment.epochMilliseconds, offset: moment.offsetNanoseconds / 1_000_000 });
  }
}

const zoned = (at: number, timeZone: string): Temporal.ZonedDateTime =>
  new Temporal.ZonedDateTime(BigInt(at) * 1_000_000n, timeZone);

const offsetMs = (at: number, timeZone: string): number => zoned(at, timeZone).offsetNanoseconds / 1_000_000;
