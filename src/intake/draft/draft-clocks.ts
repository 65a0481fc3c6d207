import type { Found, SaidTime } from '../found.ts';
import { type Passage, quoteOf } from '../paper/paper.ts';
import { ask, type Drafting, note, quotedFrom } from './drafting.ts';

type Entry = Record<string, unknown>;

/** The calendars, which are written once everything that uses them is known. */
export interface DraftClocks {
  /** The calendar that a time runs in; where the document leaves it open, a question at the path. */
  calendarOf(time: SaidTime, path: string): 'always' | 'business';
  /** Notes that the business calendar is used for counting days. */
  usesDays(at: Passage): void;
  calendars(isCalifornian: boolean): Record<string, Entry> | null;
}

const USUAL_WEEK = 'mon-fri 08:00-17:00';

/** The calendars of a document, as its times come to use them. */
export function draftClocks({ clocks }: Found, drafting: Drafting): DraftClocks {
  let isAlways = false;
  let open: Passage | undefined;
  let days: Passage | undefined;
  const counted: SaidTime[] = [];
  return {
    calendarOf(time, path) {
      if (time.isBusinessDays) counted.push(time);
      if (time.isBusinessDays || time.hours === 'business') {
        days ??= time.passage;
        return 'business';
      }
      isAlways = true;
      const isSaid =
        time.hours === 'clock' || clocks.aroundTheClock !== undefined || /day|week/.test(time.span);
      if (!isSaid) {
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
      if (isAlways) calendars.always = { hours: 'always' };
      const at = days ?? open ?? clocks.hours?.at;
      if (at) calendars.business = businessOf(at, counted, isCalifornian);
      if (isAlways && clocks.aroundTheClock)
        note(drafting, 'calendars.always.hours', 'always', clocks.aroundTheClock.at);
      return Object.keys(calendars).length > 0 ? calendars : null;
    },
  };

  function businessOf(at: Passage, times: readonly SaidTime[], isCalifornian: boolean): Entry {
    const businessDay = times.length > 0 ? { businessDay: businessDayOf(times) } : {};
    return { week: weekOf(at), ...businessDay, holidays: { use: holidaysOf(at, isCalifornian) } };
  }

  function businessDayOf(times: readonly SaidTime[]): string {
    if (clocks.businessDay) {
      note(drafting, 'calendars.business.businessDay', clocks.businessDay.value, clocks.businessDay.at);
      return clocks.businessDay.value;
    }
    const first = times[0] as SaidTime;
    const close = times.find(({ isByClose }) => isByClose);
    const other = times.find(({ isByClose }) => !isByClose);
    if (close && !other) {
      note(drafting, 'calendars.business.businessDay', 'close', close.passage);
      return 'close';
    }
    const readings = ['same-time', 'close', 'hours'];
    if (!close || !other) ask(drafting, 'calendars.business.businessDay', readings, first.passage);
    else {
      const quotes = [other, close, other].map(({ passage }) => quotedFrom(passage));
      drafting.questions.push({
        about: 'calendars.business.businessDay',
        readings: readings.flatMap((value, index) =>
          quotes[index] ? [{ value, quote: quotes[index] }] : [],
        ),
        quote: undefined,
        taken: 1,
      });
    }
    return 'same-time';
  }

  function weekOf(at: Passage): Entry {
    if (clocks.hours) {
      const { days: weekdays, window } = clocks.hours.value;
      note(drafting, 'calendars.business.week', `${weekdays} ${window}`, clocks.hours.at);
      return { [weekdays]: [window] };
    }
    ask(drafting, 'calendars.business.week', [USUAL_WEEK], at);
    return { 'mon-fri': ['08:00-17:00'] };
  }

  function holidaysOf(at: Passage, isCalifornian: boolean): string {
    if (clocks.holidays?.value === 'us-federal') {
      note(drafting, 'calendars.business.holidays.use', 'us-federal', clocks.holidays.at);
      return 'us-federal';
    }
    const readings = isCalifornian ? ['us-ca-state-offices', 'us-ca-gov-code-6700'] : ['us-federal'];
    ask(drafting, 'calendars.business.holidays.use', readings, clocks.holidays?.at ?? at);
    return readings[0] ?? 'us-federal';
  }
}

/** Whether a document is of California, whose offices keep holidays of their own. */
export const isOfCalifornia = (passages: readonly Passage[]): boolean =>
  passages.some((passage) => /\bCalifornia\b|\bCALNET\b/.test(quoteOf(passage)));
