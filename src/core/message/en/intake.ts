import type { IntakeWords } from '../intake.ts';

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** Demands that are no place in the plan. */
const DEMANDS: Readonly<Record<string, string>> = {
  levels: 'as many levels',
  milestones: 'milestones',
  roles: 'roles and responsibilities',
  deliverables: 'deliverables',
  commitmentDates: 'commitment dates',
  expedited: 'a faster way',
  'promises.longestAtLevel': 'a promise of the longest time at a level',
  'promises.updateEvery': 'a promise of how often the customer hears something',
};

export const intake: IntakeWords = {
  problems: {
    'document-empty': () => ({
      message: 'The file holds no text.',
      advice: 'Choose the file that holds the plan.',
    }),
    'document-too-large': ({ mebibytes }) => ({
      message: `The file is larger than ${mebibytes} MiB.`,
      advice: 'Leave out pictures and appendices that do not belong to the plan.',
    }),
    'document-too-long': ({ pages, pagesMax }) => ({
      message: `The document has ${pages} pages; at most ${pagesMax} are read.`,
      advice: 'Choose the pages that hold the plan and save them as a document of their own.',
    }),
    'document-encrypted': () => ({
      message: 'The document is locked with a password.',
      advice: 'Open it, save it without a password, and try again.',
    }),
    'document-damaged': () => ({
      message: 'The file is damaged: it begins as a document and cannot be read as one.',
      advice: 'Open it in the program it comes from, save it anew, and try again.',
    }),
    'document-kind-unknown': () => ({
      message: 'The file is none of the kinds that are read.',
      advice: 'Save it as PDF, Word (.docx), HTML, Markdown or plain text.',
    }),
    'document-word-old': () => ({
      message: 'The file is of an old kind of Office.',
      advice: 'Open it in Word and save it as .docx or PDF.',
    }),
    'document-without-text': () => ({
      message: 'The document has no text in it; its pages may be pictures.',
      advice: 'Have the text recognised first, or save it anew from the program it was written in.',
    }),
    'document-too-dear': () => ({
      message: 'Reading the file would take more time or memory than a plan needs.',
      advice: 'Save the pages that hold the plan as a document of their own.',
    }),
  },
  findings: {
    'import-negation-missing': () => ({
      message: 'A "not" seems to be missing: the sentence sends whoever knows the contact to somebody else.',
      advice: 'The draft is written as if it said "does not know". Check that this is meant.',
    }),
    'import-number-differs': ({ numbers, contact }) => ({
      message: `${contact} has different numbers in different places: ${numbers.join(' and ')}.`,
      advice: 'Find out which one answers, and settle the question in the draft.',
    }),
    'import-name-unknown': ({ name, level }) => ({
      message: `${name} is named at level ${level}, and the hierarchy has somebody else there or does not know the name.`,
      advice: 'Find out who stands at this level today, and settle the question in the draft.',
    }),
    'import-stop-unlisted': ({ stop }) => ({
      message: `The first step goes to "${stop}", and the hierarchy does not have it.`,
      advice: 'The draft makes it level 1, looked up for each customer. Check what level 1 is meant to be.',
    }),
    'import-demand-missing': ({ demand }) => ({
      message: `The clause demands ${DEMANDS[demand] ?? `a value for ${demand}`}, and the document does not have it.`,
      advice: 'Agree it and write it into the draft.',
    }),
    'import-order-assumed': () => ({
      message: 'The document lists contacts and gives none of them a level.',
      advice: 'The draft takes their order for their levels. Check it.',
    }),
    'import-page-unread': ({ page }) => ({
      message: `Page ${page} has no text; it may be a picture.`,
      advice: 'Read it yourself, and write into the draft what stands there.',
    }),
    'import-tracks-missing': () => ({
      message: 'No step was found that says who is reached after how long.',
      advice: 'Write the tracks into the draft.',
    }),
    'import-contacts-missing': () => ({
      message: 'Nobody was found to be reached.',
      advice: 'Write the contacts and levels into the draft.',
    }),
    'import-step-unconditioned': ({ level }) => ({
      message: `The step to level ${level} does not say after how long or for what reason it may be made.`,
      advice: 'Agree its condition and write it into the draft.',
    }),
  },
  contents: { pdf: 'PDF', docx: 'Word', html: 'HTML', markdown: 'Markdown', text: 'plain text' },
  place: ({ page, line }) => (page === undefined ? `line ${line}` : `page ${page}, line ${line}`),
  summary: ({ content, pages, facts, questions, findings, unplaced }) =>
    `Read as ${content}${pages > 1 ? `, ${pages} pages` : ''}: ${count(facts, 'fact', 'facts')}, ` +
    `${count(questions, 'open question', 'open questions')}, ${count(findings, 'finding', 'findings')}, ` +
    `${count(unplaced, 'sentence', 'sentences')} without a place.`,
  titles: {
    questions: 'Open questions',
    findings: 'Findings',
    unplaced: 'Without a place in the draft',
    facts: 'Facts',
    draft: 'The draft',
  },
  about: {
    questions:
      'The document leaves these open or says them twice. The draft carries the first reading; until the parties have settled a question, it stops publication.',
    findings: 'What a reader of the document would stumble over.',
    unplaced:
      'Sentences that were not understood, or not in every part. What belongs to the plan has to be written into it.',
    facts: 'Each value of the draft that was read, with the words it was read from.',
    draft: 'A plan in the format of Ladder. What the document does not say is null.',
  },
  draftHead: ({ file }) => `A draft made from ${file}. Beside a value stands where it was read.`,
  carries: ({ value }) => `The draft carries ${value}.`,
  next: ({ file }) => `Type "ladder check ${file}" to see what else the plan needs.`,
  written: ({ file }) => `The draft is in ${file}.`,
  page: {
    title: 'Make a draft from a document',
    about:
      'Choose the document in which the escalation process stands today. It is read here, on this server, and is not kept; the draft is, when you say so.',
    label: 'Document',
    hint: ({ mebibytes }) => `PDF, Word (.docx), HTML, Markdown or plain text, at most ${mebibytes} MiB.`,
    button: 'Read the document',
    takes: ({ pages }) =>
      `A few pages take a second, ${pages} of them up to half a minute. What takes longer says how far it is.`,
    reading: {
      title: 'Your document is being read',
      about: 'This page shows the draft as soon as it is made. You need do nothing.',
      pages: 'Pages read',
      together: 'All pages are read. What they say is being put together.',
      again: 'See how far it is',
    },
    gone: 'What was read is not here any more: it is kept for ten minutes. Choose the document again.',
    missing: 'Choose a document.',
    busy: 'Other documents are being read. Try again in a minute.',
    again: 'Read another document',
    keep: 'Keep as draft',
    download: 'Download the draft',
    columns: {
      path: 'Place in the draft',
      value: 'Value',
      quote: 'Words',
      place: 'Where',
      reading: 'Readings',
    },
    none: {
      questions: 'Nothing is left open.',
      findings: 'Nothing.',
      unplaced: 'Everything found its place.',
    },
    more: ({ count: n }) => `And ${n} more.`,
  },
};
