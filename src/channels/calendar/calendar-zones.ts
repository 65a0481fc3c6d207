import { zoneTable } from '../../core/calendar/zone-table.ts';
import type { CalendarLine } from './calendar-lines.ts';

/** Names a zone of a calendar as `Temporal` knows it; undefined where nobody knows which one is meant. */
export type ZoneOf = (tzid: string) => string | undefined;

/**
 * The zones of one calendar: by their name, by what Windows calls them, or by the rules that stand in the calendar
 * itself, compared with those of the zones there are.
 */
export function calendarZones(
  { sync }: Pick<typeof import('node-ical'), 'sync'>,
  lines: readonly CalendarLine[],
): ZoneOf {
  const known = new Map<string, string | undefined>();
  // As the library reads it: the instant of a start carries the zone that it was read in.
  const asRead = (rules: readonly string[], tzid: string): string | undefined => {
    const event = ['BEGIN:VEVENT', 'UID:a', `DTSTART;TZID=${tzid}:20260101T000000`, 'END:VEVENT'];
    const text = ['BEGIN:VCALENDAR', ...rules, ...event, 'END:VCALENDAR'].join('\r\n');
    const found = sync.parseICS(text).a as { start?: { tz?: string } } | undefined;
    return zoneNamed(found?.start?.tz ?? '');
  };
  const find = (tzid: string): string | undefined => {
    const named = zoneNamed(tzid) ?? zoneNamed(tzid.split('/').slice(-2).join('/'));
    if (named !== undefined) return named;
    if (/^[\w .+()-]{1,60} Time$/.test(tzid)) {
      const windows = asRead([], tzid);
      if (windows !== undefined) return windows;
    }
    const rules = rulesOf(lines, tzid);
    return rules.length === 0 ? undefined : asRead(rules, CUSTOM);
  };
  return (tzid) => {
    if (!known.has(tzid)) known.set(tzid, find(tzid));
    return known.get(tzid);
  };
}

/** What the library takes for a zone whose rules stand beside it. */
const CUSTOM = 'Customized Time Zone';

/** The rules of a zone as they stand in a calendar, under that name. */
function rulesOf(lines: readonly CalendarLine[], tzid: string): readonly string[] {
  const blocks: CalendarLine[][] = [];
  for (const line of lines) {
    if (line.within[1] !== 'VTIMEZONE' && line.value.toUpperCase() !== 'VTIMEZONE') continue;
    if (line.name === 'BEGIN' && line.within.length === 2) blocks.push([]);
    blocks.at(-1)?.push(line);
  }
  const found = blocks.find((block) =>
    block.some(({ name, within, value }) => name === 'TZID' && within.length === 2 && value === tzid),
  );
  return (found ?? []).map(({ name, value }) => `${name}:${name === 'TZID' ? CUSTOM : value}`);
}

const zoneNamed = (name: string): string | undefined =>
  /^[A-Za-z][\w+-]*(?:\/[\w+-]+){0,2}$/.test(name) && zoneTable(name) ? name : undefined;
