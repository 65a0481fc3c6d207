import { asInstant, type Instant, roundedUp } from '../../instant.ts';
import type { Clocks } from '../clocks.ts';
import type { StartPageWords } from '../portal/start.ts';
import { counted, formatLocal } from './dates.ts';

const MINUTE_MS = 60_000;

interface Moment {
  readonly at: Instant;
  readonly timeZone: Clocks;
}

const at = ({ at: instant, timeZone }: Moment): string =>
  formatLocal(asInstant(Math.floor(instant / MINUTE_MS) * MINUTE_MS), timeZone, { year: true, zone: true });

export const startPage: StartPageWords = {
  who: {
    title: 'Who is calling?',
    titleOwn: 'For whom do you open the case?',
    about: 'You open the case for the customer who calls, and they are told at once that you did.',
    customer: 'Customer',
    button: 'Go on',
    none: {
      message: 'There is no customer to open a case for.',
      advice: 'Whoever keeps this contract here has to enter its customers first.',
    },
    nobody: ({ customerName }) => ({
      message: `Nobody of ${customerName} is known here.`,
      advice:
        'A case needs somebody of the customer who is told and answers. Whoever keeps this contract here has to enter them first.',
    }),
  },
  form: {
    title: 'Open a case',
    titleOnBehalf: ({ customerName }) => `Open a case for ${customerName}`,
    about: 'You see everything once more before anything is sent.',
    other: 'Another customer is calling',
    track: 'What is it about?',
    trackHint: 'This decides how fast the next level may be contacted.',
    urgent: 'Urgent.',
    examples: ({ examples }) => `For example: ${examples.join('; ')}.`,
    text: 'What has happened?',
    textHint:
      'What does not work, where, since when, and what it keeps you from doing. Everybody who is asked reads this.',
    told: 'Has the contractor heard of it already?',
    toldHint: 'The clocks of the plan count from when the contractor was first told.',
    toldNow: 'No, this case is the first they hear of it',
    toldEarlier: 'Yes, I called or wrote to them before',
    toldAt: 'When was that?',
    toldAtHint: 'At most 24 hours ago. It is shown as what you stated, and the contractor may contest it.',
    which: 'The clocks showed that time twice, for they went back. Which of the two was it?',
    first: (moment) => `The first: ${at(moment)}`,
    second: (moment) => `The second: ${at(moment)}`,
    references: 'Reference numbers',
    referencesHint:
      'Yours, the contractor’s ticket, a circuit or service: one a line. They stand in every mail and are found by the search.',
    reporter: 'Who of the customer is calling?',
    reporterHint: 'They are told of everything, and it is their case.',
    automatic: 'When a next level may be contacted',
    automaticHint: 'You can change this at any time. Left open, each step is made as the plan says.',
    automaticNo: 'Tell me, and I decide',
    automaticYes: 'Ladder contacts it at once, in my name',
    practice: 'This is a drill',
    practiceHint:
      'It runs like any other case, says everywhere that it is a drill, and counts in no statistic.',
    reach: 'How you are reached',
    reachAbout: 'From your account:',
    reachNothing: 'Your account has no address or number yet.',
    reachChange: 'See your account',
    check: 'Check before sending',
    cancel: 'Leave without opening a case',
  },
  errors: {
    trackMissing: 'Choose what it is about.',
    textMissing: 'Say what has happened.',
    textTooLong: ({ max }) => `Say what has happened in at most ${counted(max, 'character')}.`,
    textUnsound: 'What has happened holds signs that cannot be kept. Type it anew, without what was pasted.',
    toldMissing: 'Say whether the contractor has heard of it already.',
    momentNotUnderstood: ({ value }) =>
      value === ''
        ? 'Give the date and the time at which you told the contractor.'
        : `“${value}” is not a date and a time of day. Give both, as in 2026-11-20 and 16:30.`,
    whichMissing: ({ value }) =>
      `The clocks showed ${value} twice that day: choose which of the two you mean.`,
    referenceTooLong: ({ value, max }) =>
      `The reference number “${value}…” is longer than ${counted(max, 'character')}. Shorten it.`,
    referenceUnsound: ({ value }) =>
      `The reference number “${value}” holds signs that cannot be kept. Type it anew.`,
    referencesTooMany: ({ count, max }) =>
      `You gave ${counted(count, 'reference number')}; a case keeps ${max} at most. Leave some out.`,
    reporterMissing: 'Choose who of the customer is calling.',
  },
  check: {
    title: 'Check before sending',
    about: 'Nothing has been sent yet.',
    facts: {
      customer: 'Customer',
      reporter: 'Calling',
      track: 'About',
      text: 'What has happened',
      told: 'First told',
      references: 'Reference numbers',
      automatic: 'Next levels without asking',
      practice: 'Drill',
    },
    toldNow: 'With this case',
    toldAt: (moment) => `${at(moment)}, as stated`,
    skipped: 'The clocks skipped the time that was typed, so it is moved by what they skip.',
    yes: 'Yes',
    no: 'No',
    none: 'None',
    next: 'What happens then, if nobody answers',
    asked: ({ level }) => `${level} is asked at once.`,
    send: 'Open the case',
    change: 'Change something',
  },
  opened: {
    title: ({ caseId }) => `Case ${caseId} is open`,
    number: ({ caseId }) => `The number of your case is ${caseId}`,
    keep: 'You find it under “Cases”, and in the mail that is on its way to you.',
    asked: ({ level, ...moment }) => `${level} was asked ${at(moment)}.`,
    nobody: 'Nobody is entered there at the moment; oversight is told.',
    call: 'Call them now',
    counts: (moment) => `Its clocks count from ${at(moment)}, as stated.`,
    next: 'What happens next, and when',
    nextAbout: 'If nobody answers:',
    due: ({ level }) => `${level} may be contacted now.`,
    from: ({ at: instant, timeZone }) =>
      `From ${formatLocal(roundedUp(instant), timeZone, { year: true, zone: true })}:`,
    nothing: 'There is no higher level to contact.',
    told: 'They are written to as well, again and again until somebody says that they have it. You are told of what they do.',
    toCase: 'Go to the case',
    toPlan: 'See the plan',
  },
  sentBefore: {
    message: 'This form was sent before, and opened a case with what it said then.',
    advice:
      'Look for that case under “Cases”, and add there what is new. If this is another problem, check it and send it: it becomes a case of its own.',
  },
};
