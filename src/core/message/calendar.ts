import type { RefusalWords } from './cli.ts';

/** Why the holidays that were asked for are not printed. */
export interface CalendarRefusals {
  'calendar-name-unknown': { name: string; known: readonly string[]; suggestion: string | undefined };
  'calendar-name-missing': { known: readonly string[] };
  'calendar-date-not-understood': { option: string; value: string };
  'calendar-dates-reversed': { from: string; to: string };
  'calendar-dates-unknown': { name: string; from: string; to: string; first: string; last: string };
  'calendar-region-unknown': { region: string; suggestion: string | undefined };
  'calendar-region-part-unknown': { region: string; country: string; known: readonly string[] };
}

/** What `ladder calendar` says. */
export interface CalendarWords {
  readonly refusals: {
    readonly [C in keyof CalendarRefusals]: (values: CalendarRefusals[C]) => RefusalWords;
  };
  /** One shipped calendar, in the list of all. */
  readonly listed: (calendar: { title: string; first: string; last: string }) => string;
  readonly noneClosed: (values: { name: string; from: string; to: string }) => string;
  /** The lines above a suggestion; whoever prints them makes them comments. */
  readonly suggestionHeading: (values: { region: string; first: number; last: number }) => readonly string[];
  readonly bankHoliday: string;
  readonly partOfTheDay: string;
}
