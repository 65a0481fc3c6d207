import type { DeadlineForm, DeadlineWords } from '../deadline.ts';
import { formatLocal } from './dates.ts';

const FORMS: Readonly<Record<DeadlineForm, string>> = {
  zone: 'Name a zone as in "America/Los_Angeles".',
  week: 'Write weekdays with their hours, as in {"mon":[["08:00","17:00"]]}.',
  hours: 'The only value is "always"; other hours go under "week".',
  windows: 'Write pairs of times from 00:00 to 24:00, as in [["08:00","12:00"],["13:00","17:00"]].',
  holidays: 'Write a list of dates, as in ["2026-11-26"].',
  exceptions: 'Write dates with their hours, as in {"2026-12-24":[["08:00","12:00"]]}.',
  pauses: 'Write pairs of instants, as in [["2026-11-20T16:00-08:00","2026-11-23T09:00-08:00"]].',
  businessDay: 'Write "same-time", "close" or "hours".',
  normalDay: 'Write hours or minutes, as in "9 hours".',
  date: 'Write a date as in "2026-11-26".',
  instant: 'Write date, time and offset, as in "2026-11-25T16:30-08:00" or "2026-11-26T00:30Z".',
  localTime: 'Write date and time, as in "2026-11-25T16:30", or with an offset.',
  span: 'Write "4 hours", "90 minutes", "1 business day", "3 days" or "PT1H30M", up to a century.',
};

const clock = (minutes: number): string => {
  const day = minutes % 1440;
  const time = `${String(Math.floor(day / 60)).padStart(2, '0')}:${String(day % 60).padStart(2, '0')}`;
  return minutes > 0 && day === 0 ? '24:00' : time;
};

const hours = ({ from, until }: { from: number; until: number }): string => `${clock(from)}-${clock(until)}`;

const businessDays = (days: number): string => (days === 1 ? '1 business day' : `${days} business days`);

export const deadline: DeadlineWords = {
  refusals: {
    'calendar-zone-unknown': ({ timeZone }) => `There is no time zone "${timeZone}". ${FORMS.zone}`,
    'calendar-window-malformed': ({ day, window }) =>
      `On ${day} the hours ${hours(window)} cannot be. ${FORMS.windows}`,
    'calendar-windows-overlap': ({ day, first, second }) =>
      `On ${day} the hours ${hours(first)} and ${hours(second)} overlap. Make one of them end before the other begins.`,
    'calendar-windows-too-many': ({ day, windows, windowsMax }) =>
      `On ${day} there are ${windows} windows; a day has at most ${windowsMax}. Join those that touch.`,
    'calendar-date-malformed': ({ date }) => `There is no date "${date}". ${FORMS.date}`,
    'calendar-normal-day-malformed': ({ milliseconds }) =>
      `A normal day of ${milliseconds} milliseconds cannot be. ${FORMS.normalDay}`,
    'calendar-business-day-on-always': ({ days }) =>
      `${businessDays(days)} cannot be counted round the clock, where no day opens or closes. Ask in hours or days, or give a "week".`,
    'calendar-business-day-meaning-missing': ({ days }) =>
      `The calendar does not say what ${businessDays(days)} means. Give "businessDay": "same-time", "close" or "hours".`,
    'calendar-normal-day-missing': ({ days }) =>
      `${businessDays(days)} of hours needs the length of a day, and the weekdays are not equally long. Give "normalDay", as in "9 hours".`,
    'deadline-line-not-json': () => 'This line is not JSON. Write one object a line.',
    'deadline-line-not-object': () => 'This line is JSON, but no object. Write one object a line.',
    'deadline-line-too-long': ({ charactersMax }) =>
      `This line is longer than ${charactersMax} characters. Split what it asks.`,
    'deadline-key-unknown': ({ key, suggestion }) =>
      `"${key}" means nothing here.${suggestion === undefined ? ' Leave it out.' : ` Did you mean "${suggestion}"?`}`,
    'deadline-key-missing': ({ key }) => `"${key}" is missing.`,
    'deadline-keys-conflict': ({ first, second }) =>
      `"${first}" and "${second}" exclude each other. Give one of them.`,
    'deadline-value-malformed': ({ key, value, form }) => `"${key}" cannot be ${value}. ${FORMS[form]}`,
    'deadline-instant-out-of-range': ({ key, instant, first, last }) =>
      `"${key}" is ${instant}; clocks are counted from ${first} until ${last}.`,
    'deadline-pause-reversed': ({ from, until }) =>
      `A pause ends (${until}) before it begins (${from}). Give the earlier instant first.`,
    'deadline-period-too-long': ({ daysMax }) =>
      `This period has too many shifts to be listed at once. Ask for a shorter one, ${daysMax} days at most.`,
    'deadline-not-found': ({ searchedUntil }) =>
      `The calendar is not open long enough for this before ${searchedUntil}. Look at its hours.`,
    'deadline-option-missing': ({ option }) =>
      `"${option}" is missing. Type: ladder deadline --plan FILE --calendar NAME --from 2026-11-25T16:30 --span "1 business day"`,
    'deadline-plan-unreadable': ({ file }) =>
      `${file} cannot be read as a plan. Type "ladder check ${file}" to see why.`,
    'deadline-calendar-unknown': ({ name, known, suggestion }) => {
      const meant = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
      const there = known.length === 0 ? 'It has none.' : `It has: ${known.join(', ')}.`;
      return `The plan has no calendar "${name}".${meant} ${there}`;
    },
    'deadline-calendar-unusable': ({ name, file }) =>
      `The calendar "${name}" says too little to be counted in. Type "ladder check ${file}" to see what is wrong.`,
  },
  due: ({ at, timeZone }) => `${formatLocal(at, timeZone, { year: true, zone: true })} (${at})`,
  readTwice: ({ local, taken }) =>
    `The clocks showed ${local} twice; the first time is taken, ${taken}. Give an offset to mean the other.`,
  readNever: ({ local, taken }) => `The clocks skipped ${local}; ${taken} is taken.`,
};
