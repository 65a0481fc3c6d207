import { type CalendarEvent, NotUnderstood, type Reading } from './calendar-events.ts';

/** Something comes again several times a day: no calendar of absences does that. */
export class TooOften extends Error {}

interface Within {
  /** Readings in the zone of the event. */
  readonly from: Temporal.PlainDateTime;
  readonly until: Temporal.PlainDateTime;
}

type Ical = typeof import('node-ical');

const USUAL = /(?:^|;)FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)/;
const SEVERAL_A_DAY = /(?:^|;)BY(?:HOUR|MINUTE|SECOND)=/;
const PLAIN = /^[A-Z0-9=;,+-]{1,400}$/;
const UNTIL = /(?<=^|;)UNTIL=(\d{8})(?:T(\d{6})(Z?))?(?=;|$)/;

/**
 * The beginnings of an event that comes again, as the clock on the wall reads them. The library is given readings as if
 * they were of UTC, so that whatever it makes of zones, and of the one this machine stands in, does not matter.
 */
export function beginnings(
  { sync }: Pick<Ical, 'sync'>,
  { start, rule = '' }: CalendarEvent,
  { from, until }: Within,
): readonly Reading[] {
  const text = rule.toUpperCase().replaceAll(/\s/g, '');
  if (!PLAIN.test(text) || text.includes('RSCALE')) throw new NotUnderstood();
  if (!USUAL.test(text) || SEVERAL_A_DAY.test(text)) throw new TooOften();
  const ended = text.replace(UNTIL, (_, date: string, time: string | undefined, utc: string) => {
    if (time === undefined) return `UNTIL=${date}T235959Z`;
    return `UNTIL=${utc === 'Z' ? localOf(`${date}T${time}`, start) : `${date}T${time}`}Z`;
  });
  const lines = ['BEGIN:VEVENT', 'UID:a', `DTSTART:${compact(start.local)}Z`, `RRULE:${ended}`, 'END:VEVENT'];
  return asLibrary(() => {
    const read = sync.parseICS(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n')).a;
    const found = read?.type === 'VEVENT' ? read.rrule : undefined;
    if (!found) throw new NotUnderstood();
    return found
      .between(asUtc(from), asUtc(until), true)
      .map((at) => ({ ...start, local: Temporal.PlainDateTime.from(at.toISOString().slice(0, 19)) }));
  });
}

/** What the library throws says that a rule is none, or that it leads nowhere. */
function asLibrary<T>(ask: () => T): T {
  try {
    return ask();
  } catch {
    throw new NotUnderstood();
  }
}

/** `20270110T080000`. */
const compact = (local: Temporal.PlainDateTime): string =>
  local.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');

/** An instant of UTC, as the clock reads it where an event is. */
const localOf = (text: string, { timeZone }: Reading): string =>
  compact(Temporal.PlainDateTime.from(text).toZonedDateTime('UTC').withTimeZone(timeZone).toPlainDateTime());

const asUtc = (local: Temporal.PlainDateTime): Date =>
  new Date(local.toZonedDateTime('UTC').epochMilliseconds);
