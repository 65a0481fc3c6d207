import { asInstant, type Instant, roundedUp } from '../../instant.ts';
import type { Clocks } from '../clocks.ts';
import type { PartsWords } from '../portal/parts.ts';
import { besideLocal, counted, formatDuration, formatLocal, zoneWords } from './dates.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Hours and minutes up to two days, then days and hours: nobody plans a week in minutes. */
function coarse(ms: number): string {
  if (ms < MINUTE_MS) return 'less than a minute';
  if (ms < 2 * DAY_MS) return formatDuration(Math.floor(ms / MINUTE_MS) * MINUTE_MS);
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  const days = counted(Math.floor(ms / DAY_MS), 'day');
  return hours === 0 ? days : `${days} ${counted(hours, 'hour')}`;
}

const begun = (at: Instant): Instant => asInstant(Math.floor(at / MINUTE_MS) * MINUTE_MS);
const shown = (at: Instant, timeZone: Clocks): string =>
  formatLocal(at, timeZone, { year: true, zone: true });

export const portalParts: PartsWords = {
  frame: {
    languageName: 'English',
    languages: 'Language',
    skip: 'Skip to main content',
    menu: 'Menu',
    whereYouAre: 'Where you are',
    account: ({ name }) => `${name}, your account`,
    signOut: 'Sign out',
    help: 'Help',
    helpAbout:
      'Something does not work, or you cannot find it? Answer the last mail you got about your case, or call the person it names.',
    begin: 'Go to where you begin',
    helpPlan: 'Who is reached at each level, by which number, and when: the plan',
    errorTitle: ({ title }) => `Error: ${title}`,
  },
  time: {
    at: ({ at, timeZone }) => shown(begun(at), timeZone),
    from: ({ at, timeZone }) => shown(roundedUp(at), timeZone),
    beside: {
      at: ({ at, ...clocks }) => besideLocal(begun(at), clocks),
      from: ({ at, ...clocks }) => besideLocal(roundedUp(at), clocks),
    },
    left: ({ ms }) => `in ${coarse(ms)}`,
    late: ({ ms }) => `${coarse(ms)} ago`,
    now: 'now',
  },
  zone: {
    contract: ({ timeZone }) => `Times are on the clocks of the contract: ${zoneWords(timeZone)}.`,
    both: ({ timeZone, readerZone }) =>
      `Times are on the clocks of the contract, ${zoneWords(timeZone)}; in brackets behind them stands ${zoneWords(readerZone)}.`,
    show: 'Show your own time zone as well',
    change: 'Change your time zone',
    title: 'Your own time zone',
    about:
      'All deadlines run on the clocks of the contract. Say where you are, and each time is shown on your clocks as well. This browser keeps what you choose.',
    label: 'Time zone',
    none: 'That of the contract alone',
    button: 'Show times like this',
    unknown: { message: 'There is no time zone of that name.', advice: 'Choose one of the list.' },
  },
  script: {
    charactersLeft: 'characters left',
    charactersOver: 'characters too many',
    missing: 'Fill this in.',
    changed: 'What is shown here has changed.',
    newer: 'This page shows something new.',
    show: 'Show it as it is now',
  },
  notices: { info: 'Please note', success: 'Done', warning: 'Careful', error: 'Not done' },
  errorSummary: 'There is something to mend',
  error: 'Error:',
  optional: '(you may leave it out)',
  lengthMax: ({ characters }) => `At most ${counted(characters, 'character')}.`,
  date: 'Date',
  timeOfDay: 'Time',
  zoneHint: ({ timeZone }) => `By the clock of the contract: ${zoneWords(timeZone)}.`,
  choose: 'Choose one',
  change: 'Change',
  pager: { label: 'More', newer: 'Newer', older: 'Older', previous: 'Previous', next: 'Next' },
  filters: { title: 'Show only', more: 'More filters', show: 'Show', clear: 'Show all' },
  tableHint: 'This table may be wider than your screen: it scrolls sideways.',
  person: {
    call: 'Call',
    mail: 'Write to',
    save: 'Save to your phone',
    numberHidden: 'There is a telephone number, which you are not shown.',
  },
  spans: { '15 minutes': '15 minutes', '1 hour': '1 hour', '4 hours': '4 hours', '1 day': '1 day' },
  progress: ({ done, of }) => `${done} of ${of}`,
};
