import type { ReportAnswer, ReportedMeans, Wrong } from '../../contact-report/event.ts';
import type { ContactReportWords } from '../portal/contact-reports.ts';
import { formatLocal, listed } from './dates.ts';

const MEANS: Readonly<Record<ReportedMeans, string>> = {
  email: 'Address for mail',
  office: 'Office number',
  mobile: 'Mobile number',
  contact: 'Who it is',
};

const OF: Readonly<Record<ReportedMeans, string>> = {
  email: 'the address for mail of',
  office: 'the office number of',
  mobile: 'the mobile number of',
  contact: 'the contact',
};

const WRONGS: Readonly<Record<Wrong, string>> = {
  noAnswer: 'Nobody answers',
  wrongPerson: 'Somebody else answers',
  left: 'The person has left',
  returned: 'Mail comes back',
  other: 'Something else',
};

const ANSWERS: Readonly<Record<ReportAnswer, string>> = {
  corrected: 'Corrected',
  confirmedRight: 'Right: the contact has confirmed it',
  unfounded: 'Nothing to it',
};

const at = (levels: readonly number[]): string =>
  levels.length === 0 ? '' : ` (${levels.length === 1 ? 'level' : 'levels'} ${listed(levels.map(String))})`;

const bySomebody = (by: string | undefined): string => by ?? 'Somebody who read the plan';

const LOOK = { label: 'Look into it', says: 'After you have signed in.' };

export const contactReports: ContactReportWords = {
  means: MEANS,
  wrongs: WRONGS,
  answers: ANSWERS,
  statuses: { open: 'being checked', overdue: 'overdue', answered: 'answered' },
  being: ({ means, at: since, timeZone }) =>
    `${MEANS[means]} reported as wrong on ${formatLocal(since, timeZone, { year: true })}, being checked`,
  offer: 'Does a number not answer, or is somebody not there any more?',
  link: 'Report a wrong contact',
  form: {
    title: 'Report a wrong contact',
    about:
      'Say what you found. The contact, the desk and the program manager are told at once and check it. Until they have, the plan stays as it is. If you need help now, call the next contact of the level instead.',
    contact: 'Whom you tried to reach',
    contactNone: 'Choose one',
    option: ({ name, title, levels }) => `${name}, ${title}${at(levels)}`,
    means: 'What is wrong',
    wrong: 'In what way',
    text: 'What happened',
    textHint: 'Such as when you called, and what you heard.',
    name: 'Your name',
    address: 'Your address for mail',
    addressHint:
      'To hear what came of it. A link goes there first: only once you have opened it and pressed its button do we write again.',
    button: 'Send the report',
    back: 'Back to the plan',
    nobody: {
      title: 'The plan names nobody',
      about: 'Nobody fills a seat of this plan today, so there is no contact that could be wrong.',
    },
  },
  problems: {
    contactMissing: {
      message: 'You have not said whom you tried to reach.',
      advice: 'Choose one of the contacts.',
    },
    meansMissing: { message: 'You have not said what is wrong.', advice: 'Choose one.' },
    wrongMissing: { message: 'You have not said in what way it is wrong.', advice: 'Choose one.' },
    textMissing: {
      message: 'You chose something else and have not said what.',
      advice: 'Say in a few words what happened.',
    },
    textInvalid: {
      message: 'What you wrote is too long, or has a sign that cannot be kept.',
      advice: 'Write at most 1000 characters of plain text.',
    },
    nameInvalid: {
      message: 'This is not a name on one line of at most 200 characters.',
      advice: 'Write it shorter, or leave it out.',
    },
    addressInvalid: {
      message: 'This is not an address for mail.',
      advice: 'Write it like name@agency.example, or leave it out.',
    },
    answerMissing: { message: 'You have not said what came of it.', advice: 'Choose one.' },
    tooMany: {
      message: 'Several things about this contact were reported today and are being checked.',
      advice: 'Call the desk or the next contact of the level; report it tomorrow if it is still so.',
    },
  },
  sent: {
    title: 'Your report is taken',
    about:
      'The contact, the desk and the program manager check it. The plan stays as it is until they have. Whatever others report of the same is counted with yours.',
    address:
      'If you left an address, look there for a mail with a link: an address gets one such mail a day. Without its button pressed we do not write again.',
    back: 'Back to the plan',
  },
  proof: {
    title: 'Hear what comes of your report?',
    about:
      'By this button you say that you read this address. We then write to it once the report is answered.',
    button: 'Write to me about it',
    doneTitle: 'We write to you',
    done: 'You get a mail when what you reported has been answered.',
    dead: {
      message: 'This link does nothing any more.',
      advice:
        'It worked for 72 hours. If the contact is still wrong, report it again on the page of the plan.',
    },
  },
  list: {
    title: 'Reports of wrong contacts',
    about:
      'What people who read the plan found wrong about a contact. No report changes the plan; the program manager says what came of it.',
    empty: 'Nobody has reported anything.',
    columns: {
      contact: 'Contact',
      what: 'What',
      reported: 'Reported',
      due: 'To be answered by',
      status: 'Stands',
    },
    newest: 'Newest reports',
  },
  current: {
    title: 'Reported as wrong',
    none: 'Nothing is reported that has not been answered.',
    all: 'All reports of wrong contacts',
  },
  one: {
    title: ({ name, means }) => `Reported: ${OF[means]} ${name}`,
    facts: {
      status: 'Stands',
      contact: 'Contact',
      levels: 'Level',
      value: 'As it is used today',
      count: 'Reported',
      due: 'To be answered by',
      asked: 'The contact',
      reporters: 'Want to hear of it',
    },
    none: 'none',
    isAsked: 'is asked to confirm it by a link',
    notAsked: 'was told, where there is an address',
    reporter: ({ name, address, isProved }) =>
      [
        [name, address].filter((one) => one !== undefined).join(', ') || 'erased',
        address === undefined ? 'no address' : isProved ? 'address proved' : 'address not proved',
      ].join(': '),
    history: 'What happened',
    events: {
      ContactReported: ({ by, wrong }) => `${bySomebody(by)} reported: ${WRONGS[wrong].toLowerCase()}`,
      ContactReportedAgain: ({ by, wrong }) =>
        `${bySomebody(by)} reported the same: ${WRONGS[wrong].toLowerCase()}`,
      ReportOverdue: () => 'Nobody answered in time: oversight is told',
      ReportAnswered: ({ by, answer }) => `${by} answered: ${ANSWERS[answer].toLowerCase()}`,
      NoticeFailed: ({ name }) => `Could not be told: ${name}`,
    },
    change: ({ change }) => `Change ${change}`,
    holder: ({ name }) => `${name} fills the seat now`,
    confirmed: (values) => `Confirmed ${formatLocal(values.at, values.timeZone, { year: true })}`,
    answer: {
      title: 'Say what came of it',
      about: 'Whoever reported it and whose address is proved hears it, with your words.',
      legend: 'What came of it',
      hints: {
        corrected: 'Another number or address is used since, or somebody else fills the seat.',
        confirmedRight: 'The contact has confirmed it since it was reported.',
        unfounded: 'With your reason.',
      },
      notYet:
        'It can be called corrected once a change is used or somebody else fills the seat, and right once the contact has confirmed it.',
      text: 'Reason, or what was done',
      textHint: 'Needed where there is nothing to it.',
      button: 'Answer the report',
    },
    saved: 'Answered.',
  },
  refusals: {
    'contact-report-unknown': {
      message: 'There is no such report.',
      advice: 'Look for it in the list of reports.',
    },
    'contact-report-answered': {
      message: 'This report has been answered.',
      advice: 'Read on its page what came of it.',
    },
    'contact-report-not-corrected': {
      message: 'Nothing of it has been corrected since it was reported.',
      advice:
        'Have the number or address changed and confirmed, or the seat filled by somebody else, then answer.',
    },
    'contact-report-not-confirmed': {
      message: 'The contact has not confirmed it since it was reported.',
      advice: 'Wait for their word, or ring them and answer that there is nothing to it, with the reason.',
    },
    'contact-report-reason-missing': {
      message: 'You have given no reason.',
      advice: 'Say why there is nothing to it: whoever reported it reads your words.',
    },
    'contact-report-own': {
      message: 'This report is about you.',
      advice: 'Another program manager answers it.',
    },
  },
  mails: {
    toContact: ({ contractTitle, name, means, wrong }) => ({
      subject: 'Reported as wrong: how you are reached',
      lead: [
        `${name}, somebody who read the escalation plan of ${contractTitle} reports of ${OF[means]} ${name}: ${WRONGS[wrong ?? 'other'].toLowerCase()}.`,
        'Nothing has been changed. Please look whether it is right: confirm it, or change it, on the portal. The desk and the program manager check it too.',
      ],
      link: { label: 'See how you are reached', says: 'After you have signed in.' },
    }),
    reported: ({ contractTitle, name, means, levels, wrong, dueAt, timeZone }) => ({
      subject: `Reported as wrong: ${OF[means]} ${name}`,
      lead: [
        `Somebody who read the escalation plan of ${contractTitle} reports of ${OF[means]} ${name}${at(levels)}: ${WRONGS[wrong ?? 'other'].toLowerCase()}.`,
        `Nothing has been changed. The program manager is to answer by ${formatLocal(dueAt, timeZone, { year: true })}: corrected, right by the contact's own word, or nothing to it.`,
      ],
      link: LOOK,
    }),
    prove: ({ contractTitle, name, means }) => ({
      subject: 'Do you want to hear what comes of your report?',
      lead: [
        `Somebody gave this address with a report about the escalation plan of ${contractTitle}: ${OF[means]} ${name}. If it was you, open the link and press its button; you then hear what comes of it.`,
        'If it was not you, do nothing: no other mail comes.',
      ],
      link: {
        label: 'Write to me about it',
        says: 'Opens a page; only its button does anything. Works for 72 hours.',
      },
    }),
    overdue: ({ contractTitle, name, means, levels, dueAt, timeZone }) => ({
      subject: `Not answered: a report about ${OF[means]} ${name}`,
      lead: [
        `It was reported as wrong: ${OF[means]} ${name}${at(levels)} of the escalation plan of ${contractTitle}. It was to be answered by ${formatLocal(dueAt, timeZone, { year: true })}, and nobody has.`,
      ],
      link: LOOK,
    }),
    answered: ({ contractTitle, name, means, answer }) => ({
      subject: `Answered: the report about ${OF[means]} ${name}`,
      lead: [
        `The program manager of ${contractTitle} says of the report about ${OF[means]} ${name}: ${ANSWERS[answer ?? 'unfounded'].toLowerCase()}.`,
      ],
      link: undefined,
    }),
  },
  footer: ({ contractTitle }) => `Ladder writes this for ${contractTitle}. Please do not answer this mail.`,
};
