import type { HeldCame, HeldMailWords } from '../portal/held-mails.ts';
import { listed } from './dates.ts';
import { sizeWords } from './portal-extras.ts';

const CAME: Readonly<Record<HeldCame, string>> = { mail: 'A mail', call: 'A call', text: 'A text' };

export const heldMails: HeldMailWords = {
  title: 'Mail and telephone',
  about:
    'Of these mails, calls and texts no case has come: they came to open one, or for whoever is on duty. Each waits until somebody opens the case for whoever it is from, or puts it aside. Clocks count from when it came in.',
  noMail:
    'This installation takes no mail, so nothing comes in here. Whoever runs it can change that (LADDER_MAIL_PORT or IMAP_URL).',
  empty: {
    title: 'Nothing waits',
    about: 'What opens its case by itself is not listed: its case is.',
  },
  waiting: ({ count }) => `${count === 1 ? 'One waits' : `${count} wait`}.`,
  noSubject: 'No subject',
  noText: 'Nothing was written in it.',
  noSender: 'Nobody that can be told',
  erased: 'What was written was erased.',
  files: {
    title: 'Files',
    about: 'They are on the case when you open it, and go when you put this aside.',
    line: ({ name, bytes }) => `${name} (${sizeWords(bytes)})`,
  },
  facts: {
    received: 'Received',
    from: 'From',
    proof: 'Proof',
    likely: 'Who it may be',
    track: 'Track',
    why: 'Why it is held',
    text: 'What was written',
    state: 'What came of it',
  },
  rung: {
    title: 'Whom Ladder rang for the caller',
    about: 'These calls come onto the case when you open it.',
  },
  proved: 'The sender’s domain vouches for it',
  unproved: 'Nothing proves that it is from there: ask its writer before you act',
  likely: ({ name, customers }) => (customers.length === 0 ? name : `${name}, ${listed(customers)}`),
  nobody: 'Nobody on file has this address or number',
  noTrack: 'It names none',
  why: {
    unproved: 'Nothing proves that it is from this address.',
    unknown: 'Nobody on file has this address.',
    severalPeople: 'Several people on file have this address.',
    notCustomer: 'Its writer is no customer of this contract.',
    severalCustomers: 'Its writer belongs to several customers, and it does not say for which one.',
    noTrack: 'It was sent to an address that names no track.',
    refused: 'It came in a customer’s name, but the case could not be opened.',
    byTelephone:
      'It came by telephone, and neither its number nor a customer code says for whom it is: call back.',
    tooMany:
      'It came by telephone, and ten cases had been opened within an hour by its number, or for its customer by numbers that were withheld.',
    noSpeaker:
      'It came by telephone with a customer’s code, and it is not known which of that customer’s people it is from: call back.',
    connected:
      'Whoever rang asked for those on duty, and no case came of it. If it was about one, open it: the calls come onto it.',
    message:
      'It is a message for those on duty, who did not pick up: call back. A recording is among the files.',
  },
  one: {
    title: ({ subject }) => `Waits: ${subject}`,
    held: 'It waits for the desk',
    opened: ({ caseId, name }) => `${name} opened case ${caseId} for it`,
    putAside: ({ name, text }) => `${name} put it aside: ${text}`,
    toCase: ({ caseId }) => `Go to case ${caseId}`,
    settled: {
      message: 'Nothing was done: this does not wait any more.',
      advice: 'Below stands what came of it.',
    },
  },
  open: {
    title: 'Open the case',
    about:
      'You open it for the customer, who is told at once. It says what stands here, and counts from when it came in.',
    choose: 'Choose the customer',
    other: 'Choose another customer',
    customer: ({ customerName }) => `For ${customerName}`,
    button: 'Open the case',
  },
  aside: {
    title: 'Put it aside',
    about: 'For what is no customer’s trouble. Nobody is told; your name and your reason stay with it.',
    reason: 'Why no case is opened',
    reasonHint: 'For your colleagues, who may find this again.',
    button: 'Put it aside',
    reasonMissing: 'Say why no case is opened.',
    reasonTooLong: ({ max }) => `Say it in at most ${max} characters.`,
    done: 'It is put aside',
  },
  byMail: {
    title: 'Or by mail',
    about:
      'Write from the address that is on file for you. The case is opened when your mail comes in, if your mail system signs what it sends; if not, the desk reads it first.',
  },
  mail: {
    writer: {
      subject: ({ contractTitle }) =>
        `${contractTitle}: a mail of yours is with the desk, and no case is open yet`,
      lead: ({ subject, isProved }) =>
        `${isProved ? 'Your mail' : 'A mail in your name'} “${subject}” has come in to open a case, and it is with the desk.`,
      notOpened: 'No case is open yet. The desk reads the mail and opens one, or asks you.',
      urgent: 'If it is yours and urgent, do not wait.',
      call: ({ name, number }) => `Call ${name}: ${number}.`,
      link: { label: 'Open a case', says: 'You sign in and say what happened; the clocks run at once.' },
      footer: ({ contractTitle }) =>
        `You get this mail because one came from your address to open a case under ${contractTitle}. It cannot be answered.`,
    },
    desk: {
      subject: ({ contractTitle }) => `${contractTitle}: somebody waits for the desk to open a case`,
      lead: ({ from, subject, came }) => `${CAME[came]} from ${from} wants a case opened: “${subject}”.`,
      what: 'Read it, and open the case for whoever it is from, or put it aside. No clock runs until then.',
      link: { label: 'See what waits', says: 'Shows what came in, and opens the case.' },
      footer: ({ contractTitle }) =>
        `You get this mail because you are at the desk of ${contractTitle}. In any hour you are told of five such mails; the page has all of them. It cannot be answered.`,
    },
  },
};
