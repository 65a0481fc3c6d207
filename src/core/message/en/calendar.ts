import type { CalendarWords } from '../calendar.ts';

const LIST = 'Type "ladder calendar" to see what each of them is.';

export const calendar: CalendarWords = {
  refusals: {
    'calendar-name-unknown': ({ name, known, suggestion }) => ({
      message: `There is no holiday calendar "${name}".`,
      advice: `${suggestion === undefined ? '' : `Did you mean "${suggestion}"? `}There are: ${known.join(', ')}. ${LIST}`,
    }),
    'calendar-name-missing': ({ known }) => ({
      message: 'Dates were given, but no holiday calendar to look them up in.',
      advice: `Name one of: ${known.join(', ')}. ${LIST}`,
    }),
    'calendar-date-not-understood': ({ option, value }) => ({
      message: `"${option}" needs a year or a date, and "${value}" is neither.`,
      advice: 'Write a year as 2026 or a date as 2026-11-26.',
    }),
    'calendar-dates-reversed': ({ from, to }) => ({
      message: `The dates end (${to}) before they begin (${from}).`,
      advice: 'Give "--from" the earlier and "--to" the later one.',
    }),
    'calendar-dates-unknown': ({ name, from, to, first, last }) => ({
      message: `"${name}" reaches from ${first} to ${last}; it does not know all of ${from} to ${to}.`,
      advice: `Ask for years from ${first.slice(0, 4)} to ${last.slice(0, 4)}.`,
    }),
    'calendar-region-unknown': ({ region, suggestion }) => ({
      message: `There is no country "${region}" to suggest holidays for.`,
      advice:
        (suggestion === undefined ? '' : `Did you mean "${suggestion}"? `) +
        'Type the two letters of a country, as in "ladder calendar suggest DE", or a part of it, as in US-CA.',
    }),
    'calendar-region-part-unknown': ({ region, country, known }) => ({
      message: `"${region}" is not a part of "${country}" that has holidays of its own.`,
      advice:
        known.length === 0
          ? `Type "ladder calendar suggest ${country}".`
          : `Its parts are: ${known.map((code) => `${country}-${code}`).join(', ')}.`,
    }),
  },
  listed: ({ title, first, last }) => `${title}, ${first.slice(0, 4)} to ${last.slice(0, 4)}`,
  noneClosed: ({ name, from, to }) => `"${name}" closes no date from ${from} to ${to}.`,
  suggestionHeading: ({ region, first, last }) => [
    `What the package date-holidays believes about ${region}, ${first === last ? first : `${first} to ${last}`}.`,
    'It is no authority. A person must read each line, strike what does not hold for this contract, and',
    'approve the rest into the plan, under `holidays: { add: [...] }` of a calendar.',
  ],
  bankHoliday: 'bank holiday',
  partOfTheDay: 'not for whole days',
};
