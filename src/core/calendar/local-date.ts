import type { LocalDate } from './calendar.ts';

/** A local date as a whole number of days since 1970-01-01: what the arithmetic of this folder runs on. */
export type DayNumber = number;

export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const HYPHEN = 45;
const ZERO = 48;

/**
 * The day a date text names; undefined where it is no date of the calendar (`2026-02-29`), or not written so.
 *
 *     dayNumber('1970-01-02')  // 1
 */
export function dayNumber(date: LocalDate): DayNumber | undefined {
  // By character and by hand: a line of input may bring hundreds of dates, and `Date` costs a microsecond each.
  if (date.length !== 10 || date.charCodeAt(4) !== HYPHEN || date.charCodeAt(7) !== HYPHEN) return undefined;
  const year = digits(date, 0, 4);
  const month = digits(date, 5, 7);
  const dayOfMonth = digits(date, 8, 10);
  if (!(month >= 1 && month <= 12 && dayOfMonth >= 1)) return undefined;
  if (!(dayOfMonth <= (DAYS_IN_MONTH[month - 1] as number))) return undefined;
  if (month === 2 && dayOfMonth === 29 && !isLeap(year)) return undefined;
  return Number.isNaN(year) ? undefined : daysBefore(year, month) + dayOfMonth - 1;
}

/** The number some characters write; NaN where one is no digit. */
function digits(text: string, from: number, until: number): number {
  let value = 0;
  for (let index = from; index < until; index++) {
    const digit = text.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days from 1970-01-01 to the first of a month, counting years from March so that 29 February comes last. */
function daysBefore(year: number, month: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const monthsSinceMarch = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((monthsSinceMarch * 153 + 2) / 5) - 719_468;
}

/** The date of a day, `1970-01-02`. */
export const dateOfDay = (day: DayNumber): LocalDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 0 for Monday to 6 for Sunday, the order of `WEEKDAYS`. 1970-01-01 was a Thursday. */
export const weekdayIndex = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;
