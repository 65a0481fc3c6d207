import type { ListsWords } from '../portal/lists.ts';
import { levelWords, PartyWords, partyWords } from './case-parts.ts';
import { counted } from './dates.ts';

const line: ListsWords['line'] = {
  title: ({ caseId }) => `Case ${caseId}`,
  references: 'Reference numbers',
  level: ({ level }, context) => levelWords(level, context),
  practice: 'Drill or sample',
  setAside: 'Set aside: its clocks are not acted on',
  unshown: 'A fault in Ladder keeps the lines of these cases from being shown:',
  closed: 'Closed',
  party: {
    customer: PartyWords('customer'),
    contractor: PartyWords('contractor'),
    oversight: PartyWords('oversight'),
  },
  yourTurn: 'Your turn',
  turn: {
    customer: `Turn: ${partyWords('customer')}`,
    contractor: `Turn: ${partyWords('contractor')}`,
    oversight: `Turn: ${partyWords('oversight')}`,
  },
  promise: {
    acknowledgeWithin: ({ level }) => `Level ${level} promised to say “I have it” by`,
    respondWithin: ({ level }) => `Level ${level} promised an answer by`,
    updateEvery: ({ level }) => `Level ${level} promised news by`,
    longestAtLevel: ({ level }) => `At level ${level} until at the latest`,
  },
  missed: {
    acknowledgeWithin: ({ level }) => `Late: level ${level} was to say “I have it” by`,
    respondWithin: ({ level }) => `Late: level ${level} was to answer by`,
    updateEvery: ({ level }) => `Late: level ${level} was to send news by`,
    longestAtLevel: ({ level }) => `Late: at level ${level} no longer than`,
  },
  step: ({ level, party }) => `Level ${level} may be contacted by ${partyWords(party)} from`,
  stepDue: ({ level, party }) => `${PartyWords(party)} may contact level ${level} since`,
  nothingDue: 'Nothing falls due.',
  openedAt: 'Opened',
  changedAt: 'Last changed',
  closedAt: 'Closed',
};

const filters: ListsWords['filters'] = {
  text: 'Search',
  textHint: 'The beginning of a case or reference number, or part of a customer’s name.',
  status: 'Open or closed',
  statuses: { open: 'Open', closed: 'Closed' },
  track: 'Track',
  level: 'Level',
  turn: 'Whose turn',
  customer: 'Customer',
  from: 'Opened from',
  until: 'Opened until',
  practice: 'Drills and samples',
  practices: { no: 'Leave out', yes: 'Only these' },
  due: 'What is due',
  dues: { late: 'Late now', today: 'Due today' },
  order: 'Order',
  any: 'All',
  more: 'More filters',
  refusals: {
    'list-choice-unknown': ({ field, value }) =>
      `“${value}” is no choice of “${field}”. Choose one of the list.`,
    'list-date-malformed': ({ field, value }) =>
      `“${value}” is no date for “${field}”. Write it as year, month, day: 2026-11-20.`,
    'list-dates-reversed': ({ from, until }) =>
      `Nothing was opened from ${from} until ${until}: the second date is before the first.`,
    'list-text-unsound': ({ charactersMax }) =>
      `Search for at most ${counted(charactersMax, 'character')}, on one line.`,
    'list-place-unknown': ({ value }) => `“${value}” is no place in this list. Begin at its first page.`,
  },
};

const cases: ListsWords['cases'] = {
  title: { own: 'My cases', all: 'Cases' },
  about: {
    own: 'The cases you may see, and whose turn it is in each.',
    all: 'Every case you may see, and whose turn it is in each.',
  },
  orders: { opened: 'Opened last first', due: 'Falls due first (open cases)', changed: 'Changed last first' },
  list: 'Cases',
  empty: {
    own: {
      title: 'You have no cases yet',
      about:
        'When a service is down, a bill is wrong or nobody helps, open a case: you are told at once who has it, and from when you may contact the next level.',
    },
    all: {
      title: 'There are no cases yet',
      about:
        'A case stands here as soon as a customer opens one, and says from then on whose turn it is and what falls due.',
    },
    narrowed: {
      title: 'No case fits',
      about:
        'Nothing you may see fits all of what you chose. Leave something out, or search for the beginning of a number.',
    },
  },
  showAll: 'Show all cases',
  start: 'Open a case',
  csv: ({ casesMax }) => `Download this list as a table (CSV, at most ${counted(casesMax, 'case')})`,
  csvFile: 'cases',
  csvColumns: {
    case: 'Case',
    references: 'Reference numbers',
    customer: 'Customer',
    track: 'Track',
    level: 'Level',
    status: 'Status',
    stands: 'Where it stands',
    turn: 'Whose turn',
    due: 'Due at',
    dueWhat: 'What is due',
    lateMinutes: 'Minutes late',
    openedAt: 'Opened at',
    changedAt: 'Last changed at',
    closedAt: 'Closed at',
    practice: 'Drill or sample',
  },
  moving: 'A case that changes while you turn pages moves to where it belongs now.',
};

const queue: ListsWords['queue'] = {
  title: 'My queue',
  about: {
    own: 'Cases that wait for your answer: those at your levels, of your accounts, and handed over to you. What falls due first stands first.',
    every:
      'Every case that waits for an answer of the contractor, for you answer wherever nobody else does. What falls due first stands first.',
  },
  empty: {
    title: 'Nothing waits for you',
    about:
      'A case stands here from when its customer asks until there is an answer or a proposal, in the order in which something falls due.',
  },
  groups: {
    overdue: 'Overdue',
    hour: 'Due within the hour',
    today: 'Due today',
    later: 'Due later',
    undated: 'Nothing falls due',
  },
  acknowledge: ({ caseId }) => `I have case ${caseId}`,
  acknowledged: ({ caseId }) =>
    `You have case ${caseId}. The customer is told; the contract’s clocks run on until there is an answer.`,
  takenBy: ({ name }) => `Acknowledged by ${name}`,
};

const work: ListsWords['work'] = {
  title: 'Work list',
  about: 'What waits for oversight, and what it should look at.',
  whole: 'The whole work list',
  empty: {
    title: 'Nothing waits for oversight',
    about:
      'Steps that the plan gives to oversight stand here when they fall due, and so does what the parties dispute, what may be closed for silence, and what has come to the top without an answer.',
  },
  sections: {
    step: {
      title: 'Your steps that are due',
      about: 'The plan gives these moves to oversight. They stay due until they are taken or declined.',
    },
    dispute: {
      title: 'Disputes to decide',
      about:
        'A pause, or an instant that somebody stated, is contested. Clocks count as before until you decide.',
    },
    silent: {
      title: 'Silent after a proposal',
      about: 'The customer has had a proposal and three reminders, and has said nothing.',
    },
    top: {
      title: 'At the top without an answer',
      about: 'Nothing is left above these cases, and the customer still waits.',
    },
    coming: {
      title: 'Your steps of the coming week',
      about: 'They fall due unless somebody answers or the customer is satisfied before.',
    },
  },
  tasks: {
    step: ({ level }) => `Contact level ${level}: due since`,
    dispute: () => 'Contested: what began',
    silent: ({ isPast }) => (isPast ? 'May be closed for silence since' : 'May be closed for silence from'),
    top: ({ level }) => `Level ${level} was contacted`,
    coming: ({ level }) => `You may contact level ${level} from`,
  },
  all: ({ title }) => `All of “${title}”`,
};

const promises: ListsWords['promises'] = {
  title: 'Promises',
  about:
    'What the contractor undertook, and what became of it. Drills and samples count nowhere, nor does what became void because a case was closed or its rules changed.',
  month: 'Month',
  monthHint:
    'A promise counts in the month in which it was kept or fell due. Write it as year and month: 2026-11.',
  monthMalformed: ({ value }) => `“${value}” is no month. Write it as year and month: 2026-11.`,
  number: ({ value }) => value.toLocaleString('en-US'),
  share: ({ share }) => share.toLocaleString('en-US', { style: 'percent', maximumFractionDigits: 1 }),
  ended: {
    title: 'Kept and missed',
    caption: 'Promises whose time was up in this month',
    none: 'No promise was kept or missed in this month.',
    all: 'All',
    columns: {
      track: 'Track',
      level: 'Level',
      promise: 'Promise',
      kept: 'Kept',
      missed: 'Missed',
      share: 'Kept of all',
    },
    kinds: {
      acknowledgeWithin: 'Say “I have it” in time',
      respondWithin: 'Answer in time',
      updateEvery: 'Send news in time',
      longestAtLevel: 'Keep a case no longer',
    },
  },
  running: {
    title: 'Running now',
    caption: 'Promises that run, and those that were missed and are still to be kept',
    about: 'Case by case, what falls due first at the top.',
    none: 'No promise runs.',
    columns: { case: 'Case', customer: 'Customer', promise: 'Promise' },
  },
};

const contacts: ListsWords['contacts'] = {
  title: 'Contacts',
  about: 'The seats of the plan in force, and who fills them today.',
  empty: {
    title: 'No plan is in force',
    about: 'Contacts stand here as soon as a plan is published: its seats, and who fills them.',
  },
  level: ({ level, title }) => (title === '' ? `Level ${level}` : `Level ${level}: ${title}`),
  noLevel: 'At no level',
  directory: 'Another person for each customer: see the customers.',
  nobody: 'Nobody fills this seat.',
  deputy: ({ title }) => `Deputy: ${title}`,
  mobile: 'Mobile',
  since: 'Since',
  shown: {
    public: 'Shown to everybody',
    customers: 'Shown to customers',
    parties: 'Shown to the parties only',
  },
};

const customers: ListsWords['customers'] = {
  title: 'Customers',
  about: 'Who buys under the contract, and who keeps their account.',
  empty: {
    title: 'No customers yet',
    about:
      'An administrator adds the agencies that buy under the contract, and names who keeps their account.',
  },
  caption: 'Customers and who keeps their account; those without anybody first',
  customer: 'Customer',
  nobody: 'Nobody',
  missing: ({ count }) =>
    count === 1
      ? 'One customer has nobody to keep its account: its cases reach nobody in particular.'
      : `${counted(count, 'customer')} have nobody to keep their account: their cases reach nobody in particular.`,
};

export const portalLists: ListsWords = {
  line,
  filters,
  cases,
  queue,
  work,
  promises,
  contacts,
  customers,
};
