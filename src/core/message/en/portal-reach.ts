import type { NoticeMeans, NoticeRule } from '../../reach/notice-rules.ts';
import type { ReachWords } from '../portal/reach.ts';
import { formatLocal } from './dates.ts';

const MEANS: Readonly<Record<NoticeMeans, string>> = { email: 'mail', text: 'text', call: 'call' };
const PLURAL: Readonly<Record<NoticeMeans, string>> = { email: 'mail', text: 'texts', call: 'calls' };
const URGENCIES = { any: 'every track', high: 'urgent tracks', normal: 'other tracks' } as const;

const after = (minutes: number): string => {
  if (minutes === 0) return 'at once';
  return minutes === 1 ? 'after 1 minute' : `after ${minutes} minutes`;
};

const hours = ({ from, until }: NoticeRule): string =>
  from === undefined || until === undefined ? 'at any hour' : `from ${from} until ${until}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const limits = 'Change it and send the form again.';

export const reach: ReachWords = {
  title: 'How you are tried',
  about: ({ firstMinutesMax, againMinutesMin, againMinutesMax }) =>
    `When a level is reached and it is your turn, you are tried by these rules until somebody acknowledges, for eight hours. The first try comes within ${firstMinutesMax} minutes, and the next round within ${againMinutesMin} to ${againMinutesMax}. A rule changes when you are tried, never a clock of the contract, and the next of the level is reached after a quarter of an hour whatever it says.`,
  link: 'By what, when and how often you are tried',
  means: MEANS,
  urgencies: URGENCIES,
  now: 'What counts now',
  usual: 'You have set nothing: the usual rule counts.',
  since: ({ at, timeZone }) => `Set by you on ${formatLocal(at, timeZone, { year: true })}`,
  rule: ({ rule }) =>
    `For ${URGENCIES[rule.urgency]}, ${hours(rule)}: ${rule.tries
      .map(({ means, afterMinutes }) => `${MEANS[means]} ${after(afterMinutes)}`)
      .join(', ')}; again every ${rule.againMinutes} minutes.`,
  passedOver: ({ passed: { means, afterMinutes, because } }) =>
    because === 'noCarrier'
      ? `No carrier for ${PLURAL[means]} is set up: the ${MEANS[means]} ${after(afterMinutes)} is passed over.`
      : `There is no ${means === 'email' ? 'address for mail' : `number for ${PLURAL[means]}`}: the ${MEANS[means]} ${after(afterMinutes)} is passed over.`,
  instead: ({ tried: { means, afterMinutes } }) => `${capital(MEANS[means])} ${after(afterMinutes)} instead.`,
  cannotBeTried: 'There is no way left to try you: the next of the level is tried at once.',
  next: {
    title: {
      high: 'If a level of an urgent track were reached now',
      normal: 'If a level of another track were reached now',
    },
    about: 'The next tries, so long as nobody acknowledges.',
    columns: { at: 'When', means: 'By' },
  },
  form: {
    title: 'Change the rules',
    about: ({ timeZone }) =>
      `The first rule that fits counts; where none fits, the usual one does: mail and text at once, a call after 5 minutes, again every 15 minutes. Hours are by your clock (${timeZone}).`,
    rule: ({ number }) => `Rule ${number}`,
    another: 'One more rule',
    urgency: 'For',
    from: 'From',
    until: 'Until',
    hoursHint: 'Such as 22:00. Leave both empty for the whole day.',
    minutes: { email: 'Mail: minutes after', text: 'Text: minutes after', call: 'Call: minutes after' },
    minutesHint: '0 is at once; several with commas, such as 0, 10. Empty: not by this.',
    again: 'Again after, in minutes',
    leaveOut: 'Take this rule out',
    use: 'Use these rules',
    look: 'Show what they would mean',
    reset: 'Go back to the usual rule',
  },
  whom: {
    title: 'Whom would Ladder try?',
    about:
      'Whom Ladder would try if a level were reached at an instant, when and by what, so long as nobody acknowledges. It goes by who is on duty then, and by the numbers, addresses and rules of today.',
    link: 'Whom would Ladder try, and when?',
    level: 'Level',
    track: 'For',
    customer: 'Customer',
    anyCustomer: 'No certain one',
    at: 'Reached at',
    atHint: 'Left empty it is now.',
    button: 'Show who would be tried',
    noInstant: ({ value }) => ({
      message: `“${value}” is no instant.`,
      advice: 'Give a date and a time of day, or neither for now.',
    }),
    answer: ({ level, at, timeZone }) =>
      `Level ${level}, reached on ${formatLocal(at, timeZone, { year: true })}`,
    nobody:
      'Nobody would be tried: nobody of this level has an address. It would be an event of the case, and the program manager and oversight would be told.',
    columns: { at: 'When', name: 'Who', means: 'By' },
    why: 'By these rules, in turn',
    usual: 'the usual rule',
    own: ({ number }) => `rule ${number} of their own`,
    set: {
      title: 'Rules of their own',
      none: 'Nobody has set any: everybody is tried by the usual rule.',
      since: ({ at, timeZone }) => `Set on ${formatLocal(at, timeZone, { year: true })}`,
    },
    json: 'The answer as JSON',
  },
  preview: { title: 'What these rules would mean', about: 'They are not used yet.' },
  done: {
    set: 'Your rules are used from now on, also for what is not acknowledged yet.',
    usual: 'The usual rule counts from now on.',
  },
  problem: ({ number, refusal }) =>
    `${number === undefined ? '' : `Rule ${number}: `}${refusal.message} ${refusal.advice}`,
  problems: {
    tooManyRules: ({ value }) => ({
      message: `These are ${value} rules, and six are the most.`,
      advice: 'Take one out.',
    }),
    noTries: () => ({
      message: 'It tries you by nothing.',
      advice: 'Give minutes for at least one means, or take the rule out.',
    }),
    tooManyTries: ({ value }) => ({
      message: `It has ${value} tries a round, and six are the most.`,
      advice: 'Take some out.',
    }),
    minutesInvalid: ({ value }) => ({
      message: `“${value}” is no number of minutes.`,
      advice: 'Write whole minutes, such as 0 or 5.',
    }),
    firstTooLate: ({ value }) => ({
      message: `The first try would come after ${value} minutes.`,
      advice: 'It has to come within 10.',
    }),
    againOutside: ({ value }) => ({
      message: `The next round would come after ${value} minutes.`,
      advice: 'Choose from 5 to 30.',
    }),
    tryAfterAgain: ({ value }) => ({
      message: `A try after ${value} minutes would come when the next round has begun.`,
      advice: 'Give it fewer minutes, or let the round come later.',
    }),
    tryTwice: ({ value }) => ({ message: `The same try stands there twice: ${value}.`, advice: limits }),
    hoursIncomplete: ({ value }) => ({
      message: `Of the hours only one end is given: ${value}.`,
      advice: 'Give both, or neither.',
    }),
    hoursInvalid: ({ value }) => ({
      message: `“${value}” are no hours.`,
      advice: 'Write two different times from 00:00 to 23:59.',
    }),
    tooOften: () => ({
      message: 'You have changed your rules very often today.',
      advice: 'Try again tomorrow; until then those from before count.',
    }),
    notTheirs: () => ({
      message: 'Nobody is known here whose rules these would be.',
      advice: 'Sign in again.',
    }),
    unknown: ({ value }) => ({ message: `“${value}” is none of the choices.`, advice: limits }),
  },
};
