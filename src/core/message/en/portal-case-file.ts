import type { CaseFileWords } from '../portal/case-file.ts';
import { counted } from './dates.ts';

/** The file of a case, in English. */
export const caseFile: CaseFileWords = {
  offer: {
    title: 'The case file',
    about:
      'The whole case to keep, to audit or to claim by: its clocks with their reasons, everything that happened, what became of each message, and the digests.',
    pdf: 'Case file to print and file (PDF)',
    json: 'Case file for programs (JSON)',
  },
  stamp: {
    events: ({ first, last, events }) => `Events ${first} to ${last} of ${events}.`,
    part: ({ number, of }) => `Part ${number} of ${of}.`,
    next: 'The next part:',
    written: 'Written',
    address: 'The case is at',
  },
  foot: ({ title, number, of, digest }) =>
    `${title}, case file${of > 1 ? `, part ${number} of ${of}` : ''}, last digest ${digest}`,
  facts: {
    standing: 'Where it stands',
    closed: 'Closed',
    digest: 'Last digest of this part',
    acknowledged: 'First acknowledged',
    responded: 'First answered',
    satisfied: 'Customer satisfied',
    pauses: 'Pauses',
    pausesNone: 'None',
    taken: ({ plain, open }) =>
      open === undefined
        ? `${plain} after the case began to count`
        : `${plain} after the case began to count, of which ${open} in the plan’s open hours`,
    notYet: 'Not so far',
    revision: ({ number, digest }) => `Revision ${number}, digest ${digest}`,
    pause: ({ reason, from, until }) =>
      until === undefined ? `${reason}: since ${from}` : `${reason}: from ${from} to ${until}`,
    pauseUpheld: 'It was contested with success and does not count.',
  },
  levels: {
    title: 'Levels reached',
    columns: { level: 'Level', since: 'Contacted', who: 'Who was to be reached' },
    none: 'No level has been contacted.',
  },
  clocks: {
    title: 'Clocks and promises',
    about:
      'Each time a clock began: from when it counted, when it was due, why then, and how it ended. Deadlines are the contract’s; how late a machine noticed one moves none.',
    none: 'No clock began in this part.',
    from: 'Counted from',
    due: 'Due',
    why: 'Why then',
    became: 'How it ended',
    runs: 'It runs.',
    how: {
      fell: ({ number, event }) => `It fell due, event ${number}: ${event}`,
      kept: ({ number, event }) => `It was kept, event ${number}: ${event}`,
      void: ({ number, event }) => `It ended without object, event ${number}: ${event}`,
      stopped: ({ number, event }) => `It was stopped before it fell due, by event ${number}: ${event}`,
      moved: ({ number, event }) => `It was counted anew after event ${number}: ${event}`,
    },
  },
  events: {
    title: 'Everything that happened',
    about:
      'In the order of the record, which nobody can change. Under each time stands the same instant in UTC, as it is recorded.',
    caption: 'Events of the case',
    columns: { number: 'No.', when: 'When', what: 'What happened' },
    withheld:
      'This is for others of the contract. It stands in the record, and its digest binds it to what is shown here.',
    counted: ({ at }) => `Taken into the record ${at}.`,
    file: 'Digest of the file',
    digest: 'Digest',
    carried: ({ name, event, attempts, reason }) =>
      `${name === undefined ? 'About' : `To ${name}, about`} event ${event}, ${counted(attempts, 'attempt')}${
        reason === undefined ? '' : `; the carrier said: ${reason}`
      }.`,
  },
  record: {
    title: 'The record behind this',
    about:
      'Each digest above is SHA-256 over the digest before it, the number of the event and what it says. Who has the JSON of this file and the checkpoints can count them again.',
    checkpointDigest: 'Digest of that checkpoint',
  },
};
