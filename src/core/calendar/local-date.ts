import type { LocalDate } from './calendar.ts';

/** A local date as a whole number of days since 1970-01-01: what the arithmetic of this folder runs on. */
export type DayNumber = number;

export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The day a date text names; undefined where it is no date of the calendar (`2026-02-29`), or not written so.
 *
 *     dayNumber('1970-01-02')  // 1
 */
export function dayNumber(date: LocalDate): DayNumber | undefined {
  const found = DATE.exec(date);
  if (!found) return undefined;
  const [year, month, dayOfMonth] = [Number(found[1]), Number(found[2]), Number(found[3])];
  // Years below 100 would be read as 19xx.
  if (year < 100) return undefined;
  const at = Date.UTC(year, month - 1, dayOfMonth);
  const read = new Date(at);
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === dayOfMonth ? at / DAY_MS : undefined;
}

/** The date of a day, `1970-01-02`. */
export const dateOfDay = (day: DayNumber): LocalDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 0 for Monday to 6 for Sunday, the order of `WEEKDAYS`. 1970-01-01 was a Thursday. */
export const weekdayIndex = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;
