import type { RotaWords } from '../portal/rota.ts';
import { counted, formatDate, formatLocal, listed, zoneWords } from './dates.ts';
import { rotaRefusals } from './portal-rota-refusals.ts';

export const rota: RotaWords = {
  title: 'Who is on duty',
  about:
    'Whoever is on duty is told when a case reaches their level. What is changed here holds at once, also for cases that run already, and is recorded with your name.',
  none: {
    title: 'The plan has no rota',
    about: 'Each level reaches the people it names, at any hour. A rota is written into the plan.',
  },
  you: {
    title: 'You',
    on: ({ title }) => `You are on duty: ${title}.`,
    off: ({ title }) => `You are not on duty now: ${title}.`,
    until: 'Your duty ends',
    next: 'Your next duty begins',
    nothing: ({ count }) => `Nothing of yours within ${counted(count, 'day')}.`,
  },
  now: {
    title: 'Now',
    nobody: 'Nobody: those whom the level names otherwise are reached.',
    until: 'until',
    next: 'Then',
    steady: ({ count }) => `Nothing changes within ${counted(count, 'day')}.`,
    levels: ({ levels }) =>
      levels.length === 1 ? `Level ${levels[0]}` : `Levels ${listed(levels.map(String))}`,
  },
  rota: 'Rota',
  onDuty: 'On duty',
  plan: {
    choose: 'Rota',
    views: 'Week or month',
    week: 'Week',
    month: 'Month',
    weekOf: ({ title, date }) => `${title}: week of ${formatDate(date, { year: true })}`,
    monthOf: ({ title, date }) => `${title}: ${monthOf(date)}`,
    day: 'Day',
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    date: (date) => formatDate(date),
    zone: ({ timeZone }) => `Times are on the clocks of the contract: ${zoneWords(timeZone)}.`,
    nobody: 'nobody',
    today: 'today',
    picture: ({ title }) => `${title}, as a picture: a bar for each time on duty, a line for each person.`,
  },
  changes: {
    title: 'Changes that hold, or wait for a word',
    empty: 'Nothing was changed by hand: the plan’s own turns hold, less whoever is away.',
    what: 'Change',
    when: 'When',
    state: 'State',
    overrides: {
      replace: ({ name, contacts }) => `${listed(contacts)} in place of ${name}`,
      only: ({ contacts }) => `Only ${listed(contacts)}`,
      add: ({ contacts }) => `${listed(contacts)} as well`,
      remove: ({ contacts }) => `Without ${listed(contacts)}`,
    },
    swap: ({ name, to }) => `${name} and ${to} take each other’s duty`,
    holds: 'Holds',
    asked: ({ name }) => `Waits for ${name}`,
    to: 'to',
    madeBy: ({ name }) => `set by ${name}`,
  },
  asked: {
    title: ({ name }) => `${name} asks you to take each other’s duty.`,
    yours: 'They would have your duty',
    theirs: 'You would have theirs',
  },
  acts: {
    override: 'Set an override',
    swap: 'Ask somebody to swap',
    accept: 'Accept the swap',
    decline: 'Decline',
    withdraw: 'Take back',
    cancel: 'Do nothing',
  },
  done: {
    override: 'The override holds.',
    asked:
      'You have asked. The other is told by mail, and the swap holds once they accept it there or on this page.',
    untold:
      'You have asked, but no mail address of the other is known here: tell them yourself. The swap holds once they accept it on this page.',
    accepted: 'The swap holds: each of you has the other’s duty.',
    declined: 'You have declined. Both keep their own duty.',
    withdrawn: 'It is taken back. From now on it holds no longer.',
  },
  override: {
    about:
      'An override holds in place of the turns, from one instant to another. Cases that run already follow it too.',
    kind: 'What it does',
    kinds: {
      replace: {
        label: 'Others in one person’s place',
        hint: 'Wherever that person would be on duty, those you choose are.',
      },
      only: { label: 'Only those', hint: 'Nobody else is on duty.' },
      add: { label: 'Those as well', hint: 'Beside whoever is on duty.' },
      remove: { label: 'Without those', hint: 'If nobody is left, those named otherwise are reached.' },
    },
    who: 'In whose place',
    people: 'Who',
    from: 'From',
    until: 'Until',
    button: 'Set the override',
  },
  swap: {
    about:
      'Each takes the other’s whole duty. The other has to accept before the first of the two begins; until then you can take it back.',
    own: 'Your duty',
    other: 'In exchange for',
    otherHint: 'The duty that you would have instead.',
    none: 'There is no duty of yours ahead that could be exchanged, or none of anybody else’s.',
    button: 'Ask for the swap',
    missing: 'Choose your duty, and the one that you would have instead.',
    option: ({ name, since, to }) => `${name}: ${since} to ${to}`,
  },
  coverage: {
    title: 'Coverage',
    about:
      'Whether at every instant somebody is on duty at each level who can be reached by two means that do not fail together, with what was changed here and the numbers of today. Two of the means have to be confirmed: where there are two and they are not, the gap says so, and no mail is sent about it.',
    periods: 'How far ahead',
    period: ({ count }) => counted(count, 'day'),
    whole: ({ count }) => `Every level is covered at every instant of the next ${counted(count, 'day')}.`,
    level: ({ level, title }) => (title === '' ? `Level ${level}` : `Level ${level}, ${title}`),
    columns: {
      level: 'Level',
      from: 'From',
      until: 'Until',
      cover: 'What is missing',
      people: 'Who is reached',
    },
    covers: {
      covered: 'Covered',
      unconfirmed: 'On duty, but without two confirmed means',
      thin: 'On duty, but without two means',
      otherwise: 'Nobody on duty: otherwise',
      nobody: 'Nobody at all',
    },
    picture: 'Coverage of each level',
    key: 'A full bar is covered; a half one has fewer than two means, or fewer than two that are confirmed; a frame reaches those named otherwise; a cross is nobody.',
    gapTitle: 'Gaps',
    erased: 'The text of the plan was erased, so its coverage cannot be told any more.',
    more: ({ count }) => `${counted(count, 'more gap')} in this period. A shorter period shows all.`,
  },
  gapMail: {
    subject: ({ contractTitle, count }) =>
      `${contractTitle}: nobody on duty ${count === 1 ? 'at one time' : `at ${count} times`} in the next two weeks`,
    lead: ({ count }) =>
      `In the next two weeks ${count === 1 ? 'there is a time' : `there are ${count} times`} at which nobody is on duty.`,
    gap: ({ level, title, from, until, timeZone, instead }) =>
      `${title === '' ? `Level ${level}` : `Level ${level}, ${title}`}: from ${formatLocal(from, timeZone, { year: true })} until ${formatLocal(until, timeZone, { year: true, zone: true })}. ${
        instead.length === 0 ? 'Nobody is reached then.' : `Reached then, otherwise: ${listed(instead)}.`
      }`,
    more: ({ count }) => `${counted(count, 'more such time')} on the page.`,
    what: 'Put somebody on duty for that time, or change the turns. Each such time is told once, and again where it grows or where nobody is left in it.',
    link: {
      label: 'See the coverage',
      says: 'Lists each time that is not covered, and leads to changing it.',
    },
    footer: ({ contractTitle }) =>
      `You get this mail because you answer for ${contractTitle} or oversee it. It cannot be answered.`,
  },
  refusals: rotaRefusals,
};

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

function monthOf(date: string): string {
  const { month, year } = Temporal.PlainDate.from(date);
  return `${MONTHS[month - 1]} ${year}`;
}
