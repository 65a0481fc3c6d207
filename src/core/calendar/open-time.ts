import type { Calendar } from './compile-calendar.ts';
import { DAY_MS } from './local-date.ts';
import { pageAt, pageOfDay } from './page.ts';

/**
 * A window's place in a calendar: page number and index on it, packed in one number so that finding one
 * allocates nothing. A page holds at most 32 days of `WINDOWS_PER_DAY_MAX` windows.
 */
export type Place = number;

const PLACE_BITS = 15;
const INDEX_MASK = (1 << PLACE_BITS) - 1;

/** No window there, within the bounds of searching. */
export const NOWHERE: Place = -1;

export const pageNumberOf = (place: Place): number => place >> PLACE_BITS;
export const indexOf = (place: Place): number => place & INDEX_MASK;

/** The window that is open at an instant, else the next to open. */
export function windowFrom(calendar: Calendar, at: number): Place {
  const day = earliestOwner(calendar, at);
  let number = pageOfDay(day);
  if (number > calendar.lastPage) return NOWHERE;
  let page = pageAt(calendar, number);
  let index = page.first[day - page.firstDay] as number;
  for (;;) {
    const { ends } = page;
    while (index < ends.length && (ends[index] as number) <= at) index++;
    if (index < ends.length) return (number << PLACE_BITS) | index;
    if (++number > calendar.lastPage) return NOWHERE;
    page = pageAt(calendar, number);
    index = 0;
  }
}

/** The earliest window that ends exactly at an instant. */
export function windowEndingAt(calendar: Calendar, at: number): Place {
  const day = earliestOwner(calendar, at);
  let number = pageOfDay(day);
  if (number > calendar.lastPage) return NOWHERE;
  let page = pageAt(calendar, number);
  let index = page.first[day - page.firstDay] as number;
  for (;;) {
    const { ends } = page;
    while (index < ends.length && (ends[index] as number) < at) index++;
    if (index < ends.length) return ends[index] === at ? (number << PLACE_BITS) | index : NOWHERE;
    // A window that has ended by then opened on an earlier date, or on this one.
    if (++number > calendar.lastPage || number > pageOfDay(day + 4)) return NOWHERE;
    page = pageAt(calendar, number);
    index = 0;
  }
}

/** A day early enough to own any window open at the instant. */
function earliestOwner(calendar: Calendar, at: number): number {
  const day = Math.floor(at / DAY_MS);
  const page = pageAt(calendar, pageOfDay(day));
  const offset = page.offsets[day - page.firstDay] as number;
  return Number.isNaN(offset) ? day - 3 : Math.floor((at + offset) / DAY_MS) - 1;
}

/**
 * The instant at which `ms` of open time have passed since `at`; undefined where the calendar does not hold so
 * much. Used up exactly at closing is at closing. Nothing to add is the instant itself, or the next opening.
 */
export function addOpen(calendar: Calendar, at: number, ms: number): number | undefined {
  if (calendar.always) return at + ms;
  const place = windowFrom(calendar, at);
  if (place === NOWHERE) return undefined;
  let number = pageNumberOf(place);
  let index = indexOf(place);
  let page = pageAt(calendar, number);
  let needed = ms + (page.before[index] as number) + Math.max(0, at - (page.starts[index] as number));
  let total = page.before[page.ends.length] as number;
  while (needed > total) {
    if (++number > calendar.lastPage) return undefined;
    needed -= total;
    page = pageAt(calendar, number);
    total = page.before[page.ends.length] as number;
    index = 0;
  }
  index = firstReaching(page.before, index, needed);
  return (page.starts[index] as number) + needed - (page.before[index] as number);
}

/** The first window, from `index` on, by whose end `needed` is reached: steps that double, then halving. */
function firstReaching(before: readonly number[], index: number, needed: number): number {
  let low = index;
  let step = 1;
  while (low + step < before.length && (before[low + step] as number) < needed) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, before.length - 1);
  // before[low] is short of it (or is where we began), before[high] reaches it.
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if ((before[middle] as number) < needed) low = middle;
    else high = middle;
  }
  return high - 1;
}
