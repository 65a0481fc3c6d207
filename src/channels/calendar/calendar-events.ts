import { asInstant, type Instant } from '../../core/instant.ts';
import type { CalendarLine } from './calendar-lines.ts';
import type { ZoneOf } from './calendar-zones.ts';

/** A reading of the clock on the wall in a zone; of a date alone its beginning. */
export interface Reading {
  readonly local: Temporal.PlainDateTime;
  readonly timeZone: string;
  readonly isDate: boolean;
}

/**
 * How long something lasts. Where its end is written, it ends when the clock on the wall reads that, so that an absence
 * of a night ends at its hour also where clocks change in it; where its length is written, hours are hours.
 */
interface Length {
  readonly span: Temporal.Duration;
  readonly isByTheClock: boolean;
}

/** An absence as a calendar writes it, once or again and again. */
export interface CalendarEvent {
  readonly uid: string;
  readonly sequence: number;
  /** Which of a series it takes the place of. */
  readonly instead: Reading | undefined;
  readonly start: Reading;
  readonly length: Length;
  readonly rule: string | undefined;
  readonly besides: readonly Reading[];
  readonly except: readonly Reading[];
  /** Whether whoever it is of is away: it is not cancelled, and not marked as free. */
  readonly isAway: boolean;
}

/** What stands in a calendar: absences, and times of which it says only that they are taken. */
export interface CalendarEntries {
  readonly events: readonly CalendarEvent[];
  readonly taken: readonly (readonly [Reading, Length | Reading])[];
}

/** Something in a calendar says no time that exists, or none that is known here. */
export class NotUnderstood extends Error {}

/** The absences of a calendar; `timeZone` is where dates, and times without a zone, are read. */
export function calendarEvents(
  lines: readonly CalendarLine[],
  zoneOf: ZoneOf,
  timeZone: string,
): CalendarEntries {
  const read = (line: CalendarLine, value: string): Reading => {
    const tzid = line.parameters.get('TZID');
    return readingOf(value, (tzid !== undefined && zoneOf(tzid)) || timeZone, timeZone);
  };
  const blocks = blocksOf(lines);
  return {
    events: blocks.filter(({ of }) => of === 'VEVENT').map(({ all }) => eventOf(all, read)),
    taken: blocks.filter(({ of }) => of === 'VFREEBUSY').flatMap(({ all }) => takenIn(all, read)),
  };
}

interface Block {
  readonly of: string;
  readonly all: CalendarLine[];
}

function blocksOf(lines: readonly CalendarLine[]): readonly Block[] {
  const found: Block[] = [];
  for (const line of lines) {
    if (line.within.length !== 2 || line.within[1] === 'VTIMEZONE') continue;
    if (line.name === 'BEGIN') found.push({ of: line.within[1] ?? '', all: [] });
    else found.at(-1)?.all.push(line);
  }
  return found;
}

type Read = (line: CalendarLine, value: string) => Reading;

function eventOf(all: readonly CalendarLine[], read: Read): CalendarEvent {
  const one = (name: string): CalendarLine | undefined => all.find((line) => line.name === name);
  const many = (name: string): readonly Reading[] =>
    all
      .filter((line) => line.name === name)
      .flatMap((line) => line.value.split(',').map((value) => read(line, value.split('/')[0] ?? '')));
  const whole = (name: string): Reading | undefined => {
    const line = one(name);
    return line && read(line, line.value);
  };
  const start = whole('DTSTART');
  // Of a series changed from one day on the calendar programs do not agree what it means.
  if (!start || one('RECURRENCE-ID')?.parameters.has('RANGE')) throw new NotUnderstood();
  const said = (name: string): string => one(name)?.value.toUpperCase() ?? '';
  return {
    uid: one('UID')?.value ?? '',
    sequence: Number(/^\d{1,9}$/.exec(said('SEQUENCE'))?.[0] ?? 0),
    instead: whole('RECURRENCE-ID'),
    start,
    length: lengthOf(start, whole('DTEND'), one('DURATION')?.value),
    rule: one('RRULE')?.value,
    besides: many('RDATE'),
    except: many('EXDATE'),
    isAway:
      said('STATUS') !== 'CANCELLED' &&
      said('TRANSP') !== 'TRANSPARENT' &&
      said('X-MICROSOFT-CDO-BUSYSTATUS') !== 'FREE',
  };
}

function lengthOf(start: Reading, end: Reading | undefined, text: string | undefined): Length {
  if (end) {
    const isSame = end.timeZone === start.timeZone;
    const local = isSame ? end.local : zoned(end).withTimeZone(start.timeZone).toPlainDateTime();
    return { span: start.local.until(local), isByTheClock: true };
  }
  if (text !== undefined) return spanOf(text);
  return { span: Temporal.Duration.from({ days: start.isDate ? 1 : 0 }), isByTheClock: false };
}

const spanOf = (text: string): Length => ({ span: Temporal.Duration.from(text), isByTheClock: false });

const FREE = 'FREE';

function takenIn(all: readonly CalendarLine[], read: Read): CalendarEntries['taken'] {
  return all
    .filter(({ name, parameters }) => name === 'FREEBUSY' && parameters.get('FBTYPE')?.toUpperCase() !== FREE)
    .flatMap((line) =>
      line.value.split(',').map((period) => {
        const [from = '', until = ''] = period.split('/');
        const end = until.startsWith('P') ? spanOf(until) : read(line, until);
        return [read(line, from), end] as const;
      }),
    );
}

const DATE_TIME = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/;

function readingOf(value: string, timeZone: string, ofDates: string): Reading {
  const [, year, month, day, hour, minute, second, utc] = DATE_TIME.exec(value.trim()) ?? [];
  if (year === undefined) throw new NotUnderstood();
  const isDate = hour === undefined;
  const local = Temporal.PlainDateTime.from(
    {
      ...{ year: Number(year), month: Number(month), day: Number(day) },
      ...{ hour: Number(hour ?? 0), minute: Number(minute ?? 0), second: Number(second ?? 0) },
    },
    { overflow: 'reject' },
  );
  return { local, isDate, timeZone: utc === 'Z' ? 'UTC' : isDate ? ofDates : timeZone };
}

const zoned = ({ local, timeZone }: Reading): Temporal.ZonedDateTime => local.toZonedDateTime(timeZone);

/** The instant of a reading; one that clocks skip comes after the gap, of one shown twice the first counts. */
export const instantOf = (reading: Reading): Instant => asInstant(zoned(reading).epochMilliseconds);

/** When what begins at a reading ends. */
export function endOf(start: Reading, { span, isByTheClock }: Length): Instant {
  const end = isByTheClock ? start.local.add(span).toZonedDateTime(start.timeZone) : zoned(start).add(span);
  return asInstant(end.epochMilliseconds);
}
