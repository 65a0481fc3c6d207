import type { Calendar } from './compile-calendar.ts';
import { DAY_MS, type DayNumber } from './local-date.ts';
import { indexOf, NOWHERE, type Place, pageNumberOf, windowEndingAt, windowFrom } from './open-time.ts';
import { type Page, pageAt, pageOfDay } from './page.ts';
import { offsetAt, resolveLocal } from './zone-table.ts';

/*
 * Which day an instant belongs to:
 *   in a window                      the day the window opened on, whatever the date is by then
 *   exactly at the end of a day's    that day
 *     last window
 *   anything else                    no day: `same-time` goes on to the next opening, `close` takes the date
 */

/** The N-th business day after the start, same time of day, within that day's hours; undefined where there is none. */
export function sameTimeLater(calendar: Calendar, from: number, days: number): number | undefined {
  const place = windowFrom(calendar, from);
  let day = dayOwning(calendar, from, place);
  let start = from;
  if (day === undefined) {
    if (place === NOWHERE) return undefined;
    const page = pageAt(calendar, pageNumberOf(place));
    start = page.starts[indexOf(place)] as number;
    day = page.owners[indexOf(place)] as number;
  }
  const target = businessDayAfter(calendar, day, days);
  return target === undefined ? undefined : atTimeOfDay(calendar, target, timeOfDay(calendar, start, day));
}

/** When the N-th business day closes, counted from the day that owns the start; undefined where there is none. */
export function closeLater(calendar: Calendar, from: number, days: number): number | undefined {
  const day = dayOwning(calendar, from, windowFrom(calendar, from)) ?? localDay(calendar, from);
  const target = businessDayAfter(calendar, day, days);
  if (target === undefined) return undefined;
  const page = pageAt(calendar, pageOfDay(target));
  return closing(page, target);
}

/** The day whose window is open at an instant, or whose closing it is; `place` is the window from there on. */
export function dayOwning(calendar: Calendar, at: number, place: Place): DayNumber | undefined {
  if (place !== NOWHERE) {
    const page = pageAt(calendar, pageNumberOf(place));
    const index = indexOf(place);
    if ((page.starts[index] as number) <= at) return page.owners[index];
  }
  // Where two days close at once, the instant is the earlier one's, as the hours before it were.
  const ending = windowEndingAt(calendar, at);
  if (ending === NOWHERE) return undefined;
  const page = pageAt(calendar, pageNumberOf(ending));
  const day = page.owners[indexOf(ending)] as number;
  return closing(page, day) === at ? day : undefined;
}

/** The end of the last window of a business day. */
function closing(page: Page, day: DayNumber): number {
  const index = day - page.firstDay;
  let latest = Number.NEGATIVE_INFINITY;
  for (let each = page.first[index] as number; each < (page.first[index + 1] as number); each++) {
    latest = Math.max(latest, page.closesAt[each] as number);
  }
  return latest;
}

/** The date the zone's clocks show. */
export const localDay = (calendar: Calendar, at: number): DayNumber =>
  Math.floor((at + offsetAt(calendar.zone, at)) / DAY_MS);

/**
 * The time on the clock of the day an instant belongs to: 02:00 of the next date is 26:00, also where the zone
 * skipped a date between them.
 */
export function timeOfDay(calendar: Calendar, at: number, day: DayNumber): number {
  const page = pageAt(calendar, pageOfDay(day));
  const steady = page.offsets[day - page.firstDay] as number;
  const local = at + (Number.isNaN(steady) ? offsetAt(calendar.zone, at) : steady);
  const date = Math.floor(local / DAY_MS);
  return date > day ? DAY_MS + (local - date * DAY_MS) : local - day * DAY_MS;
}

/** Whether at least one window opens on a date. */
export function isBusinessDay(calendar: Calendar, day: DayNumber): boolean {
  const page = pageAt(calendar, pageOfDay(day));
  const index = day - page.firstDay;
  return page.first[index] !== page.first[index + 1];
}

/** The business day so many after a date. */
export function businessDayAfter(calendar: Calendar, day: DayNumber, count: number): DayNumber | undefined {
  let number = pageOfDay(day);
  if (number > calendar.lastPage) return undefined;
  let page = pageAt(calendar, number);
  let index = (page.upTo[day - page.firstDay] as number) + count - 1;
  while (index >= page.businessDays.length) {
    if (++number > calendar.lastPage) return undefined;
    index -= page.businessDays.length;
    page = pageAt(calendar, number);
  }
  return page.businessDays[index];
}

/** A time of day on a business day: not before it opens, in a break the next opening, not after it closes. */
function atTimeOfDay(calendar: Calendar, day: DayNumber, time: number): number {
  const page = pageAt(calendar, pageOfDay(day));
  const index = day - page.firstDay;
  const steady = page.offsets[index] as number;
  const local = day * DAY_MS + time;
  const at = Number.isNaN(steady) ? resolveLocal(calendar.zone, local) : local - steady;
  let latest = Number.NEGATIVE_INFINITY;
  for (let each = page.first[index] as number; each < (page.first[index + 1] as number); each++) {
    const opensAt = page.opensAt[each] as number;
    const closesAt = page.closesAt[each] as number;
    // The end of a window is in the break that follows, unless the next one opens there, which the next turn sees.
    if (at < closesAt) return Math.max(at, opensAt);
    latest = Math.max(latest, closesAt);
  }
  return latest;
}
