import type { OverviewWords } from '../portal/overview.ts';
import { partyWords } from './case-parts.ts';
import { counted, formatDate, formatNumber } from './dates.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Hours and minutes, and nothing longer: a day of open time is not a day. */
function duration(ms: number): string {
  if (ms > 0 && ms < MINUTE_MS) return 'under 1 min';
  const minutes = Math.round(ms / MINUTE_MS);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${formatNumber(hours)} h` : `${formatNumber(hours)} h ${rest} min`;
}

const short = (ms: number): string =>
  ms < HOUR_MS ? `${Math.round(ms / MINUTE_MS)}m` : `${formatNumber(Math.round(ms / HOUR_MS))}h`;

function hour(value: number): string {
  if (value === 0) return 'midnight';
  if (value === 12) return 'noon';
  return `${value % 12} ${value < 12 ? 'am' : 'pm'}`;
}

const open: OverviewWords['open'] = {
  title: 'Open now',
  about: 'Drills and samples are left out here and in everything below.',
  none: 'No case is open. When a customer opens one, it is counted here by its track and level.',
  byLevel: 'Open cases by track and level',
  byTurn: 'Whose turn it is',
  total: 'Open cases',
  dueToday: 'Due today',
  dueTodayAbout: 'Something of theirs falls due before the day is over, and nothing is late.',
  late: 'Late now',
  lateAbout: 'Something was due and is not done: a promise not kept, or a step that nobody has taken.',
  waits: ({ kind, party }) =>
    ({
      opening: 'The customer opens the case',
      move: `A step is due: ${party === undefined ? 'it' : partyWords(party)} may contact the next level`,
      answer: 'The contractor owes an answer',
      verdict: 'The customer says whether a proposal settles it',
      settlement: 'The contractor has answered and settles the matter',
      resumption: 'Paused: every clock stands still',
      nothing: 'Nothing',
    })[kind],
};

export const overview: OverviewWords = {
  title: 'Overview',
  about: 'How the contract’s escalation process is doing: what is open now, and how long answers took.',
  countedAt: (at) => `Counted ${at}.`,
  ownOnly: 'Only your own organization’s cases are counted.',
  refusals: {
    'period-date-not-understood': ({ field, value }) => ({
      message: `“${value}” is no date.`,
      advice: `Write the ${field === 'from' ? 'first' : 'last'} day as year, month and day, such as 2026-11-16.`,
    }),
    'period-reversed': ({ from, until }) => ({
      message: `${formatDate(from, { year: true })} comes after ${formatDate(until, { year: true })}.`,
      advice: 'Choose a last day that is not before the first.',
    }),
    'period-too-long': ({ yearsMax }) => ({
      message: `More than ${yearsMax} years are not shown at once.`,
      advice: 'Choose days that lie closer together.',
    }),
    'period-choice-unknown': ({ field, value, known }) => ({
      message: `“${value}” is nothing to choose for “${field}”.`,
      advice: `Choose one of: ${known.join(', ')}.`,
    }),
  },
  labels: {
    track: 'Track',
    level: 'Level',
    all: 'All',
    cases: 'Cases',
    waitingFor: 'What they wait for',
    answer: 'Answer',
    came: 'Timed',
    median: 'Half within',
    ninetieth: 'Nine in ten within',
    outstanding: 'Still to come',
    never: 'Ended without',
    howLong: 'How long it took',
    week: 'Week from',
    hour: 'Hour',
    from: 'First day',
    until: 'Last day',
    show: 'Show',
    nothing: 'none',
  },
  open,
  answers: {
    title: 'How long answers took',
    about: 'Counted from when the customer’s case counts as opened, for cases opened in the days you choose.',
    none: 'No case was opened in these days. Choose others above.',
    noneTimed: 'None of these cases has had this answer yet, so there is nothing to draw.',
    period: 'Cases opened in',
    opened: ({ from, until, cases }) =>
      `${counted(cases, 'case')} opened from ${formatDate(from, { year: true })} to ${formatDate(until, { year: true })}.`,
    summary: 'All three answers',
    kinds: {
      acknowledged: 'First acknowledgement',
      responded: 'First response',
      satisfied: 'Satisfaction',
    },
    clocks: { plain: 'Plain hours', open: 'Open time' },
    clocksAbout: {
      plain: 'Every hour counts, by day and by night.',
      open: 'Only the hours in which the plan’s calendar is open count, and no pauses. Cases on a track that counts in no hours are left out.',
    },
    chooseKind: 'Draw',
    chooseClock: 'Count in',
  },
  distribution: {
    title: 'How often it took how long',
    about: 'Each bar is the number of cases whose answer took that long.',
    description: ({ came, median, ninetieth }) =>
      `Of ${counted(came, 'answer')}, half came within ${median} and nine in ten within ${ninetieth}.`,
    table: 'These bars as a table',
    upTo: (limit) => `up to ${limit}`,
    longer: (limit) => `over ${limit}`,
    half: 'half by here',
    ninety: '9 in 10 by here',
    both: 'half, 9 in 10',
  },
  trend: {
    title: 'Week by week',
    about: 'By the week in which the case was opened.',
    description: ({ weeks, first, last }) =>
      `Over ${counted(weeks, 'week')}: half within ${first.median} in the week from ${first.monday}, and within ${last.median} in the week from ${last.monday}.`,
    table: 'These lines as a table',
    median: 'half within',
    ninetieth: '9 in 10 within',
  },
  heat: {
    title: 'By hour and weekday',
    about: 'By when the case was opened: the darker, the longer half of the answers took at most.',
    description: ({ slowest }) =>
      `Slowest for cases opened on ${WEEKDAYS[slowest.weekday - 1]} from ${hour(slowest.hour)}: half within ${slowest.median}.`,
    table: 'These hours as a table',
  },
  weekday: (value) => WEEKDAYS[value - 1] ?? '',
  hour,
  duration,
  short,
  date: (date) => formatDate(date, { year: true }),
  dayMonth: (date) => formatDate(date).slice(4),
  number: formatNumber,
  exports: {
    title: 'Take it with you',
    about: (zone) =>
      `Cases opened, and events that happened, in the days chosen above. Times are in ${zone}. Drills and samples are left out.`,
    takes:
      'A file begins to come at once, and your browser shows how much of it is there. 100,000 cases take about half a minute; their events take longer.',
    casesCsv: 'Cases as CSV',
    casesJson: 'Cases as JSON',
    eventsCsv: 'Events as CSV',
    eventsJson: 'Events as JSON',
  },
};
