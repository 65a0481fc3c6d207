import { allSaid, type Found, type Said, type SaidTime } from '../found.ts';
import { type Passage, quoteOf } from '../paper/paper.ts';
import { businessCalendar } from './draft-business.ts';
import { ask, type Drafting, note, say } from './drafting.ts';

type Entry = Record<string, unknown>;

/** The calendars, which are written once everything that uses them is known. */
export interface DraftClocks {
  /** The calendar that times at a place run in; where the document leaves it open, or says another for one of them, a question. */
  calendarOf(times: readonly SaidTime[], path: string): 'always' | 'business';
  /** Notes that the business calendar is used for counting days. */
  usesDays(at: Passage): void;
  calendars(isCalifornian: boolean): Record<string, Entry> | null;
}

/** The calendar that the words of a time name; days and weeks of which nothing is said are those of the clock. */
function namedCalendar(time: SaidTime): readonly Said<'always' | 'business'>[] {
  const { isBusinessDays, hours, span, passage } = time;
  if (isBusinessDays || hours === 'business') return [{ value: 'business', at: passage }];
  return hours === 'clock' || /day|week/.test(span) ? [{ value: 'always', at: passage }] : [];
}

/** The calendars of a document, as its times come to use them. */
export function draftClocks({ clocks }: Found, drafting: Drafting): DraftClocks {
  let isAlways = false;
  let open: Passage | undefined;
  let days: Passage | undefined;
  const counted: SaidTime[] = [];
  return {
    calendarOf(times, path) {
      counted.push(...times.filter(({ isBusinessDays }) => isBusinessDays));
      const said = allSaid(times.flatMap(namedCalendar));
      for (const { value, at } of [said, ...(said?.others ?? [])].filter((one) => one !== undefined)) {
        if (value === 'business') days ??= at;
        else isAlways = true;
      }
      if (said) return say(drafting, path, said) ?? said.value;
      isAlways = true;
      const [time] = times;
      if (!time) return 'always';
      if (clocks.aroundTheClock) note(drafting, path, 'always', clocks.aroundTheClock.at);
      else {
        open ??= time.passage;
        ask(drafting, path, ['always', 'business'], time.passage);
      }
      return 'always';
    },
    usesDays(at) {
      days ??= at;
    },
    calendars(isCalifornian) {
      const calendars: Record<string, Entry> = {};
      if (isAlways || clocks.aroundTheClock) calendars.always = { hours: 'always' };
      const said = [clocks.hours, clocks.businessDay, clocks.holidays].find((one) => one !== undefined);
      const at = days ?? open ?? said?.at;
      if (at) calendars.business = businessCalendar(clocks, { at, counted, isCalifornian, drafting });
      if (clocks.aroundTheClock) note(drafting, 'calendars.always.hours', 'always', clocks.aroundTheClock.at);
      return Object.keys(calendars).length > 0 ? calendars : null;
    },
  };
}

/** Whether a document is of California, whose offices keep holidays of their own. */
export const isOfCalifornia = (passages: readonly Passage[]): boolean =>
  passages.some((passage) => /\bCalifornia\b|\bCALNET\b/.test(quoteOf(passage)));
