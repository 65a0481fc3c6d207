import type Holidays from 'date-holidays';
import type { HolidaysTypes } from 'date-holidays';
import type { LocalDate } from '../core/calendar/calendar.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { nearestWord } from '../core/nearest-word.ts';
import { type DateOptions, datesOf } from './calendar-dates.ts';
import { CalendarRefusal } from './calendar-refusal.ts';
import type { Io } from './io.ts';
import { refusedBy } from './refused.ts';

/** The years that are suggested where none are asked for, and the most that may be: the library knows no more. */
const OTHERWISE = { from: '2015-01-01', to: '2035-12-31' } as const;
const KNOWN = { first: '1970-01-01', last: '2100-12-31' } as const;

/** As many lines as one holiday may take (the longest are a week). */
const DAYS_MAX = 14;
const HOUR_MS = 3_600_000;

/**
 * Prints what `date-holidays` believes about a region, as lines of a plan under a heading that says who must
 * approve them: never an authority, always a draft.
 */
export const suggestCalendar = (regions: readonly string[], options: DateOptions, io: Io): Promise<number> =>
  refusedBy(io, async () => {
    const typed = regions[0] ?? '';
    const { from, to } = datesOf(options, OTHERWISE);
    if (from < KNOWN.first || to > KNOWN.last) {
      throw new CalendarRefusal('calendar-dates-unknown', { name: typed, from, to, ...KNOWN });
    }
    // The library is large, and only this command needs it.
    const { default: Believed } = await import('date-holidays');
    const codes = codesOf(typed, new Believed());
    const years = { first: Number(from.slice(0, 4)), last: Number(to.slice(0, 4)) };
    const region = new Believed(codes.join('-'), { languages: ['en'] });
    const words = catalogue('en').calendar;
    for (const line of words.suggestionHeading({ region: codes.join('-'), ...years })) {
      io.stdout.write(`# ${line}\n`);
    }
    for (let year = years.first; year <= years.last; year++) {
      const lines = region.getHolidays(year).flatMap((holiday) => linesOf(holiday, { from, to }));
      io.stdout.write(lines.map((line) => `${line}\n`).join(''));
    }
    return 0;
  });

/** The codes of the region as the library spells them: country, part, part of the part. */
function codesOf(typed: string, library: Holidays): readonly string[] {
  const [country = '', ...parts] = typed.split('-');
  const countries = library.getCountries('en') ?? {};
  const found = keyOf(countries, country);
  if (found === undefined) throw unknownCountry(typed, countries);
  const codes = [found];
  for (const part of parts) {
    const known =
      (codes.length === 1 ? library.getStates(found) : library.getRegions(found, codes[1] ?? '')) ?? {};
    const code = codes.length < 3 ? keyOf(known, part) : undefined;
    if (code === undefined) {
      const values = { region: typed, country: codes.join('-'), known: Object.keys(known) };
      throw new CalendarRefusal('calendar-region-part-unknown', values);
    }
    codes.push(code);
  }
  return codes;
}

const keyOf = (known: Readonly<Record<string, string>>, typed: string): string | undefined =>
  Object.keys(known).find((key) => key.toLowerCase() === typed.toLowerCase());

/** Most who do not know the letters type the name. */
function unknownCountry(region: string, countries: Readonly<Record<string, string>>): CalendarRefusal {
  const name = nearestWord(region, Object.values(countries));
  const suggestion = Object.keys(countries).find((code) => countries[code] === name);
  return new CalendarRefusal('calendar-region-unknown', { region, suggestion });
}

function linesOf(holiday: HolidaysTypes.Holiday, asked: { from: LocalDate; to: LocalDate }): string[] {
  if (holiday.type !== 'public' && holiday.type !== 'bank') return [];
  const days = (holiday.end.getTime() - holiday.start.getTime()) / (24 * HOUR_MS);
  // A change of the clock makes a day an hour shorter or longer, and no half-day.
  const isWhole = Math.abs(days - Math.round(days)) < 0.1;
  const words = catalogue('en').calendar;
  const doubts = [holiday.type === 'bank' ? words.bankHoliday : '', isWhole ? '' : words.partOfTheDay];
  const doubt = doubts.filter((word) => word !== '').join(', ');
  const count = Math.min(Math.max(1, isWhole ? Math.round(days) : Math.floor(days)), DAYS_MAX);
  return datesFrom(holiday.date.slice(0, 10), count)
    .filter((date) => date >= asked.from && date <= asked.to)
    .map(
      (date) =>
        `- { date: ${date}, name: ${JSON.stringify(holiday.name)} }${doubt === '' ? '' : ` # ${doubt}`}`,
    );
}

function datesFrom(first: LocalDate, count: number): LocalDate[] {
  const date = Temporal.PlainDate.from(first);
  return Array.from({ length: count }, (_, days) => date.add({ days }).toString());
}
