import { telephone } from '../on-clocks.ts';
import type { CasePageWords } from '../portal/case-page.ts';
import { capital, levelWords, PartyWords, partyWords, when } from './case-parts.ts';
import { counted, listed, zoneWords } from './dates.ts';
import { caseActs } from './portal-case-acts.ts';
import { caseFields } from './portal-case-fields.ts';

const CARRIED = { email: 'mail', text: 'text', call: 'call' } as const;

const STATES = {
  queued: 'on its way',
  handedOver: 'handed to its carrier',
  delivered: 'delivered',
  failed: 'not delivered',
  overtaken: 'not sent: no longer needed',
} as const;

const MEANS: Readonly<Record<string, string>> = { email: 'mail', text: 'text', call: 'call' };

const conversation: CasePageWords['conversation'] = {
  heading: 'What has happened',
  about: 'The latest first. Times are the contract’s.',
  who: ({ name, party, isYou, ladder, onBehalf }) => {
    if (ladder !== undefined)
      return { clocks: 'Ladder, by the plan’s clocks', caller: 'Ladder, for a caller' }[ladder];
    const side = onBehalf ? 'the desk, for the customer' : partyWords(party);
    if (isYou) return `You, ${side}`;
    return name === undefined ? capital(side) : `${name}, ${side}`;
  },
  over: { call: 'by telephone', email: 'by mail', text: 'by text', portal: '', api: 'by another program' },
  note: ({ actor, audience }) =>
    audience === 'all'
      ? `${PartyWords(actor)} writes a note for everybody.`
      : `${PartyWords(actor)} writes a note for ${partyWords(audience)} alone.`,
  erased: 'What was written here has been erased.',
  told: ({ count, failed }) =>
    failed === 0
      ? `${counted(count, 'message')} about this`
      : `${counted(count, 'message')} about this, ${failed} not delivered`,
  fate: ({ name, level, means, state, times }, context) => {
    const who = name ?? (level === undefined ? 'Somebody on the case' : capital(levelWords(level, context)));
    const often = times > 1 ? `, told ${times} times` : '';
    return `${who}: ${MEANS[means] ?? means} ${STATES[state]}${often}`;
  },
  became: {
    queued: 'Written',
    handedOver: 'handed to its carrier',
    delivered: 'delivered',
    answered: 'answered',
    failed: 'not delivered',
    overtaken: 'put aside',
  },
};

const reach: CasePageWords['reach'] = {
  heading: 'Who to reach',
  first: 'Reach first',
  level: (level, context) => capital(levelWords(level, context)),
  customer: ({ customerName }) => `The customer: ${customerName}`,
  otherwise: 'Otherwise',
  nobody: 'Nobody fills this seat today. Messages go to whom the plan names otherwise.',
  erased: 'Name erased',
  hidden: 'The plan shows these numbers to its parties alone.',
  mobile: 'Mobile',
  number: telephone,
};

const DEADLINES: Readonly<Record<string, string>> = {
  acknowledgeWithin: 'has promised to acknowledge by then',
  respondWithin: 'has promised to answer by then',
  updateEvery: 'has promised news by then',
  longestAtLevel: 'has promised to settle it or to move it on by then',
};

/** What a deadline is, by the name that it keeps: `step/2`, `promise/service/1/respondWithin`. */
const deadlineWords: CasePageWords['clocks']['deadline'] = (name, context) => {
  const [kind = '', ...rest] = name.split('/');
  const level = Number(kind === 'promise' ? rest[1] : rest[0]);
  switch (kind) {
    case 'step':
      return `${capital(levelWords(level, context))} may be contacted`;
    case 'warning':
      return `Word that ${levelWords(level, context)} may be contacted soon`;
    case 'promise':
      return `${capital(levelWords(level, context))} ${DEADLINES[rest[2] ?? ''] ?? ''}`.trim();
    case 'pass':
      return `The step to ${levelWords(level, context)} passes to another party`;
    case 'pauseEnd':
      return 'The longest pause is over';
    default:
      return 'The customer is reminded that a proposal waits for its word';
  }
};

const closed: CasePageWords['closed'] = {
  undo: ({ at, who }, context) =>
    who === 'you'
      ? `You can take back that you are satisfied until ${when(at, context)}.`
      : `The customer can take back that it is satisfied until ${when(at, context)}.`,
  reopen: ({ at, who }, context) => {
    const until = `until ${when(at, context)}`;
    if (who === 'you') return `If the trouble is back, you can reopen this case ${until}.`;
    if (who === 'caller')
      return `If the trouble is back, you can reopen this case for the customer ${until}.`;
    return `The customer can reopen it ${until}.`;
  },
  over: ({ at }, context) =>
    at === undefined
      ? 'The plan knows no reopening: this case stays closed.'
      : `It could be reopened until ${when(at, context)}, and stays closed now.`,
  newCase: ({ caseId }) =>
    `If the trouble is back, the customer opens a new case with ${caseId} among its reference numbers.`,
  openNew: ({ caseId }) => `If the trouble is back, open a new case that names ${caseId}`,
};

/** The page of a case, in English. */
export const casePage: CasePageWords = {
  title: ({ caseId, track }) => `Case ${caseId}: ${track}`,
  stands: 'Where it stands',
  tags: {
    open: 'Open',
    closed: 'Closed',
    paused: 'Paused',
    practice: 'Drill',
    setAside: 'Set aside',
    top: 'Top of the ladder',
  },
  practice: 'This is a drill or a sample: it runs like any case, and counts in no statistic.',
  setAside:
    'A fault in Ladder keeps it from acting on this case. Its clocks count on, but nothing is done about them here until it is tried again; its people have been told. Until then call the people below.',
  untold: {
    title: 'Nobody could be told',
    inside: ({ carriers }) =>
      carriers.some((means) => means !== 'email')
        ? `Ladder tells people by ${listed(carriers.map((means) => CARRIED[means]))} here. Until somebody there has an address or a number that works for one of these, nobody is told. Call them, and have their details put right.`
        : 'Ladder tells people by mail alone here. Until somebody there has an address that works, nobody is told. Call them, and have the address put right.',
    customer:
      'The contract’s clocks run on all the same: they do not wait for a message. To be heard now, call.',
  },
  readOnly: 'You look on: you may read everything here and change nothing.',
  mayMove: ({ level, onBehalf }, context) =>
    `${onBehalf ? 'For the customer you' : 'You'} may contact ${levelWords(level, context)} now.`,
  mayMoveFrom: ({ level, onBehalf }, context) =>
    `${onBehalf ? 'For the customer you' : 'You'} may contact ${levelWords(level, context)} from`,
  closed,
  yourTurn: 'It is your turn',
  acts: {
    heading: 'What you can do',
    none: 'There is nothing for you to do here now.',
    behalf: 'For the customer, who is on the telephone',
    more: 'More',
    notYet: 'Not yet',
    of: caseActs,
    cancel: 'Back to the case',
    weigh: 'Think before you press the button',
    what: 'What this does',
  },
  ...caseFields,
  happened: 'What has happened since',
  sendAgain: 'What you typed is kept below. Send it again if it still fits.',
  done: {
    title: 'Done',
    nothingNew: 'That had been said already: nothing changes.',
    next: 'What follows',
  },
  reach,
  ladder: {
    heading: 'The ladder',
    alt: 'A picture of the ladder; below it the same in words',
    inWords: 'The same in words',
    ifSilent: 'Times ahead hold if nobody says anything from now on',
    closed: 'As it was when the case closed',
  },
  conversation,
  revised: {
    caption: ({ revision }) => `The clocks now, and on revision ${revision}`,
    clock: 'Clock',
    before: 'Now',
    after: 'After the move',
    notRunning: 'does not run',
    atOnce: 'At once',
    none: 'No clock runs, before or after.',
  },
  clocks: {
    heading: 'Clocks that run',
    none: 'No clock runs.',
    deadline: deadlineWords,
  },
  why: {
    title: (name, context) => `Why then? ${deadlineWords(name, context)}`,
    due: { ahead: 'Due', past: 'Due since' },
    reasons: 'How it is counted',
    none: 'It has no clock of its own: it is a part of another.',
    pastData: 'Holidays are not known that far ahead: a later one may still move this.',
    link: 'Why then?',
    back: 'Back to the case',
  },
  facts: {
    heading: 'About this case',
    case: 'Case',
    references: 'Reference numbers',
    customer: 'Customer',
    reporter: 'Reported by',
    contract: 'Contract',
    track: 'Track',
    opened: 'Opened',
    counts: 'Counts from',
    revision: 'Revision of the plan',
    owner: 'Handed over to',
    automatic: 'Moving by itself',
  },
  automatic: {
    on: 'Ladder takes the customer’s steps as soon as they are due',
    off: 'The customer takes its steps itself',
    plan: 'As the plan has it for each step',
  },
  zone: zoneWords,
};
