import type { LocalDate } from '../core/calendar/calendar.ts';
import { dayNumber } from '../core/calendar/local-date.ts';
import { CalendarRefusal } from './calendar-refusal.ts';

export interface DateOptions {
  readonly from?: string;
  readonly to?: string;
}

export interface Dates {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const YEAR = /^\d{4}$/;

/**
 * The dates that `--from` and `--to` ask for, both included; what is not given comes from `otherwise`.
 * A year means its first day in `--from` and its last in `--to`.
 *
 *     datesOf({ from: '2019', to: '2027' }, otherwise)  // 2019-01-01 to 2027-12-31
 */
export function datesOf(options: DateOptions, otherwise: Dates): Dates {
  const from = dateOf('--from', options.from, '01-01');
  const to = dateOf('--to', options.to, '12-31');
  if (from !== undefined && to !== undefined && from > to) {
    throw new CalendarRefusal('calendar-dates-reversed', { from, to });
  }
  // One end beyond the data takes the other along, so that a refusal names only what was typed.
  return {
    from: from ?? earlier(otherwise.from, to ?? otherwise.from),
    to: to ?? later(otherwise.to, from ?? otherwise.to),
  };
}

const earlier = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other);
const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

function dateOf(option: string, value: string | undefined, monthDay: string): LocalDate | undefined {
  if (value === undefined) return undefined;
  const date = YEAR.test(value) ? `${value}-${monthDay}` : value;
  if (dayNumber(date) !== undefined) return date;
  throw new CalendarRefusal('calendar-date-not-understood', { option, value });
}
