import type { Instant } from '../instant.ts';

/** A local calendar date, `2026-11-26`. */
export type LocalDate = string;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * Half-open hours of a day, in minutes from its local midnight (08:00–17:00 is 480 to 1020).
 * `until` may be 1440; where it would come before `from` it is the next day's and 1440 is added to it
 * (22:00–06:00 is 1320 to 1800), and the window belongs to the day it opens on.
 */
export interface Window {
  readonly from: number;
  readonly until: number;
}

export interface Holiday {
  readonly date: LocalDate;
  readonly name: string;
}

/** What "N business days" means; there is no default, for it changes the instant. */
export type BusinessDay = 'same-time' | 'close' | 'hours';

/** The hours in which a clock runs, as plain data: everything a deadline may depend on. */
export interface CalendarRules {
  /** An IANA zone. */
  readonly timeZone: string;
  readonly hours: 'always' | Readonly<Partial<Record<Weekday, readonly Window[]>>>;
  /** Closed dates, closed even where an exception gives them hours. */
  readonly holidays: readonly Holiday[];
  /** Other hours on single dates; an empty list closes the date. */
  readonly exceptions: Readonly<Record<LocalDate, readonly Window[]>>;
  readonly businessDay?: BusinessDay | undefined;
  /** Milliseconds of one business day in the mode `hours`; needed unless all open weekdays are equally long. */
  readonly normalDayMs?: number | undefined;
  /** The last date the holiday data reach; a deadline after it is computed and marked. */
  readonly dataUntil?: LocalDate | undefined;
}

/** A time during which a clock stood still, `until` undefined while it lasts. Half-open. */
export interface Pause {
  readonly from: Instant;
  readonly until: Instant;
}
