import type { ContactField } from '../../contact/contact-change.ts';
import type { Instant } from '../../instant.ts';
import type { Clocks } from '../clocks.ts';
import type { ContactWords } from '../portal/contacts.ts';
import { formatLocal } from './dates.ts';

const FIELDS: Readonly<Record<ContactField, string>> = {
  email: 'address for mail',
  office: 'office number',
  mobile: 'mobile number',
};

const on = ({ at, timeZone }: { at: Instant; timeZone: Clocks }): string =>
  formatLocal(at, timeZone, { year: true });

const NONE = 'none';
const none = (value: string | undefined): string => value ?? NONE;

export const contacts: ContactWords = {
  fields: FIELDS,
  none: NONE,
  erased: 'erased',
  confirmed: (values) => `Confirmed ${on(values)}`,
  unconfirmed: 'Not confirmed yet',
  own: {
    title: 'Your numbers and address',
    about:
      'By these you are reached when a case is yours to answer. A new one is used once it is confirmed; until then the one from before is.',
    change: ({ field }) => `Change the ${FIELDS[field]}`,
    waiting: ({ value }) => `To become ${value}, once that is confirmed`,
    frozen: ({ value }) =>
      `The change to ${value} was held up. The program manager and oversight decide about it together.`,
    changed: 'The new one is used from now on.',
    takenBack: 'The change is taken back. Nothing is different from before.',
  },
  ask: {
    title: ({ field }) => `Change your ${FIELDS[field]}`,
    aboutMail:
      'A code goes to the new address, and you type it here. The address of today is told at once, with a link that holds the change up. You sign in by this address too.',
    aboutNumber: ({ codeBy }) =>
      codeBy === undefined
        ? 'Somebody else of this contract rings the new number to confirm it. Your address is told at once, with a link that holds the change up.'
        : 'A code goes to the new number, and you type it here. Your address, and a mobile telephone that is replaced, are told at once, with a link that holds the change up.',
    codeBy: 'How do you want the code?',
    codeByMeans: { text: 'By text', call: 'Spoken, in a call' },
    now: 'Now',
    label: ({ field }) => `New ${FIELDS[field]}`,
    hintNumber: 'With + and the country, such as +1 916 555 0142.',
    button: 'Ask for the change',
    buttonCode: 'Send the code',
    cancel: 'Do nothing',
  },
  code: {
    title: {
      email: 'Type the code from the mail',
      text: 'Type the code from the text',
      call: 'Type the code from the call',
    },
    about: ({ value, codeBy }) =>
      `${
        {
          email: `A mail with a code of eight digits is on its way to ${value}.`,
          text: `A text with a code of eight digits is on its way to ${value}.`,
          call: `${value} is being called. Whoever answers hears a code of eight digits, twice.`,
        }[codeBy]
      } The code counts for 30 minutes.`,
    label: 'Code',
    hint: 'Eight digits',
    button: ({ field }) => `Use the new ${field === 'email' ? 'address' : 'number'}`,
    instead: { text: 'Send a new code by text', call: 'Say a new code in a call' },
    takeBack: 'Take the change back',
    doneTitle: ({ field }) => `Your new ${field === 'email' ? 'address' : 'number'} is used`,
    done: ({ value, field }) =>
      field === 'email'
        ? `From now on mails go to ${value}, and you sign in with it. If this page lets you go no further, sign in anew.`
        : `From now on you are reached by ${value}.`,
  },
  callWaiting: {
    title: 'Waits for a call',
    about: ({ value }) =>
      `The desk and the program manager are asked to ring ${value}. When you have answered, one of them records it and the number is used.`,
  },
  list: {
    title: 'Changes of numbers and addresses',
    about:
      'What people have changed about how they are reached. A change that was held up waits for the program manager and oversight together.',
    empty: 'Nobody has changed anything yet.',
    columns: { person: 'Person', what: 'What', asked: 'Asked for', status: 'Stands' },
    newest: 'Newest changes',
  },
  status: {
    waitingCode: 'waits for the code',
    waitingCall: 'waits for a call',
    done: 'used',
    frozen: 'held up',
    dropped: 'not used',
  },
  one: {
    title: ({ name, field }) => `${name}: ${FIELDS[field]}`,
    before: 'Before',
    after: 'New',
    history: 'What happened',
    events: {
      ContactChangeAsked: ({ name }) => `${name} asked for the change`,
      ContactCodeWrong: ({ name }) => `${name} typed a wrong code`,
      ContactChanged: ({ name, over }) =>
        ({
          code: `${name} confirmed it by the code: the new one is used`,
          call: `${name} rang and got an answer: the new one is used`,
          agreement: 'Both parties agree: the new one is used',
        })[over],
      ContactChangeFrozen: () => 'Held up from where they were reached before: the one from before is used',
      ContactChangeJudged: ({ name, party, verdict }) =>
        `${name}, for ${party === 'oversight' ? 'oversight' : 'the contractor'}: ${verdict === 'use' ? 'use the new one' : 'keep the one from before'}`,
      ContactChangeDropped: ({ name, because }) =>
        ({
          'taken-back': `${name} took it back`,
          replaced: `${name} asked for another in its place`,
          'wrong-codes': 'Ended: too many wrong codes',
          frozen: 'Ended: another change of theirs was held up',
          agreement: 'Both parties agree: the one from before stays',
        })[because],
    },
    call: {
      title: 'Ring the new number',
      about: ({ name, value }) =>
        `Call ${value} and speak with ${name}, whose voice you know or who can say what only they know. Record it only when they have answered there themselves.`,
      button: 'I rang, and they answered',
    },
    judge: {
      title: 'Decide',
      about:
        'Ask the person by a way that nobody has changed lately. The second party that says the same settles it; until then the one from before is used.',
      use: ({ value }) => `Use ${value}`,
      keep: ({ value }) => `Keep ${value}`,
    },
    saved: 'Saved.',
  },
  freeze: {
    title: 'Hold the change up?',
    about: ({ name, field }) =>
      `The ${FIELDS[field]} of ${name} is to be another. If that is not what ${name} wants, hold it up: the one from before is used again at once, and the program manager and oversight are told and decide together.`,
    button: 'Hold the change up',
    doneTitle: 'The change is held up',
    done: 'The one from before is used. The program manager and oversight are told.',
  },
  problems: {
    missing: { message: 'Nothing was typed.', advice: 'Type what is to be used.' },
    mailInvalid: {
      message: 'This is no address that mail can be sent to.',
      advice: 'Write it like name@agency.example.',
    },
    numberInvalid: {
      message: 'This number cannot be dialled from everywhere.',
      advice: 'Write it with + and the country, such as +1 916 555 0142.',
    },
    same: { message: 'This is what is used already.', advice: 'Type another, or do nothing.' },
    taken: {
      message: 'This address is somebody’s in this contract already.',
      advice: 'Two people with one address could not sign in. Give another.',
    },
    frozen: {
      message: 'A change of yours is held up.',
      advice: 'The program manager and oversight decide about it first. Call one of them.',
    },
    tooOften: {
      message: 'Too many changes were asked for today.',
      advice: 'Ask again in 24 hours, or call the program manager.',
    },
    noAddress: {
      message: 'No address for mail is recorded of you, so nobody could be told of the change.',
      advice: 'Ask an administrator.',
    },
    codeWrong: {
      message: 'This is not the code.',
      advice: 'Take the newest one that you were sent or told, and type all eight digits.',
    },
    codesSpent: {
      message: 'Too many wrong codes: the change has ended, and nothing is different from before.',
      advice: 'Ask for the change again.',
    },
    codeOver: {
      message: 'The code no longer counts: 30 minutes are over.',
      advice: 'Ask for the change again; a new code is sent.',
    },
    notWaiting: {
      message: 'This change no longer waits for anything.',
      advice: 'Look at what has happened to it.',
    },
    notFrozen: { message: 'This change is not held up.', advice: 'Look at what has happened to it.' },
    tooLate: {
      message: 'This link held the change up for 72 hours, which are over.',
      advice: 'Call the program manager or oversight if the change is wrong.',
    },
    ownChange: {
      message: 'Nobody confirms or decides their own change.',
      advice: 'Ask somebody else who may.',
    },
    notByCall: {
      message: 'This change is confirmed by a code, and by nobody’s call.',
      advice: 'The person types the code that went to the new address or number.',
    },
    notTheirs: { message: 'This change is somebody else’s.', advice: 'Change your own details.' },
  },
  mails: {
    code: ({ contractTitle, name, field }) => ({
      subject: `Your code for the new ${field === 'email' ? 'address' : 'number'}`,
      lead: [
        `${name} asked to be reached by this address in ${contractTitle}. Type this code on the page where that was asked for; it counts for 30 minutes.`,
        'If this says nothing to you, do nothing: without the code nothing is changed. Nobody of Ladder ever asks you for it.',
      ],
      link: undefined,
    }),
    told: ({ contractTitle, name, field, oldValue, newValue }) => ({
      subject: `The ${FIELDS[field]} of ${name} is to be changed`,
      lead: [
        `Somebody signed in as ${name} asked in ${contractTitle} for another ${FIELDS[field]}: ${none(newValue)} in place of ${none(oldValue)}.`,
        'If that was you, you need do nothing. If not, hold it up: what was used before is used again at once, and the program manager and oversight are told. This works for 72 hours.',
      ],
      link: { label: 'Hold the change up', says: 'Opens a page with a button; only the button does it.' },
    }),
    callWanted: ({ contractTitle, name, newValue }) => ({
      subject: `Please ring the new number of ${name}`,
      lead: [
        `${name} asked to be reached by ${none(newValue)} in ${contractTitle}. It is used once somebody else has rung it and ${name} has answered.`,
        'The first of you to do so records it on the page.',
      ],
      link: { label: 'Open the change', says: 'You sign in, and record the call there.' },
    }),
    changed: ({ contractTitle, name, field, newValue }) => ({
      subject: `The new ${FIELDS[field]} is used`,
      lead: [
        `${name}, in ${contractTitle} your ${FIELDS[field]} is ${none(newValue)} from now on.${field === 'email' ? ' You sign in with it too.' : ''}`,
      ],
      link: undefined,
    }),
    frozen: ({ contractTitle, name, field, oldValue, newValue }) => ({
      subject: `Held up: another ${FIELDS[field]} for ${name}`,
      lead: [
        `In ${contractTitle} the ${FIELDS[field]} of ${name} was to be ${none(newValue)} in place of ${none(oldValue)}. Whoever reads the mailbox from before has held that up, so somebody else may have been signed in as ${name}.`,
        `${none(oldValue)} is used until the program manager and oversight both say what holds. Ask ${name} by a way that nobody has changed lately.`,
      ],
      link: { label: 'Open the change', says: 'You sign in, and decide there.' },
    }),
    kept: ({ contractTitle, name, field, oldValue }) => ({
      subject: `The ${FIELDS[field]} stays as it was`,
      lead: [
        `${name}, in ${contractTitle} the program manager and oversight have decided: your ${FIELDS[field]} stays ${none(oldValue)}.`,
      ],
      link: undefined,
    }),
  },
  texts: {
    code: ({ code }) =>
      `Ladder: ${code} is your code for this number. Type it on the page where you asked for it, within 30 minutes. Nobody ever asks you for it.`,
    told: ({ contractTitle, url }) =>
      `Ladder, ${contractTitle}: somebody signed in as you asked to replace this number. If that was not you, hold it up within 72 hours: ${url}`,
  },
  spokenCode: ({ contractTitle, code }) => [
    `This is Ladder, for ${contractTitle}.`,
    'Somebody asked to be reached by this number, and a code confirms it.',
    `The code is ${code}.`,
    'Type it on the page where it was asked for, within 30 minutes.',
    'If you asked for nothing, hang up. Without the code nothing is changed, and nobody ever asks you for it.',
  ],
  footer: ({ contractTitle }) => `Ladder, for ${contractTitle}`,
};
