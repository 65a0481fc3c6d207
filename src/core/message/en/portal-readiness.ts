import type { NoticeMeans } from '../../reach/notice-rules.ts';
import { telephone } from '../on-clocks.ts';
import type { ReadinessWords } from '../portal/readiness.ts';
import { counted, formatLocal, formatNumber, listed } from './dates.ts';

const CARRIES: Readonly<Record<NoticeMeans, string>> = {
  email: 'writes mail',
  text: 'sends texts',
  call: 'makes calls',
};

export const readiness: ReadinessWords = {
  title: 'Readiness',
  about:
    'Whether Ladder could reach each person of the plan in force if their level were reached now: by what, in which order, and what speaks against it.',
  carries: ({ carriers }) =>
    `Ladder itself ${listed(carriers.map((means) => CARRIES[means]))}; the numbers stand on the case for people to call.`,
  ownAbout:
    'Whether Ladder could reach you if a level at which you stand were reached now: by what, in which order, and what speaks against it.',
  link: 'Could Ladder reach everybody now?',
  none: {
    title: 'No plan is in force',
    about: 'Once a plan is published, everybody who stands at one of its levels is listed here.',
  },
  noneOwn: {
    title: 'You stand at no level of the plan',
    about: 'Ladder tells you of a case only where you are named on it.',
  },
  figure: ({ count, of }) =>
    `${formatNumber(count)} of ${formatNumber(of)} people could be reached now with nothing that speaks against it.`,
  mailFails: ({ at, timeZone }) =>
    `Mail as a whole does not leave: it last failed on ${formatLocal(at, timeZone, { year: true })}, and none has left since.`,
  levels: {
    title: 'Levels',
    all: {
      yes: ({ level, title }) => `Level ${level}, ${title}: somebody could be reached now.`,
      doubtful: ({ level, title }) =>
        `Level ${level}, ${title}: only people whose address or number is in doubt could be tried now.`,
      no: ({ level, title }) => `Level ${level}, ${title}: nobody could be reached now.`,
    },
    some: {
      yes: ({ level, title, count }) =>
        `Level ${level}, ${title}: somebody could be reached now for ${counted(count, 'customer')}.`,
      doubtful: ({ level, title, count }) =>
        `Level ${level}, ${title}: for ${counted(count, 'customer')} only people whose address or number is in doubt could be tried now.`,
      no: ({ level, title, count }) =>
        `Level ${level}, ${title}: for ${counted(count, 'customer')} nobody could be reached now.`,
    },
    vacant: ({ title }) => `Nobody fills the seat ${title}.`,
  },
  people: {
    title: 'People',
    columns: {
      name: 'Who',
      now: 'Reached now',
      order: 'In turn',
      means: 'By what, in this order',
      duty: 'On duty',
    },
  },
  reached: { yes: 'Yes', doubtful: 'In doubt', no: 'No' },
  you: {
    yes: 'Ladder could reach you now',
    doubtful: 'Ladder would try you now, but something speaks against your address or number',
    no: 'Ladder could not reach you now',
  },
  noWay: 'There is no address or number by which Ladder could reach them.',
  fewMeans: 'There are not two ways to them that cannot fail together.',
  means: {
    email: ({ value }) => `Mail to ${value}`,
    mobile: ({ value }) => `Mobile ${telephone(value)}`,
    office: ({ value }) => `Office ${telephone(value)}`,
  },
  confirmed: ({ at, timeZone }) => `confirmed ${formatLocal(at, timeZone, { year: true })}`,
  doubts: {
    returned: ({ at, timeZone }) => `a mail did not arrive on ${formatLocal(at, timeZone, { year: true })}`,
    unreached: ({ at, timeZone }) =>
      `a call did not reach them on ${formatLocal(at, timeZone, { year: true })}`,
    reported: ({ at, timeZone }) =>
      `reported as wrong on ${formatLocal(at, timeZone, { year: true })}, being checked`,
    missed: ({ at, timeZone }) =>
      `asked for in vain, not confirmed since ${formatLocal(at, timeZone, { year: true })}`,
    never: 'never confirmed',
    lapsed: ({ at, timeZone }) => `confirmed too long ago, on ${formatLocal(at, timeZone, { year: true })}`,
  },
  place: {
    first: ({ level }) => `Level ${level}: at once`,
    later: ({ level, count }) =>
      `Level ${level}: after ${counted(count, 'minute')}, if nobody has acknowledged`,
    notNow: ({ level }) => `Level ${level}: not now`,
  },
  duty: {
    always: 'At every hour',
    standsIn: 'Only in the place of others',
    until: ({ at, timeZone }) => `Until ${formatLocal(at, timeZone, { year: true })}`,
    on: ({ count }) => `For the next ${counted(count, 'day')} at least`,
    from: ({ at, timeZone }) => `From ${formatLocal(at, timeZone, { year: true })}`,
    off: ({ count }) => `Not within the next ${counted(count, 'day')}`,
  },
  digest: {
    subject: ({ contractTitle, count }) =>
      count === 0
        ? `${contractTitle}: nothing keeps anybody from being reached any more`
        : `${contractTitle}: ${counted(count, 'thing')} to put right about who is reached`,
    lead: ({ count }) =>
      count === 0
        ? 'What the last of these mails named is put right. Nothing else is wrong.'
        : `So that the people of the plan are reached when it counts, ${counted(count, 'thing')} should be put right.`,
    person: ({ name, levels, reasons }) =>
      `${name} (${levels.length === 1 ? 'level' : 'levels'} ${listed(levels.map(String))}): ${reasons.join('; ')}.`,
    noWay: 'no address or number by which Ladder could reach them',
    fewMeans: 'not two ways that cannot fail together',
    doubt: ({ name, text }) => `${name} ${text}`,
    more: ({ count }) => `${counted(count, 'more person').replace('persons', 'people')} on the page.`,
    rightedLead: 'Put right since the last of these mails:',
    righted: {
      person: ({ name }) => `${name}: nothing speaks against it any more.`,
      level: ({ name }) => `Level ${name}: somebody could be reached again.`,
      seat: ({ name }) => `The seat ${name} stands empty no more.`,
    },
    what: 'Ask those who are named to confirm or change their details on the portal, or put somebody else in their place.',
    link: {
      label: 'See whom Ladder could reach now',
      says: 'Says of each level and each person how it stands.',
    },
    footer: ({ contractTitle }) =>
      `You get this mail once a week at most, because you answer for ${contractTitle} or oversee it. It cannot be answered.`,
  },
  take: { title: 'Take it with you', json: 'As JSON, for a program' },
};
