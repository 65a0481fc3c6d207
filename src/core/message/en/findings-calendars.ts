import type { FindingWords } from '../findings.ts';
import type { CalendarFindings } from '../findings-time.ts';

const HOUR_MINUTES = 60;

const hours = (minutes: number): string =>
  `${Number((minutes / HOUR_MINUTES).toFixed(2))} hour${minutes === HOUR_MINUTES ? '' : 's'}`;

const DAYS: Readonly<Record<string, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** A weekday in full, or the date itself. */
const dayName = (day: string): string => DAYS[day] ?? day;

const meant = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `Did you mean \`${suggestion}\`? `;

export const calendarFindings: FindingWords<CalendarFindings> = {
  'calendar-hours-missing': {
    message: ({ calendar }) => `Calendar \`${calendar}\` does not say when it is open.`,
    advice: () => 'Write `hours: always`, or a `week` such as { mon-fri: ["08:00-17:00"] }.',
  },
  'calendar-hours-doubled': {
    message: ({ calendar }) => `Calendar \`${calendar}\` is open always and has hours as well.`,
    advice: () => 'Keep `hours: always` or the `week`, and remove the other.',
  },
  'calendar-hours-overlap': {
    message: ({ calendar, day, first, second }) =>
      `On ${dayName(day)}, ${first} and ${second} of calendar \`${calendar}\` overlap.`,
    advice: () => 'Write the hours of a day so that each begins when the one before has ended, or later.',
  },
  'calendar-hours-crowded': {
    message: ({ calendar, day, windowsMax }) =>
      `On ${dayName(day)}, calendar \`${calendar}\` has more than ${windowsMax} separate hours.`,
    advice: () => 'Join those that touch.',
  },
  'calendar-never-opens': {
    message: ({ calendar }) => `Calendar \`${calendar}\` never opens, so nothing counted on it ever ends.`,
    advice: () => 'Write its hours under `week`, such as { mon-fri: ["08:00-17:00"] }.',
  },
  'calendar-always-restricted': {
    message: ({ calendar, key }) =>
      `Calendar \`${calendar}\` is open always; \`${key}\` changes nothing about it.`,
    advice: ({ key }) => `Remove \`${key}\`, or write the hours under \`week\` instead of \`hours: always\`.`,
  },
  'calendar-day-length-missing': {
    message: ({ calendar, minutes }) =>
      `A business day of calendar \`${calendar}\` counts in hours, and its days have ${minutes.map(hours).join(' or ')}.`,
    advice: () => 'Write how long one business day is under `normalDay`, such as 8 hours.',
  },
  'calendar-day-length-unclear': {
    message: ({ calendar, normalDay }) =>
      `A normal day of calendar \`${calendar}\` cannot be "${normalDay}" long.`,
    advice: () => 'Write hours or minutes, 24 hours at most, such as 8 hours.',
  },
  'calendar-days-on-always': {
    message: ({ span, calendar }) =>
      `"${span}" cannot be counted on calendar \`${calendar}\`, which never closes.`,
    advice: () => 'Name a calendar that has business days, or write days or hours.',
  },
  'calendar-days-unexplained': {
    message: ({ calendar, span, others }) =>
      `"${span}" is counted on calendar \`${calendar}\`${others > 0 ? ` (and ${others} more)` : ''}, which does not say what a business day is.`,
    advice: () =>
      'Write `businessDay: same-time` (until the same time of the next business day), `close` (until it closes) or `hours` (as many open hours as a day has).',
  },
  'calendar-reference-unknown': {
    message: ({ calendar }) => `There is no calendar \`${calendar}\` in this plan.`,
    advice: ({ suggestion }) =>
      suggestion === undefined
        ? 'Describe it under `calendars`, or name one that is there.'
        : `${meant(suggestion)}Otherwise describe it under \`calendars\`.`,
  },
  'calendar-reference-missing': {
    message: ({ span }) => `"${span}" is not said to count in which hours.`,
    advice: () => 'Name a calendar of the plan under `calendar`.',
  },
  'calendar-list-unknown': {
    message: ({ list }) => `There is no holiday list "${list}".`,
    advice: ({ known, suggestion }) =>
      `${meant(suggestion)}There are: ${known.join(', ')}. For another region write the dates under \`add\`; \`ladder calendar suggest\` proposes some.`,
  },
  'calendar-list-short': {
    message: ({ calendar, until, termUntil }) =>
      `The holidays of calendar \`${calendar}\` are known until ${until}; the term ends on ${termUntil}.`,
    advice: () =>
      'Add the later dates under `holidays.add`; until then deadlines there are marked as uncertain.',
  },
  'calendar-list-ending': {
    message: ({ calendar, year, until }) =>
      `Calendar \`${calendar}\` has no holidays for ${year}; they are known until ${until}.`,
    advice: ({ year }) => `Add the dates of ${year} under \`holidays.add\`, before a deadline falls there.`,
  },
  'calendar-holiday-dateless': {
    message: ({ calendar }) => `A holiday of calendar \`${calendar}\` has no date.`,
    advice: () => 'Write its `date`, such as 2026-12-24.',
  },
  'calendar-holiday-known': {
    message: ({ calendar, date, list }) =>
      `${date} is ${list === undefined ? 'added twice to' : `already closed by ${list} in`} calendar \`${calendar}\`.`,
    advice: () => 'Remove the line; it changes nothing.',
  },
  'calendar-holiday-absent': {
    message: ({ calendar, date, list }) =>
      `${date} is removed from calendar \`${calendar}\`, but ${list === undefined ? 'nothing closes it' : `${list} does not close it`}.`,
    advice: () => 'Remove the line, or correct the date; `ladder calendar` prints the dates of a list.',
  },
  'calendar-holiday-disputed': {
    message: ({ calendar, date }) => `${date} is both added to and removed from calendar \`${calendar}\`.`,
    advice: () => 'Keep one of the two lines.',
  },
  'calendar-exception-on-holiday': {
    message: ({ calendar, date, holiday }) =>
      `Calendar \`${calendar}\` has hours of its own for ${date}, which is a holiday${holiday === undefined ? '' : ` (${holiday})`}; the holiday wins, and the date stays closed.`,
    advice: () =>
      'If the hours are meant, list the date under `holidays.remove`; if not, remove the exception.',
  },
  'calendar-unused': {
    message: ({ calendar }) => `Nothing is counted on calendar \`${calendar}\`.`,
    advice: () => 'Name it where it is meant, or remove it.',
  },
};
