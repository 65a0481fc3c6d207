import {
  closedDates,
  type NamedCalendar,
  namedCalendar,
  namedCalendarNames,
} from '../core/calendar/holidays/named.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { nearestWord } from '../core/nearest-word.ts';
import { type DateOptions, type Dates, datesOf } from './calendar-dates.ts';
import { CalendarRefusal } from './calendar-refusal.ts';
import type { Io } from './io.ts';
import { refusedBy } from './refused.ts';

export interface CalendarOptions extends DateOptions {
  readonly json?: boolean;
}

/**
 * Prints the closed dates of a shipped holiday calendar, both ends included; without a name, the calendars there are.
 *
 * Dates beyond the data are refused rather than left out, for "not in the list" would read as "open".
 */
export const calendar = (names: readonly string[], options: CalendarOptions, io: Io): Promise<number> =>
  refusedBy(io, async () => {
    const name = names[0];
    const text = name === undefined ? listed(options) : closed(calendarOf(name), options, io);
    io.stdout.write(text);
    return 0;
  });

function listed(options: CalendarOptions): string {
  const known = namedCalendarNames();
  if (options.from !== undefined || options.to !== undefined) {
    throw new CalendarRefusal('calendar-name-missing', { known });
  }
  const calendars = known.flatMap((name) => namedCalendar(name) ?? []);
  if (options.json) {
    return jsonLines(calendars.map(({ name, title, from, until }) => ({ name, title, from, until })));
  }
  const say = catalogue('en').calendar.listed;
  return table(
    calendars.map(({ name, title, from, until }) => [name, say({ title, first: from, last: until })]),
  );
}

function calendarOf(name: string): NamedCalendar {
  const found = namedCalendar(name);
  if (found) return found;
  const known = namedCalendarNames();
  throw new CalendarRefusal('calendar-name-unknown', { name, known, suggestion: nearestWord(name, known) });
}

function closed(found: NamedCalendar, options: CalendarOptions, io: Io): string {
  const { name, from: first, until: last } = found;
  const { from, to }: Dates = datesOf(options, { from: first, to: last });
  if (from < first || to > last) {
    throw new CalendarRefusal('calendar-dates-unknown', { name, from, to, first, last });
  }
  const entries = closedDates(found, from, to);
  if (options.json) return jsonLines(entries);
  if (entries.length === 0) io.stderr.write(`${catalogue('en').calendar.noneClosed({ name, from, to })}\n`);
  return table(entries.map((entry) => [entry.date, entry.name, entry.source]));
}

/** One JSON array, an object a line, so that both a program and a person can read it. */
const jsonLines = (objects: readonly object[]): string =>
  objects.length === 0 ? '[]\n' : `[\n${objects.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n]\n`;

function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  ');
  return rows.map((row) => `${line(row)}\n`).join('');
}
