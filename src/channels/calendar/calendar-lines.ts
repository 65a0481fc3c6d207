/** Why a text cannot be read as a calendar. */
type CalendarProblem = 'no-calendar' | 'not-understood' | 'too-many';

/** A property of a calendar, its folded lines made one. */
export interface CalendarLine {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
  /** The components it stands in, the innermost last. */
  readonly within: readonly string[];
}

/** What says when somebody is away, and nothing else: what an absence is called is nobody's business here. */
const KEPT = new Set([
  ...['BEGIN', 'END', 'UID', 'SEQUENCE', 'STATUS', 'TRANSP', 'FREEBUSY', 'X-MICROSOFT-CDO-BUSYSTATUS'],
  ...['DTSTART', 'DTEND', 'DURATION', 'RRULE', 'RDATE', 'EXDATE', 'RECURRENCE-ID'],
  ...['TZID', 'TZOFFSETFROM', 'TZOFFSETTO'],
]);
const COMPONENTS = new Set(['VCALENDAR', 'VEVENT', 'VFREEBUSY', 'VTIMEZONE', 'STANDARD', 'DAYLIGHT']);
const LINES_MAX = 100_000;

/** The lines of a calendar that say when, those of alarms and tasks left out. */
export function calendarLines(text: string): readonly CalendarLine[] | CalendarProblem {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r\n|\r|\n/, LINES_MAX + 1);
  if (lines.length > LINES_MAX) return 'too-many';
  if (lines[0]?.trim().toUpperCase() !== 'BEGIN:VCALENDAR') return 'no-calendar';
  const found: CalendarLine[] = [];
  const within: string[] = [];
  for (const one of lines) {
    const line = lineFrom(one, within);
    if (!line || !KEPT.has(line.name)) continue;
    const component = line.value.trim().toUpperCase();
    if (line.name === 'END' && within.pop() !== component) return 'not-understood';
    if (line.name === 'BEGIN') within.push(component);
    if (within.every((each) => COMPONENTS.has(each)) && COMPONENTS.has(innermost(line, component)))
      found.push({ ...line, within: [...within] });
  }
  return within.length === 0 ? found : 'not-understood';
}

const innermost = ({ name, within }: CalendarLine, component: string): string =>
  name === 'BEGIN' || name === 'END' ? component : (within.at(-1) ?? '');

const LINE = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^":;]*)(?:,(?:"[^"]*"|[^":;,]*))*)*):(.*)$/;
const PARAMETER = /;([A-Za-z0-9-]+)=((?:"[^"]*"|[^":;])*)/g;

function lineFrom(text: string, within: readonly string[]): CalendarLine | undefined {
  const [, name, parameters = '', value] = LINE.exec(text) ?? [];
  if (name === undefined || value === undefined) return undefined;
  const all = [...parameters.matchAll(PARAMETER)].map(
    ([, key = '', said = '']) => [key.toUpperCase(), said.replaceAll('"', '')] as const,
  );
  return { name: name.toUpperCase(), parameters: new Map(all), value: value.trim(), within };
}
