import { WEEKDAYS, type Weekday, type Window } from '../../calendar/calendar.ts';

const DAY_MINUTES = 24 * 60;
const WINDOW = /^([01]\d|2[0-4]):([0-5]\d)\s*[-–]\s*([01]\d|2[0-4]):([0-5]\d)$/;
const DAYS = /^(mon|tue|wed|thu|fri|sat|sun)(?:\s*-\s*(mon|tue|wed|thu|fri|sat|sun))?$/;

/**
 * The hours a text names, in minutes from the local midnight of the day they open on; undefined where it names none.
 *
 * An end at or before the beginning is the next day's, so `22:00-06:00` is 1320 to 1800 and `00:00-00:00` a whole day.
 * `24:00` is an end only.
 *
 *     parseWindow('08:00-17:00')  // { from: 480, until: 1020 }
 */
export function parseWindow(text: string): Window | undefined {
  const found = WINDOW.exec(text.trim());
  if (!found) return undefined;
  const from = Number(found[1]) * 60 + Number(found[2]);
  const until = Number(found[3]) * 60 + Number(found[4]);
  if (from >= DAY_MINUTES || until > DAY_MINUTES) return undefined;
  return { from, until: until > from ? until : until + DAY_MINUTES };
}

/**
 * The weekdays a key of a week names, in the order it names them; undefined where it names none.
 * A range may run over the weekend, and several are joined by commas.
 *
 *     parseWeekdays('sat-mon')   parseWeekdays('mon, wed, fri')
 */
export function parseWeekdays(text: string): readonly Weekday[] | undefined {
  const days: Weekday[] = [];
  for (const part of text.toLowerCase().split(',')) {
    const found = DAYS.exec(part.trim());
    if (!found) return undefined;
    const first = WEEKDAYS.indexOf(found[1] as Weekday);
    const last = found[2] === undefined ? first : WEEKDAYS.indexOf(found[2] as Weekday);
    const count = ((last - first + WEEKDAYS.length) % WEEKDAYS.length) + 1;
    for (let step = 0; step < count; step++) days.push(WEEKDAYS[(first + step) % WEEKDAYS.length]!);
  }
  return days;
}

/**
 * A written week as windows by weekday. Two keys that name the same day add up, in the order written;
 * what cannot be read is left out, for `check` has already said so.
 *
 *     parseWeek({ 'mon-fri': ['08:00-17:00'] })
 */
export function parseWeek(
  week: Readonly<Record<string, readonly string[]>>,
): Partial<Record<Weekday, readonly Window[]>> {
  const hours: Partial<Record<Weekday, readonly Window[]>> = {};
  for (const [key, texts] of Object.entries(week)) {
    for (const day of parseWeekdays(key) ?? []) {
      hours[day] = [...(hours[day] ?? []), ...parseWindows(texts)];
    }
  }
  return hours;
}

/** The windows a list of texts names; what cannot be read is left out. */
export const parseWindows = (texts: readonly string[]): readonly Window[] =>
  texts.flatMap((text) => parseWindow(text) ?? []);
