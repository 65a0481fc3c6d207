import type { Window } from './calendar.ts';
import type { Calendar } from './compile-calendar.ts';
import { DAY_MS, type DayNumber, MINUTE_MS, weekdayIndex } from './local-date.ts';
import { offsetAt, resolveLocal, steadyOffsets } from './zone-table.ts';

/**
 * 32 days of a calendar laid out as sorted numbers: each window once, in the order they open, with running
 * sums. Windows belong to the page of the day they open on. Plain arrays, not typed ones: a page lives for one
 * line of input or for years, and typed arrays of this size cost more to make than to read.
 */
export interface Page {
  readonly firstDay: DayNumber;
  /** Index of the first window of each day, and of the end. */
  readonly first: number[];
  /** Open time, no instant twice: where windows overlap, the one that opened earlier owns the instant. */
  readonly starts: number[];
  readonly ends: number[];
  /** Open milliseconds on this page before each window, and at the end. */
  readonly before: number[];
  /** The day each window opens on. */
  readonly owners: number[];
  /** The windows as their own day has them, overlaps included. */
  readonly opensAt: number[];
  readonly closesAt: number[];
  /** Business days, in order, and for each day how many of them are up to it. */
  readonly businessDays: number[];
  readonly upTo: number[];
  /** The zone's offset where it is the same from the day before until three days after; otherwise NaN. */
  readonly offsets: number[];
}

/** Few, because a line of input often brings a calendar of its own and looks at two or three days of it. */
const PAGE_BITS = 5;
const PAGE_DAYS = 1 << PAGE_BITS;

/** Instants are taken from 1900 on; one page more lies before, so that a window from the day before is found. */
const FIRST_DAY = -25_567 - PAGE_DAYS;
/** No deadline is looked for from this day on: 2400-01-01. */
const LAST_DAY = 157_054;
export const PAGE_COUNT = ((LAST_DAY - FIRST_DAY) >> PAGE_BITS) + 1;

/** The instants a clock may start at: 1900-01-01 (inclusive) to 2200-01-01, all UTC. */
export const INSTANT_MIN = -25_567 * DAY_MS;
export const INSTANT_MAX = 84_006 * DAY_MS;
/** Where searches end. */
export const SEARCH_UNTIL = LAST_DAY * DAY_MS;

/** Pages of one calendar are dropped and laid out anew beyond this many days and windows, some 20 MB. */
const PAGES_WEIGHT_MAX = 200_000;

/** A window reaches at most into the second day after its own, and a third where a zone repeated a day. */
const DAYS_REACHED = 3;

export const pageOfDay = (day: DayNumber): number => (day - FIRST_DAY) >> PAGE_BITS;

/** Pages lie in shelves of 64, so that a calendar that was looked at once does not hold room for five centuries. */
export type Shelf = (Page | undefined)[];
const SHELF_BITS = 6;
const SHELF_PAGES = 1 << SHELF_BITS;

/** The page with this number, laid out if nobody asked for it before. */
export function pageAt(calendar: Calendar, number: number): Page {
  return calendar.shelves[number >> SHELF_BITS]?.[number & (SHELF_PAGES - 1)] ?? layOut(calendar, number);
}

function layOut(calendar: Calendar, number: number): Page {
  if (calendar.weight > PAGES_WEIGHT_MAX) {
    calendar.shelves.fill(undefined);
    calendar.weight = 0;
  }
  const page = pageFrom(calendar, FIRST_DAY + number * PAGE_DAYS);
  let shelf = calendar.shelves[number >> SHELF_BITS];
  if (!shelf) {
    shelf = new Array<Page | undefined>(SHELF_PAGES);
    calendar.shelves[number >> SHELF_BITS] = shelf;
  }
  shelf[number & (SHELF_PAGES - 1)] = page;
  calendar.weight += PAGE_DAYS + page.starts.length;
  return page;
}

function pageFrom(calendar: Calendar, firstDay: DayNumber): Page {
  // What opened before the page's first day may still be open on it, and then owns those hours.
  const before = emptyPage(
    firstDay - DAYS_REACHED,
    steadyOffsets(calendar.zone, firstDay - DAYS_REACHED, DAYS_REACHED),
  );
  addDays(before, calendar, Number.NEGATIVE_INFINITY);
  const page = emptyPage(firstDay, steadyOffsets(calendar.zone, firstDay, PAGE_DAYS));
  addDays(page, calendar, before.ends[before.ends.length - 1] ?? Number.NEGATIVE_INFINITY);
  return page;
}

const emptyPage = (firstDay: DayNumber, offsets: number[]): Page => ({
  firstDay,
  first: [],
  starts: [],
  ends: [],
  before: [0],
  owners: [],
  opensAt: [],
  closesAt: [],
  businessDays: [],
  upTo: [],
  offsets,
});

/** Lays out a day for each offset of the page. */
function addDays(page: Page, calendar: Calendar, openUntil: number): void {
  let last = openUntil;
  for (let index = 0; index < page.offsets.length; index++) {
    const day = page.firstDay + index;
    const count = page.starts.length;
    page.first.push(count);
    const offset = page.offsets[index] as number;
    const windows = windowsOn(calendar, day);
    if (Number.isNaN(offset)) {
      for (const { from, until } of resolved(calendar, day, windows))
        last = addWindow(page, day, from, until, last);
    } else {
      const midnight = day * DAY_MS - offset;
      for (let each = 0; each < windows.length; each++) {
        const { from, until } = windows[each] as Window;
        last = addWindow(page, day, midnight + from * MINUTE_MS, midnight + until * MINUTE_MS, last);
      }
    }
    if (page.starts.length > count) page.businessDays.push(day);
    page.upTo.push(page.businessDays.length);
  }
  page.first.push(page.starts.length);
}

/** Adds what a window opens beyond `openUntil`, and answers until when the calendar is open now. */
function addWindow(page: Page, day: DayNumber, from: number, until: number, openUntil: number): number {
  const start = from > openUntil ? from : openUntil;
  const end = until > openUntil ? until : openUntil;
  page.before.push((page.before[page.before.length - 1] as number) + end - start);
  page.starts.push(start);
  page.ends.push(end);
  page.owners.push(day);
  page.opensAt.push(from);
  page.closesAt.push(until);
  return end;
}

const NO_WINDOWS: readonly Window[] = [];

/** The hours the rules give a date, before any clock is asked; a holiday beats an exception. */
export function windowsOn(calendar: Calendar, day: DayNumber): readonly Window[] {
  if (calendar.closed.has(day)) return NO_WINDOWS;
  return calendar.exceptions.get(day) ?? (calendar.week[weekdayIndex(day)] as readonly Window[]);
}

/** A window as instants. */
interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** The windows of a date around which clocks change, in the order they open; none where the zone skipped the date. */
function resolved(calendar: Calendar, day: DayNumber, windows: readonly Window[]): readonly Stretch[] {
  if (windows.length === 0 || !dateExists(calendar, day)) return [];
  const midnight = day * DAY_MS;
  return (
    windows
      .map((window) => ({
        from: resolveLocal(calendar.zone, midnight + window.from * MINUTE_MS),
        until: resolveLocal(calendar.zone, midnight + window.until * MINUTE_MS),
      }))
      // Hours that fall into skipped time may end before they begin, or begin after later ones do.
      .filter((window) => window.until > window.from)
      .sort((a, b) => a.from - b.from)
  );
}

/** Whether the zone ever showed the date: Samoa had no 2011-12-30. */
export function dateExists(calendar: Calendar, day: DayNumber): boolean {
  const start = resolveLocal(calendar.zone, day * DAY_MS);
  return Math.floor((start + offsetAt(calendar.zone, start)) / DAY_MS) === day;
}
