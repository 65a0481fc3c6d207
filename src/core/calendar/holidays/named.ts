import type { LocalDate } from '../calendar.ts';
import { closedBy, type HolidayEntry, type HolidayRule } from './holiday-rule.ts';
import { US_CA_GOV_CODE_6700 } from './us-ca-gov-code-6700.ts';
import { US_CA_STATE_OFFICES } from './us-ca-state-offices.ts';
import { US_FEDERAL } from './us-federal.ts';

/** A list of closed dates that plans use by its name; `from` and `until` are the first and last date it knows about. */
export interface NamedCalendar {
  readonly name: string;
  readonly title: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** In order of date, each date once. */
  readonly entries: readonly HolidayEntry[];
}

const FIRST_YEAR = 2015;
const LAST_YEAR = 2035;
const FROM = `${FIRST_YEAR}-01-01`;
const UNTIL = `${LAST_YEAR}-12-31`;

const SHIPPED: ReadonlyMap<string, { readonly title: string; readonly rules: readonly HolidayRule[] }> =
  new Map([
    ['us-ca-state-offices', { title: 'California: state offices closed', rules: US_CA_STATE_OFFICES }],
    ['us-ca-gov-code-6700', { title: 'California: Government Code 6700', rules: US_CA_GOV_CODE_6700 }],
    ['us-federal', { title: 'United States: federal offices closed', rules: US_FEDERAL }],
  ]);

const made = new Map<string, NamedCalendar>();

/** The names of all shipped calendars. */
export const namedCalendarNames = (): readonly string[] => [...SHIPPED.keys()];

/**
 * The shipped calendar of that name, undefined where there is none.
 *
 * It knows nothing beyond `until`: a later date is unknown there, not open.
 *
 *     namedCalendar('us-ca-state-offices')?.entries
 */
export function namedCalendar(name: string): NamedCalendar | undefined {
  const known = made.get(name);
  if (known) return known;
  const shipped = SHIPPED.get(name);
  if (!shipped) return undefined;
  const calendar = {
    name,
    title: shipped.title,
    from: FROM,
    until: UNTIL,
    entries: entriesOf(shipped.rules),
  };
  made.set(name, calendar);
  return calendar;
}

/** The closed dates from one date until another, both included. */
export const closedDates = (calendar: NamedCalendar, from: LocalDate, until: LocalDate): HolidayEntry[] =>
  calendar.entries.filter(({ date }) => date >= from && date <= until);

function entriesOf(rules: readonly HolidayRule[]): readonly HolidayEntry[] {
  const byDate = new Map<LocalDate, HolidayEntry>();
  // A year more than there are data for: its 1 January may be kept on the last day.
  for (let year = FIRST_YEAR; year <= LAST_YEAR + 1; year++) {
    for (const rule of rules) {
      const entry = closedBy(rule, year);
      if (!entry || entry.date < FROM || entry.date > UNTIL) continue;
      const other = byDate.get(entry.date);
      byDate.set(entry.date, other ? both(other, entry) : entry);
    }
  }
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** One date that is closed for two reasons (10 November 2034). */
const both = (one: HolidayEntry, other: HolidayEntry): HolidayEntry => ({
  date: one.date,
  name: `${one.name}; ${other.name}`,
  source: `${one.source}; ${other.source}`,
});
