import { asInstant } from '../../instant.ts';
import type { PagesWords } from '../pages.ts';
import { partyWords } from './case-parts.ts';
import { counted, formatLocal } from './dates.ts';
import { pageRefusals } from './pages-refusals.ts';

const MINUTE_MS = 60_000;

/** What has happened, to the minute that has begun: nobody reads milliseconds. */
const instant: PagesWords['instant'] = (at, timeZone) =>
  formatLocal(asInstant(Math.floor(at / MINUTE_MS) * MINUTE_MS), timeZone, { year: true, zone: true });

const link: PagesWords['link'] = {
  behalf: ({ name, party, customerName }) =>
    party === 'customer'
      ? `You act as ${name}, on behalf of ${customerName}.`
      : `You act as ${name}, on behalf of ${partyWords(party)}.`,
  onlyThen: 'Nothing is done until you press the button.',
  textLabel: {
    respond: 'Your response',
    notSatisfied: 'What is still wrong (you may leave it out)',
    satisfied: 'Anything you want to add (you may leave it out)',
  },
  textMissing: 'Write your response first: a response without words is none.',
  yourMail: 'The mail that came in your name',
  stands: 'Where the case stands now',
  doneTitle: 'Done',
  done: {
    acknowledge: 'You have the case. That is an acknowledgement and no response.',
    respond: 'Your response is on the case, and the customer is told.',
    satisfied:
      'The case is closed. You get a mail with a link that takes this back, which works for 24 hours.',
    notSatisfied: 'Every level contacted is asked again.',
    escalate: 'The case has moved up, and the level is told.',
    undoSatisfied: 'The case goes on as if it had never been said.',
    confirm: 'The mail counts as yours, from when it was received.',
  },
  notDone: 'Not done',
  dead: {
    used: { message: 'This link has been used.', advice: 'It did what it was for, once.' },
    passed: {
      message: 'The case has gone on since this link was sent.',
      advice: 'So that you do not answer something else than you read, the link no longer works.',
    },
    expired: {
      message: 'This link is over: it worked for 72 hours.',
      advice: 'Nothing was done.',
    },
    unseen: {
      message: 'This link no longer works.',
      advice: 'Nothing was done. If you still work on the case, ask whoever gave you your role.',
    },
  },
  freshOffer:
    'You can have what you were told last sent again, as the case stands now, with links that work.',
  freshButton: 'Send me a fresh message',
  fresh: {
    sent: {
      message: 'A fresh message is on its way.',
      advice: 'It goes to the address that we have of you, and to no other.',
    },
    tooMany: {
      message: 'You have been sent several fresh messages in the last hour.',
      advice: 'Look for them in your mail, also among what it takes for spam, or try again later.',
    },
    nothing: {
      message: 'There is nothing to send.',
      advice: 'Call the level that you are dealing with, as the plan says.',
    },
  },
};

const outbox: PagesWords['outbox'] = {
  title: 'Outbox',
  about: 'Every mail, text and call as its reader gets it, the newest first.',
  linksHidden: 'Links that act for somebody are hidden here.',
  hiddenLink: '[link hidden]',
  empty: 'No mail.',
  older: 'Older',
  back: 'All mail',
  filter: { legend: 'Show only', case: 'Case', person: 'Reader', button: 'Show' },
  columns: { at: 'Written', to: 'To', subject: 'Subject', state: 'State', case: 'Case' },
  states: {
    queued: 'waits',
    handedOver: 'handed over',
    delivered: 'delivered',
    failed: 'failed',
    overtaken: 'not sent: no longer needed',
  },
  erased: 'This mail has been erased.',
  asText: 'As text',
  asHtml: 'As its reader sees it',
  reply: {
    title: 'Answer as its reader',
    about:
      'This sends a real mail, signed for the reader’s domain, to Ladder’s own mail server, which checks it as it checks every mail. Write “satisfied”, “not satisfied” or “escalate” alone on the first line, or anything else.',
    label: 'Your answer',
    button: 'Send the mail',
    sent: 'The mail was taken.',
  },
};

const clock: PagesWords['clock'] = {
  title: 'Clock',
  about:
    'The clock of a demonstration can be moved forward. It stops wherever something is due until that is done, so nothing gets late by it; and it never goes back.',
  now: ({ at, timeZone }) => `It is ${instant(at, timeZone)}.`,
  label: 'Move forward by',
  hint: 'For example “4 hours”, “90 minutes”, “2 days”.',
  button: 'Move the clock',
  moved: ({ now, timeZone, stops }) =>
    `It is ${instant(now, timeZone)} now; ${counted(stops, 'stop')} on the way.`,
  underWay: ({ now, target, timeZone }) =>
    `It is ${instant(now, timeZone)}, on the way to ${instant(target, timeZone)}: much falls due in between.`,
  goOn: 'Go on',
  spanTyped: (typed) => typed,
};

const ownFault: PagesWords['ownFault'] = {
  title: 'Ladder has failed on this',
  about: ({ requestId }) =>
    `The fault is Ladder's own, and not in what you did. Those who operate it see it as number ${requestId}.`,
  undone: 'Nothing of what you sent was done, and nothing that was there before is lost.',
  uncertain: 'It is not certain whether what you sent was done. Look before you send it again.',
  kept: 'What you typed stands at the end of this page. Keep the page open, and send it again a little later.',
  back: 'Go back in your browser to what you typed.',
};

const keptForm: PagesWords['keptForm'] = {
  title: 'You were signed out: nothing is lost',
  about:
    'What you sent was not done, for your session had ended. Sign in beside this page, in a tab of its own; then come ' +
    'back here and send it again.',
  staleTitle: 'Prove once more who you are: nothing is lost',
  staleAbout:
    'What you sent cannot be undone easily, so it wants a proof that is younger than a quarter of an hour. It was not ' +
    'done. Sign in beside this page, in a tab of its own; then come back here and send it again.',
  signIn: 'Sign in (opens a new tab)',
  typed: 'What you typed',
  again: 'Send it again',
  often:
    'What you sent was not done, and nothing of it is lost. Keep this page open, and send it again then.',
  secrets: 'What is secret does not stand here: you will be asked for it once more.',
  file: 'Choose the file again',
  fileHint: ({ name }) =>
    `What you sent had the file ${name} with it. A page cannot keep a file: it is not sent along unless you choose it here.`,
  withoutFile: 'Send it without the file',
};

export const pages: PagesWords = {
  site: 'Ladder',
  demonstration: 'Demonstration: nothing here is real, and anybody on this machine may use it.',
  navigation: 'Pages',
  places: {
    overview: 'Overview',
    compliance: 'Compliance',
    currency: 'Currency',
    people: 'People',
    record: 'Record',
    admin: 'Administration',
    installation: 'Installation',
    webhooks: 'Webhooks',
    chats: 'Chat channels',
    queue: 'My queue',
    mail: 'Mail',
    work: 'Work list',
    cases: 'Cases',
    promises: 'Promises',
    contacts: 'Contacts',
    customers: 'Customers',
    rota: 'On duty',
    readiness: 'Readiness',
    drills: 'Drills',
    start: 'Open a case',
    plan: 'Plan',
    import: 'Import',
    obligations: 'Obligations',
    drafts: 'Drafts',
    outbox: 'Outbox',
    clock: 'Clock',
    problems: 'Problems',
    api: 'API',
  },
  placeGroups: {
    contract: 'Contract',
    cases: 'Cases',
    directory: 'Directory',
    plan: 'Plan',
    installation: 'Installation',
  },
  instant,
  refusals: pageRefusals,
  link,
  outbox,
  clock,
  problems: {
    title: 'Problems',
    about:
      'What has gone wrong in this installation and needs somebody who keeps it: what nobody has acted on, what Ladder fails on, and what did not get through. Each list says what to do. The first five concern people who wait: begin there.',
    none: 'None.',
    setAside: 'Cases set aside',
    setAsideAbout:
      'A fault in Ladder keeps it from deciding these cases. Their clocks are not acted on, and their people have been told. They are tried again each time a node starts.',
    late: 'Late by more than a minute',
    lateAbout:
      'Deadlines of cases, obligations and confirmations that have passed and that nobody has acted on.',
    isSetAside: 'Set aside',
    isWaiting: 'Is being tried',
    isSeen: 'Seen',
    isNotSeen: 'Not seen yet',
    withheld: 'The heartbeat is withheld',
    withheldAbout:
      'Something here is late or cannot be written, and nobody who keeps this installation has said that they have seen it. Whoever listens for the heartbeat hears nothing for that time, and calls somebody. Read the lists first. Then it goes on, until something else is late.',
    haveSeen: 'I have seen all of this',
    failedDeadlines: 'Obligations and confirmations that cannot be decided',
    failedDeadlinesAbout:
      'One of their deadlines has passed, and a fault in Ladder keeps it from deciding what follows. It is tried again after a minute, then less and less often up to once an hour, and each time a node starts. Nobody is reminded of it meanwhile: tell whoever has to act.',
    tryDeadlines: 'Try these deadlines again now',
    failedLetters: 'Letters that cannot be written',
    failedLettersAbout:
      'Somebody is to be told of something, and a fault in Ladder keeps it from writing the letter. It is tried again after a minute, then less and less often up to once an hour, and each time a node starts. Whoever is concerned does not know of it yet: call them.',
    tryLetters: 'Try these letters again now',
    left: 'Mails left in the mailbox',
    leftAbout:
      'They are flagged in the mailbox, and nobody but you will read them: look whether one is meant for a case, and call whoever wrote it. Take the flag off in a mail program to have one tried again; one that you move or delete there goes from this list.',
    leftWhy: {
      notAddressed: 'None of its addresses is one at which Ladder takes mail.',
      tooLarge: 'It is larger than 16 MiB.',
      unreadable: 'It cannot be read.',
      tooOld: 'It had been in the mailbox for more than 14 days.',
      putOff: 'It could not be taken just then.',
      ownFault: 'A fault in Ladder keeps it from being taken; the log has it.',
    },
    met: 'Faults that somebody met',
    metAbout:
      'Somebody asked for something, and Ladder failed on it. Whoever asked was told what became of it and whom to call. This is what this node has met since it started; other nodes list their own, and the log has all of them.',
    failed: 'Messages that did not arrive',
    failedAbout:
      'Mails, texts and calls that were refused for good, or tried until there was no use in it. Each is on its case, and where whoever it was for has another means, that was tried. Have a wrong address or number put right; where many failed within a short time, look at the carriers. That nobody picked up stands on the case alone.',
    refused: 'Commands that were refused',
    refusedAbout:
      'Somebody asked something of a case that its rules do not allow, and was told so. Nothing has to be done about it. Many of one kind may mean that a program, or a page of somebody’s, is wrong.',
    columns: {
      about: 'About',
      due: 'Due',
      stands: 'Stands',
      seen: 'Seen by operators',
      times: 'Tried',
      next: 'Next try',
      case: 'Case',
      since: 'Since',
      version: 'Last tried by the start of',
      error: 'Error',
      at: 'When',
      command: 'Command',
      by: 'By',
      code: 'Why',
      person: 'To',
      reason: 'Why',
      asked: 'Asked for',
      number: 'Number given',
      last: 'Last',
      mailbox: 'Mailbox',
      received: 'Received',
    },
  },
  keptForm,
  ownFault,
};
