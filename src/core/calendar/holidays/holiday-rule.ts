import { type LocalDate, WEEKDAYS, type Weekday } from '../calendar.ts';

/** How a law names a day of the year. */
type HolidayDay =
  | { readonly month: number; readonly day: number }
  | { readonly nth: number; readonly weekday: Weekday; readonly month: number; readonly daysLater?: number }
  | { readonly last: Weekday; readonly month: number }
  /** Days that follow the moon, by year: no rule here, but a list somebody can look up. */
  | { readonly dates: Readonly<Record<number, LocalDate>> };

/** To where a holiday goes that falls on a weekend, and the law that says so. */
export interface Moves {
  readonly saturday?: { readonly days: -1; readonly source: string };
  readonly sunday?: { readonly days: 1; readonly source: string };
}

/** One holiday of a list, with the years in which it is law. */
export interface HolidayRule {
  readonly name: string;
  readonly source: string;
  readonly on: HolidayDay;
  readonly since?: number;
  readonly until?: number;
  readonly moves?: Moves;
}

/** One closed date and why it is one. */
export interface HolidayEntry {
  readonly date: LocalDate;
  readonly name: string;
  readonly source: string;
}

/**
 * The date that a rule closes in a year; undefined where it is no law then.
 *
 * A holiday that moves leaves the weekend date behind: only the date it is kept on is closed. It may be
 * kept in the year before (1 January 2022, a Saturday, on 31 December 2021).
 *
 *     closedBy(veteransDay, 2023)  // { date: '2023-11-10', … }
 */
export function closedBy(rule: HolidayRule, year: number): HolidayEntry | undefined {
  if (year < (rule.since ?? year) || year > (rule.until ?? year)) return undefined;
  const date = dateOf(rule.on, year);
  if (!date) return undefined;
  const move = moveOf(rule.moves, date);
  if (!move) return { date: date.toString(), name: rule.name, source: rule.source };
  return {
    date: date.add({ days: move.days }).toString(),
    name: `${rule.name} (observed)`,
    source: `${rule.source}, ${move.source}`,
  };
}

function dateOf(on: HolidayDay, year: number): Temporal.PlainDate | undefined {
  if ('dates' in on) {
    const date = on.dates[year];
    return date === undefined ? undefined : Temporal.PlainDate.from(date);
  }
  if ('day' in on) return Temporal.PlainDate.from({ year, month: on.month, day: on.day });
  const first = Temporal.PlainDate.from({ year, month: on.month, day: 1 });
  if ('last' in on) {
    const last = first.with({ day: first.daysInMonth });
    return last.subtract({ days: (last.dayOfWeek - numberOf(on.last) + 7) % 7 });
  }
  const days = ((numberOf(on.weekday) - first.dayOfWeek + 7) % 7) + (on.nth - 1) * 7;
  return first.add({ days: days + (on.daysLater ?? 0) });
}

/** As `Temporal` counts them: Monday is 1. */
const numberOf = (weekday: Weekday): number => WEEKDAYS.indexOf(weekday) + 1;

function moveOf(moves: Moves | undefined, date: Temporal.PlainDate): Moves['saturday'] | Moves['sunday'] {
  if (date.dayOfWeek === numberOf('sat')) return moves?.saturday;
  if (date.dayOfWeek === numberOf('sun')) return moves?.sunday;
  return undefined;
}
