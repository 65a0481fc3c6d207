import { DAY_MS } from '../calendar/local-date.ts';
import { changesWithin, offsetAt, resolveLocal } from '../calendar/zone-table.ts';
import type { Layer } from './compile-rota.ts';
import type { TurnUnit } from './rota.ts';

const HOUR_MS = 3_600_000;
const LENGTH_MS: Readonly<Record<Exclude<TurnUnit, 'month'>, number>> = {
  hour: HOUR_MS,
  day: DAY_MS,
  week: 7 * DAY_MS,
};

/** Clocks are put on by at most a day (a zone that leaves out a date), so a reading may run ahead by as much. */
const AHEAD_MS = 26 * HOUR_MS;
/** How near a change of clocks has to be to touch the hand-overs around an instant. */
const NEAR_MS = 3 * DAY_MS;

/**
 * The number of the turn that is on at an instant: of all hand-overs that have come, the last. -1 before the first.
 *
 * A hand-over is a reading of the clock on the wall. One that clocks skip comes as much later as they skip, one that
 * they repeat comes at the first of the two, and a day that a month lacks is its last.
 */
export function turnAt(layer: Layer, at: number): number {
  const reading = at + offsetAt(layer.zone, at);
  const isSteady = changesWithin(layer.zone, at - NEAR_MS, at + NEAR_MS).length === 0;
  if (isSteady) return Math.max(-1, lastUpTo(layer, reading));
  let turn = lastUpTo(layer, reading + AHEAD_MS);
  while (turn >= 0 && handOverAt(layer, turn) > at) turn--;
  return Math.max(-1, turn);
}

/** The instant at which a turn begins, by its number. */
export const handOverAt = (layer: Layer, turn: number): number =>
  resolveLocal(layer.zone, readingOf(layer, turn));

/** The last turn whose hand-over a clock on the wall shows at a reading, or has shown. */
function lastUpTo(layer: Layer, reading: number): number {
  const { count, unit } = layer.rules.every;
  if (unit !== 'month') return Math.floor((reading - layer.firstReading) / (count * LENGTH_MS[unit]));
  const [first, now] = [new Date(layer.firstReading), new Date(reading)];
  const months =
    (now.getUTCFullYear() - first.getUTCFullYear()) * 12 + now.getUTCMonth() - first.getUTCMonth();
  const turn = Math.floor(months / count);
  return readingOf(layer, turn) > reading ? turn - 1 : turn;
}

function readingOf({ rules, firstReading }: Layer, turn: number): number {
  const { count, unit } = rules.every;
  if (unit !== 'month') return firstReading + turn * count * LENGTH_MS[unit];
  const first = new Date(firstReading);
  const month = first.getUTCMonth() + turn * count;
  const reading = new Date(firstReading);
  // The day before the first of the month after is the month's last.
  reading.setUTCFullYear(first.getUTCFullYear(), month + 1, 0);
  const day = Math.min(first.getUTCDate(), reading.getUTCDate());
  return reading.setUTCFullYear(first.getUTCFullYear(), month, day);
}
