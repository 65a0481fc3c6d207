import type { TimeOffRead } from '../../app/ports/time-off.ts';
import type { Instant } from '../../core/instant.ts';
import { merged, type Time } from '../../core/rota/live/time-off.ts';
import {
  type CalendarEntries,
  type CalendarEvent,
  calendarEvents,
  endOf,
  instantOf,
  NotUnderstood,
  type Reading,
} from './calendar-events.ts';
import { calendarLines } from './calendar-lines.ts';
import { calendarZones } from './calendar-zones.ts';
import { beginnings, TooOften } from './recurrences.ts';

/** Absences that are read, those that come again among them, and times that they come to. */
const EVENTS_MAX = 5_000;
const SERIES_MAX = 200;
const TIMES_MAX = 200;
/** What comes again is shorter than that. */
const SERIES_DAYS_MAX = 400;

interface Reader {
  /** Where dates, and times without a zone, are read. */
  readonly timeZone: string;
  /** What is over by then is left out. */
  readonly from: Instant;
  /** What begins later is left out. */
  readonly until: Instant;
}

/** The times in which the owner of a calendar is away, in order; or why they cannot be told. */
export async function readCalendar(text: string, reader: Reader): Promise<TimeOffRead> {
  const lines = calendarLines(text);
  if (typeof lines === 'string') return { failed: lines };
  try {
    const ical = await import('node-ical');
    const entries = calendarEvents(lines, calendarZones(ical, lines), reader.timeZone);
    if (entries.events.length + entries.taken.length > EVENTS_MAX) return { failed: 'too-many' };
    const series = current(entries.events);
    if (series.filter(({ main }) => main.rule !== undefined).length > SERIES_MAX)
      return { failed: 'too-many' };
    const all = [...series.flatMap((one) => timesOf(ical, one, reader)), ...entries.taken.map(takenTime)];
    const times = merged(all.filter((one) => one.until > reader.from && one.from < reader.until));
    return times.length > TIMES_MAX ? { failed: 'too-many' } : { times };
  } catch (error) {
    if (error instanceof TooOften) return { failed: 'too-often' };
    if (error instanceof NotUnderstood || error instanceof RangeError) return { failed: 'not-understood' };
    throw error;
  }
}

/** An event, and what takes the place of single ones of its series. */
interface Series {
  readonly main: CalendarEvent;
  readonly instead: readonly CalendarEvent[];
}

/** Each event as it was last changed: of several by one name those with the highest number count. */
function current(events: readonly CalendarEvent[]): readonly Series[] {
  return [...Map.groupBy(events, ({ uid }) => uid).values()].flatMap((same) => {
    const newest = (of: readonly CalendarEvent[]): readonly CalendarEvent[] => {
      const highest = of.reduce((most, { sequence }) => Math.max(most, sequence), 0);
      return of.filter(({ sequence }) => sequence === highest);
    };
    const mains = newest(same.filter((one) => one.instead === undefined));
    const changed = Map.groupBy(
      same.filter((one) => one.instead !== undefined),
      (one) => instantOf(one.instead as Reading),
    );
    const instead = [...changed.values()].map((each) => newest(each).at(-1) as CalendarEvent);
    return [
      ...mains.map((main) => ({ main, instead })),
      // What was changed of a series is away at its own time, whether the series is there or not.
      ...instead.map((main) => ({ main: { ...main, rule: undefined }, instead: [] })),
    ];
  });
}

function timesOf(ical: Parameters<typeof beginnings>[0], series: Series, reader: Reader): readonly Time[] {
  const { main, instead } = series;
  if (!main.isAway) return [];
  const { length } = main;
  const begins = [...(main.rule === undefined ? [main.start] : again(ical, main, reader)), ...main.besides];
  const gone = new Set([...main.except, ...instead.map((one) => one.instead as Reading)].map(nameOf));
  const isGone = (one: Reading): boolean => gone.has(nameOf(one)) || gone.has(dateName(one));
  return begins
    .filter((one) => !isGone(one))
    .map((one) => ({ from: instantOf(one), until: endOf(one, length) }));
}

/** A date stands for whatever begins on it. */
const nameOf = (one: Reading): string => (one.isDate ? dateName(one) : String(instantOf(one)));
const dateName = ({ local }: Reading): string => local.toPlainDate().toString();

function again(
  ical: Parameters<typeof beginnings>[0],
  main: CalendarEvent,
  { from, until }: Reader,
): readonly Reading[] {
  const { length, start } = main;
  const days = length.span.total({ unit: 'days', relativeTo: start.local });
  if (days > SERIES_DAYS_MAX) throw new NotUnderstood();
  const local = (at: Instant): Temporal.PlainDateTime =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(start.timeZone).toPlainDateTime();
  return beginnings(ical, main, {
    from: local(from).subtract({ days: Math.ceil(days) + 1 }),
    until: local(until).add({ days: 1 }),
  });
}

const takenTime = ([from, end]: CalendarEntries['taken'][number]): Time => ({
  from: instantOf(from),
  until: 'span' in end ? endOf(from, end) : instantOf(end),
});
