const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Steps that people count time in. */
const STEPS_MS = [
  ...[1, 5, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 4, 8, 12, 24, 48, 96, 168, 336, 720, 1440, 4320, 8760].map((hours) => hours * HOUR_MS),
];
const TICKS_MAX = 5;

/** Round lengths of time along an axis, from nothing to past the highest, five at most. */
export function ticksOf(highestMs: number): readonly number[] {
  const step =
    STEPS_MS.find((one) => one * (TICKS_MAX - 1) >= highestMs) ?? roundedUp(highestMs / (TICKS_MAX - 1));
  const count = Math.max(1, Math.ceil(highestMs / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Longer than anything above: whole years. */
const roundedUp = (ms: number): number => Math.ceil(ms / (8760 * HOUR_MS)) * 8760 * HOUR_MS;
