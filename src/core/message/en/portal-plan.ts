import type { Window } from '../../calendar/calendar.ts';
import { asInstant, type Instant } from '../../instant.ts';
import type { Due } from '../../plan/format/schema-contract.ts';
import type { Clocks } from '../clocks.ts';
import type { PersonField } from '../people.ts';
import type { PlanPageWords } from '../portal/plan.ts';
import { capital, PartyWords, partyWords } from './case-parts.ts';
import { counted, formatDate, formatLocal, formatSpan, formatTime, listed, zoneWords } from './dates.ts';
import { meansWords } from './forecast.ts';
import { planRecordWords } from './portal-plan-record.ts';

const MINUTE_MS = 60_000;
const at = ({ at: instant, timeZone }: { at: Instant; timeZone: Clocks }): string =>
  formatLocal(asInstant(Math.floor(instant / MINUTE_MS) * MINUTE_MS), timeZone, { year: true, zone: true });

const date = (text: string): string => formatDate(text, { year: true });

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const monthWords = (month: string): string =>
  `${MONTHS[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const windowsWords = (windows: readonly Window[]): string =>
  listed(
    windows.map(({ from, until }) => `${formatTime(from * MINUTE_MS)} to ${formatTime(until * MINUTE_MS)}`),
  );

const FIELDS: Readonly<Record<PersonField, string>> = {
  name: 'name',
  title: 'title',
  office: 'office number',
  mobile: 'mobile number',
  email: 'e-mail address',
};

const levelsWords = (levels: readonly number[]): string =>
  `${levels.length === 1 ? 'level' : 'levels'} ${listed(levels.map(String))}`;

const AFTER: Readonly<Record<string, string>> = {
  execution: 'the contract was executed',
  publication: 'the plan was published',
  change: 'a change',
};

function dueWords({ due, on }: { due: Due; on: string | undefined }): string {
  if (typeof due === 'string') return date(due);
  const { days, of, every, monthly, months = 1, after } = due;
  const parts = [
    days === undefined
      ? undefined
      : `${counted(days, 'day')}${of === undefined ? '' : ` of the calendar “${of}”`}`,
    every && `every ${every}`,
    monthly === undefined
      ? undefined
      : `on day ${monthly} of ${months === 1 ? 'each month' : `every ${counted(months, 'month')}`}`,
    after && `after ${AFTER[after] ?? after}`,
  ].filter((part) => part !== undefined);
  const words = capital(parts.join(' '));
  return on === undefined ? words : `${words}: until the end of ${date(on)}`;
}

export const planPage: PlanPageWords = {
  list: {
    title: 'Escalation plans',
    about:
      'Each plan says who is reached at which level, by what number, and after how long one may go higher. Choose your contract.',
    revision: ({ number }) => `Revision ${number} is in force`,
    emptyTitle: 'No plan is published yet',
    empty:
      'A plan stands here once contractor and oversight have agreed to it. Until then the people who are preparing it can tell you whom to call.',
  },
  title: 'Escalation plan',
  contents: 'On this page',
  emergency: ({ says }) => (says === '' ? 'In an emergency' : says),
  emergencyCall: ({ number }) => `Call ${number}`,
  emergencyNot: 'Do not wait for anybody of this plan.',
  party: PartyWords,
  limit: ({ span, calendar, isAlways }) => {
    if (isAlways) return `${formatSpan(span)}, round the clock`;
    return span.unit === 'time' && calendar !== undefined
      ? `${formatSpan(span)} of “${calendar}” hours`
      : formatSpan(span);
  },
  open: {
    about:
      'Is something wrong? Open a case: level 1 is told at once, the clocks below start, and you always see who is next and from when.',
    button: 'Open a case',
    signIn: 'Sign in to open a case',
  },
  notPublished: {
    message: 'Nothing of this plan is published yet.',
    advice:
      'It is in force, and stands here, once contractor and oversight have agreed to it. Until then no case runs on it.',
  },
  people: {
    title: 'Who is reached',
    about:
      'These are the people of today. The rules of the plan stay as they were agreed; who fills a seat may change, and where it did the card says so.',
    level: ({ level, title }) => (title === '' ? `Level ${level}` : `Level ${level}: ${title}`),
    responsibility: 'Responsible for:',
    nobody: 'Nobody fills this seat today',
    nobodyAbout:
      'A case that reaches this level is told to oversight, so that it is not lost. Call the level below or above.',
    eachCustomer: ({ title }) => `Each customer’s own ${title}`,
    eachCustomerAbout: 'Who that is differs by customer. Sign in to see yours.',
    ownOf: ({ customerName }) => `For ${customerName}`,
    otherwise: 'Where nobody of these can be reached:',
    deputy: ({ name }) => `Deputy: ${name}`,
    since: ({ at: instant, timeZone }) =>
      `Fills this seat since ${formatLocal(instant, timeZone, { year: true })}`,
    notConfirmed: 'Details not confirmed by the contact yet',
    partlyConfirmed: ({ fields, last, timeZone }) =>
      `Not confirmed by the contact yet: ${listed(fields.map((field) => FIELDS[field]))}; last confirmed anything ${formatLocal(last, timeZone, { year: true })}`,
    confirmed: ({ first, last, timeZone }) =>
      first === last
        ? `All details confirmed by the contact ${formatLocal(last, timeZone, { year: true })}`
        : `All details confirmed by the contact, last ${formatLocal(last, timeZone, { year: true })}; the one confirmed longest ago, ${formatLocal(first, timeZone, { year: true })}`,
    differs: ({ fields }) =>
      `Differs from the agreed revision: ${listed(fields.map((field) => FIELDS[field]))}`,
    kept: {
      customers: 'There are numbers, which are shown to customers of this contract. Sign in to see them.',
      parties:
        'There are numbers, which are shown to the parties alone. Open a case or call level 1 to be put through.',
    },
    quietHours: ({ hours }) => `Not called at: ${hours}`,
    mobile: ({ number }) => `Call the mobile ${number}`,
  },
  tracks: {
    title: 'When you may go higher',
    about:
      'A case runs on one of these tracks. Level 1 is asked by opening the case; the plan says from when, and by whom, each higher level may be contacted.',
    covers: ({ covers }) => `For: ${covers}.`,
    examples: 'For example:',
    urgency: { high: 'Urgent', normal: 'Not urgent' },
    picture: ({ track, at: instant, timeZone }) =>
      `The ladder of “${track}”, as if a case were opened ${at({ at: instant, timeZone })} and nobody answered. Below it stands the same in words.`,
    columns: { who: 'Who moves', when: 'When', promises: 'The contractor promises to' },
    opens: ({ means }) => `The customer, by opening the case${meansWords(means)}`,
    moves: ({ actor, means }) => `${PartyWords(actor)}${meansWords(means)}`,
    automatic: 'Ladder moves by itself in the customer’s name, unless the customer says otherwise.',
    or: 'or',
    requires: ({ levels }) => `Only after ${levelsWords(levels)} was contacted.`,
    warned: ({ spans }) => `A warning goes out ${listed(spans.map(formatSpan))} before.`,
    early: ({ reasons }) => `Earlier for these reasons: ${reasons.join('; ')}.`,
    ifNotTaken: ({ within, to }) =>
      `If the step is not taken within ${within}, ${partyWords(to)} may take it.`,
    promises: {
      acknowledgeWithin: ({ within }) => `say “I have it” within ${within}`,
      respondWithin: ({ within }) => `answer within ${within}`,
      updateEvery: ({ within }) => `tell the customer something every ${within}`,
      longestAtLevel: ({ within }) => `keep the case at this level no longer than ${within}`,
    },
    noPromises: 'nothing for this level',
  },
  forecast: {
    title: 'What would happen if I opened a case now',
    about:
      'The times are worked out by the same rules as a real case, for a case that nobody answers. Leave the time empty for now.',
    track: 'Track',
    at: 'Opened at',
    atHint: 'Nothing is opened by this.',
    button: 'Show what would happen',
    opened: ({ track, at: instant, timeZone }) =>
      `${track}, opened ${at({ at: instant, timeZone })}, if nobody answers and everybody moves as soon as they may:`,
    table: 'What would happen, and why then',
    columns: { when: 'When', what: 'What', why: 'Why then' },
    why: 'Why then?',
    whom: ({ level }) => `Whom Ladder would try of level ${level} then`,
    notUnderstood: ({ value }) => ({
      message: `“${value}” is not a date and a time of day.`,
      advice:
        'Give both, as in 2026-11-20 and 16:30, in the years from 1900 to 2199, or leave both empty for now.',
    }),
    readTwice: ({ at: instant, timeZone }) =>
      `The clocks show that time twice, for they go back that night: the first of the two is taken, ${formatLocal(instant, timeZone, { year: true, zone: true })}.`,
    readNever: ({ at: instant, timeZone }) =>
      `The clocks skip that time, for they go forward: ${formatLocal(instant, timeZone, { year: true, zone: true })} is taken.`,
  },
  calendars: {
    title: 'Business days and holidays',
    previous: ({ month }) => `Show ${monthWords(month)}`,
    next: ({ month }) => `Show ${monthWords(month)}`,
    always: ({ calendar }) =>
      `The calendar “${calendar}” never closes: its clocks run day and night, on every day.`,
    calendar: ({ calendar, timeZone }) => `The calendar “${calendar}”, by ${zoneWords(timeZone)} clocks`,
    table: ({ calendar, month }) => `${monthWords(month)} in the calendar “${calendar}”`,
    weekColumn: 'Week of',
    weekdays: WEEKDAYS,
    businessDays: ({ count }) => `This month has ${counted(count, 'business day')}.`,
    meaning: {
      'same-time': '“1 business day later” means the same time of day on the next business day.',
      close: '“1 business day later” means the close of the next business day.',
      hours: '“1 business day later” means as many open hours later as one business day has.',
    },
    hours: ({ weekdays, windows }) =>
      `Open ${listed(weekdays.map((index) => WEEKDAYS[index] ?? ''))}, ${windowsWords(windows)}.`,
    open: 'open',
    closed: 'closed',
    holiday: 'holiday',
    exception: 'other hours',
    week: ({ from }) => formatDate(from).split(' ').slice(1).join(' '),
    closedDay: ({ date: day, name }) => `${formatDate(day)}: closed (${name})`,
    otherHours: ({ date: day, windows }) =>
      windows.length === 0
        ? `${formatDate(day)}: closed by an exception`
        : `${formatDate(day)}: open ${windowsWords(windows)} by an exception`,
    knownUntil: ({ until }) => `Holidays are known until ${date(until)} only; later ones may still be added.`,
    monthNotUnderstood: ({ value }) => ({
      message: `“${value}” is not a month.`,
      advice: 'Write year and month, as in 2026-11, from 1900 to 2199. This month is shown instead.',
    }),
  },
  rules: {
    title: 'What else holds',
    pauses: 'Pauses',
    pausesSay: ({ longest, reasons }) =>
      `The contractor may ask for one, and it begins when the customer consents; it lasts no longer than ${longest}. Reasons: ${reasons.join('; ')}.`,
    noPauses: 'This plan knows no pause: a case’s clocks run until it closes.',
    reopening: 'Reopening',
    reopeningSays: ({ within }) =>
      `A closed case may be reopened within ${within}; after that a new one is opened.`,
    noReopening: 'A closed case is not reopened: a new one is opened and linked to it.',
    closing: 'Closing for silence',
    closingSays: ({ silentFor }) =>
      `Oversight may close a case when the customer has been silent for ${silentFor} after a proposal and three reminders.`,
    noClosing: 'No case is closed because the customer is silent.',
    changes: 'Changes of contacts',
    changesSay: ({ within }) => `Agreed by the parties within ${within}.`,
    acknowledgement: 'After an acknowledgement',
    acknowledgementSays: ({ span }) =>
      `Whoever said “I have it” is left in peace for ${formatSpan(span)}. The clocks of the plan run on.`,
  },
  roles: {
    title: 'Roles and responsibilities',
    columns: { role: 'Role', party: 'Of', does: 'Does' },
    none: 'The plan names no roles.',
  },
  obligations: {
    title: 'Milestones, deliverables and commitments',
    about: 'What the plan promises beside the handling of cases, by when, and who owes and accepts it.',
    columns: { what: 'What', kind: 'Kind', due: 'Due', owner: 'Owed by', acceptedBy: 'Accepted by' },
    kinds: { milestone: 'milestone', deliverable: 'deliverable', commitment: 'commitment' },
    due: dueWords,
    unsaid: 'not said',
    none: 'The plan names none.',
  },
  ...planRecordWords,
};
