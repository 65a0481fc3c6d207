import type { Proposed } from '../../obligation/event.ts';
import type { Party } from '../../plan/format/schema-values.ts';
import type { ObligationWords } from '../portal/obligations.ts';
import { counted, formatDate, listed } from './dates.ts';
import { obligationMails } from './portal-obligation-mails.ts';
import { obligationRefusals } from './portal-obligation-refusals.ts';

const PARTIES: Readonly<Record<Party, string>> = {
  customer: 'the customer',
  contractor: 'the contractor',
  oversight: 'oversight',
};

const date = (on: string): string => formatDate(on, { year: true });

const proposedWords = (proposed: Proposed): string =>
  proposed.what === 'date' ? `the date ${date(proposed.dueOn)}` : 'to waive it';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const before = (days: number): string =>
  days === 0 ? 'Reminder on the day itself' : `Reminder ${counted(days, 'day')} before the date`;

export const obligations: ObligationWords = {
  title: 'Obligations',
  about:
    'Milestones, deliverables and commitments of the plan, each with its date. Whoever owes one hands it over here; another party accepts it or sends it back.',
  date,
  parties: { customer: 'Customer', contractor: 'Contractor', oversight: 'Oversight' },
  kinds: { milestone: 'Milestone', deliverable: 'Deliverable', commitment: 'Commitment' },
  standings: {
    ahead: 'To come',
    due: 'Due soon',
    late: 'Late',
    delivered: 'Handed over',
    accepted: 'Accepted',
    waived: 'Waived',
    dropped: 'No longer in the plan',
  },
  list: {
    caption: 'Obligations by date',
    columns: {
      name: 'Name',
      what: 'What',
      kind: 'Kind',
      due: 'Due by the end of',
      owner: 'Owed by',
      standing: 'How it stands',
      waits: 'Whose move',
    },
    show: 'Show',
    all: 'All of them',
    choices: {
      open: 'Not settled yet',
      due: 'Due within 30 days',
      late: 'Late',
      mine: 'My party’s move',
      delivered: 'Waiting to be accepted',
      settled: 'Settled',
    },
    counted: ({ count }) => `${counted(count, 'obligation')} found`,
    emptyTitle: 'No obligation fits',
    empty: 'Choose something else above, or look at all of them.',
    calendar: 'Add the dates to your calendar',
    calendarAbout:
      'Calendar programs that follow this address show every date as it stands, also after it was renegotiated.',
    matrix: 'Roles and responsibilities',
  },
  picture: {
    title: 'Dates over the term',
    about: ({ count, from, until }) =>
      `${counted(count, 'date')} from ${date(from)} to ${date(until)}, one row for each obligation. The table below says the same.`,
    today: 'today',
  },
  one: {
    caption: ({ kind }) =>
      ({ milestone: 'Milestone', deliverable: 'Deliverable', commitment: 'Commitment' })[kind],
    facts: {
      due: 'Due',
      planned: 'Date of the plan',
      owner: 'Owed by',
      acceptedBy: 'Accepted by',
      standing: 'How it stands',
      done: 'Done',
      note: 'Note',
      revision: 'Revision of the plan',
    },
    until: ({ dueOn }) => `until the end of ${date(dueOn)}`,
    late: ({ dueOn, owner }) =>
      `It was due by the end of ${date(dueOn)}, and ${PARTIES[owner]} has not handed it over.`,
    inTime: ({ doneOn }) => `on ${date(doneOn)}, in time`,
    notInTime: ({ doneOn }) => `on ${date(doneOn)}, after its date`,
    waitsFor: ({ parties }) => `It is up to ${listed(parties.map((party) => PARTIES[party]))}.`,
    proposal: ({ party, proposed }) =>
      `${capital(PARTIES[party])} proposed ${proposedWords(proposed)}. The date stays as it is until the other party agrees.`,
    evidence: 'What was handed over',
    noEvidence: 'Nothing has been handed over yet.',
    erased: 'erased',
    history: 'What has happened',
    hidden: 'What was handed over and said is for the parties of the contract.',
    done: {
      deliver: 'It is handed over',
      accept: 'It is accepted',
      sendBack: 'It is sent back',
      propose: 'The other date is proposed',
      waive: 'The waiver is proposed',
      agree: 'The change is agreed',
      decline: 'The proposal is declined',
      withdrawProposal: 'The proposal is withdrawn',
    },
  },
  acts: {
    deliver: {
      title: 'Hand it over',
      about: 'With a file, a link or a few words. The party that accepts it is told at once.',
      button: 'Hand it over',
    },
    accept: { title: 'Accept it', about: 'That settles it for good.', button: 'Accept it' },
    sendBack: {
      title: 'Send it back',
      about: 'It is owed again, and its owner reads your reason.',
      button: 'Send it back',
    },
    propose: {
      title: 'Propose another date',
      about: 'The other party has to agree; until then the date stays.',
      button: 'Propose the date',
    },
    waive: {
      title: 'Propose to waive it',
      about: 'Where the other party agrees, it is owed no more.',
      button: 'Propose the waiver',
    },
    agree: { title: 'Answer the proposal', about: 'Both parties are on the record.', button: 'Agree' },
    decline: { title: 'Decline', about: 'Everything stays as it is.', button: 'Decline' },
    withdrawProposal: {
      title: 'Withdraw the proposal',
      about: 'Everything stays as it is.',
      button: 'Withdraw the proposal',
    },
  },
  fields: {
    text: { label: 'What you want to say', hint: 'Read by both parties and kept with the record.' },
    reason: { label: 'Reason', hint: 'Read by both parties and kept with the record.' },
    doneOn: { label: 'Done on', hint: 'Only where that was before today.' },
    link: { label: 'Link', hint: 'A page that begins with https://' },
    file: { label: 'File', hint: 'A document, a picture or a text of at most 10 MB.' },
    dueOn: { label: 'New date', hint: 'It is then due until the end of that day.' },
  },
  missing: { reason: 'Say why.', dueOn: 'Choose the new date.' },
  dateUnclear: ({ value }) => `“${value}” is no date. Write it as 2027-01-31.`,
  events: {
    ObligationUndertaken: ({ revisionNumber, dueOn }) =>
      `Taken up from revision ${revisionNumber} of the plan, due by the end of ${date(dueOn)}`,
    ObligationRevised: ({ revisionNumber, dueOn }) =>
      dueOn === undefined
        ? `Revision ${revisionNumber} of the plan says it in other words`
        : `Revision ${revisionNumber} of the plan gives it the date ${date(dueOn)}`,
    ObligationDropped: ({ revisionNumber }) => `Revision ${revisionNumber} of the plan has it no more`,
    Delivered: ({ doneOn }) =>
      doneOn === undefined ? 'Handed over' : `Handed over, as done on ${date(doneOn)}`,
    FileAttached: ({ text }) => `File: ${text ?? 'erased'}`,
    Accepted: () => 'Accepted',
    SentBack: () => 'Sent back',
    ChangeProposed: ({ proposed }) => `Proposed: ${proposedWords(proposed)}`,
    ChangeAgreed: ({ proposed }) => `Agreed: ${proposedWords(proposed)}`,
    ChangeDeclined: () => 'The proposal was declined',
    ChangeWithdrawn: () => 'The proposal was withdrawn',
    DueReminded: ({ daysBefore }) => before(daysBefore),
    BecameLate: () => 'Its date has passed, and nothing is handed over',
    StillLate: ({ weeks }) => `Still late after ${counted(weeks, 'week')}`,
    AcceptanceAwaited: ({ weeks }) => `Not accepted or sent back for ${counted(weeks, 'week')}`,
    NoticeFailed: ({ whom }) => `Somebody who was to be told could not be reached: ${whom}`,
  },
  refusals: obligationRefusals,
  mail: obligationMails,
  waiting: {
    title: 'Obligations that wait for you',
    about: ({ count }) => `${counted(count, 'obligation')} of the plan, the earliest first.`,
    all: 'All obligations',
  },
  roles: {
    title: 'Roles and responsibilities',
    about: 'Who does what under this plan, and who owes and accepts what by when.',
    duties: 'Duties by party',
    duty: 'Duty',
    owed: 'Obligations by party',
    owes: 'Owes it',
    accepts: 'Accepts it',
    none: '–',
    empty: 'The plan says nothing of it.',
  },
  feed: { name: ({ contractTitle }) => `Obligations: ${contractTitle}` },
};
