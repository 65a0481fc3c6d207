import type { RecordPageWords } from '../portal/record.ts';
import { counted } from './dates.ts';

export const recordPage: RecordPageWords = {
  title: 'Record',
  about:
    'Everything that happens to a case is an event that nobody can change. Each is bound to the one before it by a digest, and every hour a signature is set over all of them.',
  checkpoint: {
    title: 'Last checkpoint',
    none: 'No checkpoint has been signed yet. The first one is made within the hour.',
    said: ({ number, at, cases, events }) =>
      `Checkpoint ${number} of ${at} covers ${counted(cases, 'case')} with ${counted(events, 'event')}, of all contracts together.`,
    digest: 'Its digest',
  },
  whole: {
    title: 'Verify the whole record',
    about:
      'Every event of every case is read and held against the checkpoints. With many cases that takes a while.',
    button: 'Verify it now',
    progress: 'Verifying',
    again: 'Look again',
    failed: 'The verification did not come to an end: something in the installation failed. Try again.',
    of: (at) => `Verified from ${at} on, as the record stood then.`,
    elsewhere:
      'Something in this installation’s record does not hold, outside this contract. Tell whoever keeps the installation.',
  },
  one: {
    title: 'Look at one case',
    label: 'Case number',
    hint: 'Such as 100001.',
    button: 'Show its record',
    missing: (caseId) => `There is no case “${caseId}” here. Check the number.`,
    heading: (caseId) => `Record of case ${caseId}`,
    open: 'The case itself',
    download: 'Its events as JSON',
    chain: 'Events and their digests',
    chainAbout: 'Each digest is made over the one before it, the event’s number and what it says.',
    columns: { number: 'No.', at: 'When', type: 'Event', text: 'What was typed', digest: 'Digest' },
    texts: { kept: 'kept', erased: 'erased', none: '–' },
    listed: ({ number, at }) => `Checkpoint ${number} of ${at} is the last that covers it.`,
    unlisted: 'No checkpoint covers it yet.',
  },
  holds: 'The record holds',
  holdsOf: ({ cases, events, texts, erased }) =>
    `Looked at: ${counted(cases, 'case')}, ${counted(events, 'event')}, ${counted(texts, 'text')}. Erased, as the record allows: ${counted(erased, 'text')}.`,
  broken: 'The record does not hold',
};
