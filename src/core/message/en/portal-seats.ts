import type { SeatWords } from '../portal/seats.ts';
import { formatLocal } from './dates.ts';

const NOBODY = 'nobody';
const who = (name: string | undefined): string => name ?? NOBODY;
const Who = (name: string | undefined): string => name ?? 'Nobody';

const DECIDE = { label: 'Agree, or refuse', says: 'After you have signed in.' };
const LOOK = { label: 'See what happened', says: 'After you have signed in.' };

export const seats: SeatWords = {
  nobody: 'Nobody',
  statuses: {
    waiting: 'waits for oversight',
    late: 'waits for oversight, late',
    heldUp: 'held up',
    agreed: 'agreed',
    refused: 'refused',
    replaced: 'filled anew',
  },
  mark: ({ at, timeZone, isVacant, isAgreed }) =>
    `${isVacant ? 'Vacant' : 'Filled'} since ${formatLocal(at, timeZone, { year: true })}, otherwise than the plan was agreed; ${
      isAgreed ? 'oversight has agreed' : 'oversight has not agreed yet'
    }`,
  list: {
    title: 'Who fills the seats',
    about:
      'A plan fixes seats; who fills one may change at any hour. Whoever is named is told of cases from that moment on, also of those that run, and oversight agrees afterwards.',
    caption: 'Seats of the plan in force',
    columns: { seat: 'Seat', levels: 'Level', holder: 'Filled by', stands: 'Stands' },
    asAgreed: 'as agreed',
    fill: ({ seat }) => `Name who fills: ${seat}`,
    fillShort: 'Name somebody else',
    history: 'Everything that was changed',
  },
  fill: {
    title: ({ seat }) => `Who fills ${seat} from now on?`,
    about:
      'It holds at once: the next message of every case goes to whoever you name. Whoever fills the seat today is told and may hold it up, and oversight agrees afterwards or puts them back.',
    now: ({ holder }) => `Today: ${who(holder)}`,
    who: 'Who',
    person: 'Somebody on file',
    personLabel: 'Person',
    choose: 'Choose one',
    newcomer: 'Somebody new',
    id: 'Short name',
    idHint: 'Letters, digits and hyphens, such as mina-rowe. It stays in the record.',
    name: 'Name',
    jobTitle: 'Title',
    email: 'Address for mail',
    emailHint: 'By it they are told of cases, and sign in.',
    office: 'Office number',
    mobile: 'Mobile number',
    numberHint:
      'With + and the country, such as +1 916 555 0142. It is used at once and stands as not confirmed.',
    vacant: 'Nobody',
    vacantHint: 'The level then reaches its next contact, and last whom the plan names otherwise.',
    reason: 'Why',
    reasonHint: 'Oversight and whoever fills the seat today read it.',
    button: 'Put them into the seat',
  },
  problems: {
    holderMissing: { message: 'You have not said who fills the seat.', advice: 'Choose one.' },
    verdictMissing: {
      message: 'You have not said whether oversight agrees.',
      advice: 'Press one of the two buttons.',
    },
    seatUnknown: {
      message: 'The plan in force has no such seat.',
      advice: 'Choose one from the list of seats.',
    },
    seatOfDirectory: {
      message: 'Who fills this seat differs by customer.',
      advice: 'An administrator names it on the page of the customer.',
    },
    seatOfOversight: {
      message: 'This seat is oversight’s own.',
      advice: 'Oversight says who fills it, by a plan that both parties agree to.',
    },
    managerVacant: {
      message: 'This seat manages the program: with nobody in it nobody could fill it again.',
      advice: 'Name somebody for it.',
    },
    reasonMissing: { message: 'You have not said why.', advice: 'Say it in a few words.' },
    textInvalid: {
      message: 'What you wrote is too long, or has a sign that cannot be kept.',
      advice: 'Write at most 1000 characters of plain text.',
    },
    sameHolder: {
      message: 'The seat is filled like that already.',
      advice: 'Name somebody else, or leave it as it is.',
    },
    personUnknown: {
      message: 'There is no such person in this contract.',
      advice: 'Choose one of the list.',
    },
    noMeans: {
      message: 'There is neither a number nor an address of them.',
      advice: 'Name somebody who can be reached, or somebody new with an address.',
    },
    otherParty: {
      message: 'They are of the customer or of oversight in this contract.',
      advice: 'Nobody stands for the contractor and another party at once: name somebody else.',
    },
    idInvalid: {
      message: 'This is not a short name.',
      advice: 'Use letters, digits, - and _, at most 64 of them.',
    },
    idTaken: {
      message: 'Somebody has this short name already.',
      advice: 'Choose another, or choose them from the list.',
    },
    nameInvalid: {
      message: 'This is not a name on one line of at most 200 characters.',
      advice: 'Write how they are called.',
    },
    titleInvalid: {
      message: 'This is not a title on one line of at most 200 characters.',
      advice: 'Write it shorter, or leave it out.',
    },
    mailInvalid: {
      message: 'This is not an address for mail.',
      advice: 'Write it like name@contractor.example: without one they hear of no case.',
    },
    mailTaken: {
      message: 'Somebody else in this contract has this address.',
      advice: 'Choose them from the list, or give another address.',
    },
    numberInvalid: {
      message: 'This is not a number that can be called.',
      advice: 'Write it with + and the country, such as +1 916 555 0142.',
    },
  },
  fillings: {
    title: 'Seats filled while a plan was in force',
    about: 'Who was put into which seat, and what oversight said of it.',
    empty: 'Every seat was filled by a plan alone.',
    caption: 'Newest first',
    columns: { seat: 'Seat', holder: 'Filled by', since: 'Since', due: 'Agreed by', status: 'Stands' },
  },
  one: {
    title: ({ seat, holder }) => `${seat}: ${who(holder)}`,
    facts: { status: 'Stands', seat: 'Seat', holder: 'Filled by', before: 'Before', due: 'To be agreed by' },
    history: 'What happened',
    events: {
      SeatFilled: ({ name, holder }) => `${name} named who fills it: ${who(holder)}`,
      AgreementReminded: () => 'Oversight was reminded',
      AgreementLate: () => 'Oversight has not decided in time',
      FillingAgreed: ({ name }) => `${name} agreed for oversight`,
      FillingRefused: ({ name }) => `${name} refused for oversight: whoever filled it before is back`,
      FillingHeldUp: ({ name }) =>
        `${name} held it up: whoever filled it before fills it until oversight has decided`,
      FillingReplaced: ({ name }) => `${name} named somebody else after that`,
      NoticeFailed: ({ name }) => `Could not be told: ${name}`,
    },
    later: ({ filling }) => `What came after: ${filling}`,
    decide: {
      title: 'Decide for oversight',
      about: 'Agreed to, it stays as it is. Refused, whoever filled the seat before is back at once.',
      text: 'Reason',
      textHint: 'Needed to refuse. The program manager and both holders read it.',
      agree: 'Agree',
      refuse: 'Refuse',
    },
    saved: 'Saved.',
  },
  holdUp: {
    title: 'Hold it up?',
    about:
      'Somebody else is named for the seat that you filled. If that is not right, hold it up: you fill it again at once, and oversight decides.',
    button: 'Hold it up',
    doneTitle: 'It is held up',
    done: 'You fill the seat until oversight has decided. Oversight and the program manager are told.',
  },
  refusals: {
    'seat-filling-unknown': {
      message: 'There is no such change of a seat.',
      advice: 'Look for it in the list.',
    },
    'seat-filling-decided': {
      message: 'This is decided already, or somebody else was named since.',
      advice: 'Read on its page what happened.',
    },
    'seat-filling-held-up': {
      message: 'It is held up already.',
      advice: 'Oversight decides; you fill the seat until then.',
    },
    'seat-filling-too-late': {
      message: 'It could be held up for 72 hours, which are over.',
      advice: 'Speak with the program manager or with oversight.',
    },
    'seat-filling-reason-missing': {
      message: 'You have given no reason.',
      advice: 'Say why: the program manager and both holders read it.',
    },
    'seat-filling-own': {
      message: 'This is about you, or you named it.',
      advice: 'Somebody else of oversight decides it.',
    },
  },
  mails: {
    filled: ({ contractTitle, seat, holder, before, by, dueAt, timeZone }) => ({
      subject: `Filled: ${seat}, by ${who(holder)}`,
      lead: [
        `${by} has named who fills ${seat} in the escalation plan of ${contractTitle}: ${who(holder)}, in place of ${who(before)}. It holds already: the next message of every case goes there.`,
        `You agree to it, or refuse, by ${formatLocal(dueAt, timeZone, { year: true })}.`,
      ],
      link: DECIDE,
    }),
    toHolder: ({ contractTitle, seat, by }) => ({
      subject: `You fill a seat of the escalation plan: ${seat}`,
      lead: [
        `${by} has named you to fill ${seat} in the escalation plan of ${contractTitle}. From now on you are told of its cases, also of those that run.`,
        'You are asked in another mail whether your numbers and address are right.',
      ],
      link: undefined,
    }),
    toBefore: ({ contractTitle, seat, holder, by }) => ({
      subject: `You no longer fill a seat of the escalation plan: ${seat}`,
      lead: [
        `${by} has named who fills ${seat} in the escalation plan of ${contractTitle}: ${who(holder)}, in your place.`,
        'If that is not right, hold it up: you fill the seat again at once, and oversight decides.',
      ],
      link: { label: 'Hold it up', says: 'Opens a page; only its button does anything. Works for 72 hours.' },
    }),
    reminded: ({ contractTitle, seat, holder, dueAt, timeZone }) => ({
      subject: `Reminder: ${seat}, filled by ${who(holder)}`,
      lead: [
        `${Who(holder)} fills ${seat} in the escalation plan of ${contractTitle}, and you have not agreed to it yet. It is to be decided by ${formatLocal(dueAt, timeZone, { year: true })}.`,
      ],
      link: DECIDE,
    }),
    late: ({ contractTitle, seat, holder, dueAt, timeZone }) => ({
      subject: `Not agreed in time: ${seat}, filled by ${who(holder)}`,
      lead: [
        `${Who(holder)} fills ${seat} in the escalation plan of ${contractTitle}. Oversight was to decide by ${formatLocal(dueAt, timeZone, { year: true })}, and has not. The published plan says so.`,
      ],
      link: DECIDE,
    }),
    agreed: ({ contractTitle, seat, holder }) => ({
      subject: `Agreed: ${seat}, filled by ${who(holder)}`,
      lead: [
        `Oversight agrees to who fills ${seat} in the escalation plan of ${contractTitle}: ${who(holder)}.`,
      ],
      link: LOOK,
    }),
    refused: ({ contractTitle, seat, holder, before }) => ({
      subject: `Refused: ${seat}, filled by ${who(holder)}`,
      lead: [
        `Oversight refuses that ${who(holder)} fills ${seat} in the escalation plan of ${contractTitle}. As before it is filled by: ${who(before)}.`,
      ],
      link: LOOK,
    }),
    heldUp: ({ contractTitle, seat, holder, before }) => ({
      subject: `Held up: ${seat}, filled by ${who(holder)}`,
      lead: [
        `${Who(before)} holds up that ${who(holder)} fills ${seat} in the escalation plan of ${contractTitle}, and fills it until oversight has decided.`,
      ],
      link: DECIDE,
    }),
  },
  footer: ({ contractTitle }) => `Ladder writes this for ${contractTitle}. Please do not answer this mail.`,
};
