import type { Path } from '../../finding.ts';
import { parseWeekdays, parseWindow } from '../format/week.ts';
import type { Problem, Rule } from '../rule.ts';

type Found = Problem<'calendar-hours-overlap'>;

/** Two windows of one day overlap; those of neighbouring days may. */
export const calendarHoursOverlap: Rule<'calendar-hours-overlap'> = {
  code: 'calendar-hours-overlap',
  severity: 'blocking',
  find: ({ calendars = {} }) =>
    Object.entries(calendars).flatMap(([id, { week = {}, exceptions = {} }]) => {
      const days = new Map<string, Written[]>();
      for (const [key, texts] of Object.entries(week)) {
        const written = writtenAt(['calendars', id, 'week', key], texts);
        for (const day of parseWeekdays(key) ?? []) days.set(day, [...(days.get(day) ?? []), ...written]);
      }
      for (const [date, texts] of Object.entries(exceptions)) {
        days.set(date, writtenAt(['calendars', id, 'exceptions', date], texts));
      }
      return onceEach([...days].flatMap(([day, written]) => overlaps(id, day, written)));
    }),
};

interface Written {
  readonly text: string;
  readonly path: Path;
  readonly from: number;
  readonly until: number;
}

const writtenAt = (path: Path, texts: readonly string[]): Written[] =>
  texts.flatMap((text, index) => {
    const window = parseWindow(text);
    return window ? [{ text, path: [...path, index], ...window }] : [];
  });

function overlaps(calendar: string, day: string, written: readonly Written[]): readonly Found[] {
  const sorted = written.toSorted((a, b) => a.from - b.from);
  return sorted.flatMap((second, index) => {
    const first = sorted[index - 1];
    if (!first || second.from >= first.until) return [];
    const values = { calendar, day, first: first.text, second: second.text };
    return [{ path: second.path, values }];
  });
}

/** `mon-fri` with one slip in it is wrong once, and not five times. */
function onceEach(found: readonly Found[]): readonly Found[] {
  const seen = new Set<string>();
  return found.filter(({ path }) => {
    const key = JSON.stringify(path);
    return seen.has(key) ? false : seen.add(key);
  });
}
