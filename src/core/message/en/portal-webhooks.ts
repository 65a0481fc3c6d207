import type { WebhookWords } from '../portal/webhooks.ts';
import { counted, formatLocal } from './dates.ts';

export const webhooks: WebhookWords = {
  title: 'Webhooks',
  about:
    'A program hears of what happens in this contract by signed requests to an address of its own. Requests name people by their ids alone, and carry nothing that anybody typed.',
  demonstration: 'In a demonstration nothing leaves: what would be sent stands in the outbox.',
  empty: 'No program is told.',
  columns: {
    url: 'Address',
    types: 'Told of',
    state: 'State',
    made: 'Made',
    type: 'Type',
    about: 'About',
    queued: 'Queued',
    attempts: 'Attempts',
    next: 'Next attempt',
  },
  allTypes: 'Everything',
  on: 'Told',
  off: { person: 'Off', gone: 'Off: answered 410', failing: 'Off: not reached for days' },
  offSince: ({ at, timeZone }) => `Nothing is sent since ${formatLocal(at, timeZone, { year: true })}.`,
  add: {
    title: 'Have a program told',
    about: 'Its secret is shown once, on the next page.',
    button: 'Make the webhook',
    url: 'Address of the program',
    urlHint: 'It begins with https://, and takes POST requests with JSON.',
    types: 'What it is told of',
    typesHint: 'Choose none, and it is told of everything, of what later versions add as well.',
  },
  secret: {
    made: 'The webhook is made',
    renewed: 'The webhook has a new secret',
    about: 'Copy its secret now: it is not shown again. The program knows our requests by it.',
    overlap: ({ hours }) =>
      `For ${hours} hours requests are signed with the secret before as well, so that no program misses any while you change it.`,
  },
  rotate: {
    title: 'New secret',
    about: 'For a day requests are signed with both, so that the program can be changed meanwhile.',
    button: 'Make a new secret',
    sure: 'Make a new secret?',
    notYet: ({ at, timeZone }) =>
      `A further secret can be made from ${formatLocal(at, timeZone, { year: true })} on: until then the program may still know requests by the secret before. Where a secret is known to somebody else, turn this webhook off and make another.`,
  },
  overlapUntil: ({ at, timeZone }) =>
    `Until ${formatLocal(at, timeZone, { year: true })} requests are signed with the secret before as well.`,
  turnOff: {
    title: 'Tell it no more',
    about: 'What waits is kept, and sent when it is told again.',
    button: 'Turn off',
  },
  turnOn: {
    title: 'Tell it again',
    about:
      'What waits is sent at once. What happened while it was off is sent only where you ask for it below.',
    button: 'Turn on',
  },
  since: {
    title: 'Send again',
    about:
      'Whatever happened since then is sent once more, under the same ids, so that the program can drop what it has.',
    button: 'Send it again',
    label: 'Since',
  },
  repeated: ({ count }) =>
    `${counted(count, 'delivery').replace('deliverys', 'deliveries')} queued to be sent again.`,
  done: 'Saved.',
  deliveries: { title: 'Deliveries', empty: 'Nothing was sent yet.', repeat: 'Send again' },
  states: { waiting: 'Waiting', delivered: 'Delivered', failed: 'Failed' },
  ofCase: ({ caseId, number }) => `Case ${caseId}, event ${number}`,
  ofPlan: 'The plan',
  problems: {
    url: {
      message: 'That is no address that requests can be sent to.',
      advice:
        'Type one that begins with https://, without a name, a password or a # in it. Only to hosts that the operator allows may it begin with http://.',
    },
    typeUnknown: { message: 'One of the types is not in the catalogue.', advice: 'Choose from the list.' },
    tooMany: { message: 'This contract has 10 webhooks, which is the most.', advice: 'Use one of them.' },
    tooManyOwn: {
      message: 'You have three already, or the readers of this plan have as many as there may be.',
      advice: 'End one that you do not need any more.',
    },
    same: { message: 'That address is told already.', advice: 'Turn that webhook off first, or use it.' },
    since: {
      message: 'That is no time within the last 30 days.',
      advice: 'Choose a date and a time that have passed, 30 days ago at most.',
    },
  },
  own: {
    title: 'Your programs told of this plan',
    about:
      'A program of yours hears by a signed request when another revision of this plan is in force, or when somebody else fills a seat. Only you see these; three are yours at most, and they end when you have no role in the contract any more.',
    offer: 'Have a program of yours told instead',
    addAbout:
      'It is told when another revision is in force and when a seat is filled: by ids alone, nothing of any case. Its secret is shown once, on the next page.',
    end: {
      title: 'End it',
      about: 'The address is forgotten, with what was sent to it and what waits.',
      button: 'End it',
      sure: 'Tell this program no more?',
    },
  },
  outbox: {
    title: 'Requests to programs',
    about: 'What webhooks would be told, newest first. In a demonstration it goes nowhere.',
    body: 'What it says',
  },
  mail: {
    says: ({ contractTitle, host, off, reason }) => ({
      subject: `A program is told no more: ${host}`,
      lead: [
        off === 'gone'
          ? `The program at ${host}, which was told what happens in ${contractTitle}, answered that it is gone for good (410). Nothing more is sent to it.`
          : `The program at ${host}, which was told what happens in ${contractTitle}, has not been reached for more than two days; the last attempt came to ${reason}. Nothing more is sent to it.`,
      ],
    }),
    what: 'Once it can be reached, turn it on again: what waits is sent then, and what happened meanwhile can be sent again.',
    link: { label: 'Open the webhook', says: 'After you have signed in.' },
    footer: ({ contractTitle }) => `Ladder, for ${contractTitle}`,
  },
};
