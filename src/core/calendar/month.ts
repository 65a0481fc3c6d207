import { isBusinessDay } from './business-days.ts';
import type { LocalDate, Window } from './calendar.ts';
import type { Calendar } from './compile-calendar.ts';
import { dateOfDay, dayNumber, weekdayIndex } from './local-date.ts';
import { windowsOn } from './page.ts';

/** One date of a calendar, for a reader. */
export interface MonthDay {
  readonly date: LocalDate;
  /** 0 for Monday. */
  readonly weekday: number;
  /** Whether at least one window opens on it. */
  readonly isBusinessDay: boolean;
  readonly windows: readonly Window[];
  /** Why it is closed or open otherwise than its weekday. */
  readonly holiday: string | undefined;
  readonly isException: boolean;
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** A month as it is written, `2026-11`, in the years that calendars know. */
export const isMonth = (text: string): boolean => MONTH.test(text) && text >= '1900-01' && text < '2200-01';

/**
 * Every date of a month with the hours that a calendar gives it. A calendar that never closes has none of its own:
 * its dates are all business days without windows.
 *
 *     monthOf(office, '2026-11')[25]  // 26 November, Thanksgiving Day
 */
export function monthOf(calendar: Calendar, month: string): readonly MonthDay[] {
  const names = new Map(calendar.rules.holidays.map(({ date, name }) => [date, name]));
  const first = dayNumber(`${month}-01`) ?? 0;
  const days: MonthDay[] = [];
  for (let day = first; dateOfDay(day).startsWith(month); day++) {
    const date = dateOfDay(day);
    const holiday = names.get(date);
    days.push({
      date,
      weekday: weekdayIndex(day),
      isBusinessDay: calendar.always || isBusinessDay(calendar, day),
      windows: windowsOn(calendar, day),
      holiday,
      isException: holiday === undefined && calendar.exceptions.has(day),
    });
  }
  return days;
}
