import type { Party } from '../../plan/format/schema-values.ts';
import type { ExtrasWords } from '../portal/extras.ts';
import { capital, partyWords } from './case-parts.ts';

const MEBIBYTE = 1024 * 1024;

export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < MEBIBYTE) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / MEBIBYTE).toFixed(1)} MB`;
}

const people: ExtrasWords['people'] = {
  title: 'Who shares this case',
  about:
    'Only people of the customer can be named here. What is changed stands on the record, and those it concerns are told.',
  none: 'Nobody watches this case, and nobody stands in.',
  toPage: 'Change who shares this case',
  watchers: {
    heading: 'Watchers',
    about:
      'They see the case, are told of everything that happens, and can write notes. They can do nothing else.',
    none: 'Nobody watches this case.',
    label: 'Who is to watch',
    add: 'Let them watch',
    remove: 'Remove',
    full: ({ watchersMax }) =>
      `${watchersMax} people watch this case, and more cannot. Remove one to add another.`,
  },
  standIn: {
    heading: 'Stand-in',
    about:
      'Somebody who sees the case, is told of everything and acts for the customer as the person who reported it does: for holidays, or for the night.',
    none: 'Nobody stands in.',
    label: 'Who is to stand in',
    until: 'Until when',
    untilHint: 'Left empty, they stand in until it is taken back.',
    untilWords: 'until',
    name: 'Let them stand in',
    replace: 'Let them stand in instead',
    end: 'End this',
  },
  email: 'Their e-mail address',
  emailHint: 'The address by which Ladder knows them.',
  alone: 'The customer has nobody else in Ladder. Your manager can have colleagues added.',
  done: {
    added: 'They watch the case from now on, and have been told.',
    removed: 'They watch the case no longer, and have been told.',
    named: 'They stand in from now on, and have been told.',
    ended: 'Nobody stands in any more; they have been told.',
  },
  errors: {
    missing: 'Choose somebody.',
    stranger: ({ person }) =>
      `The customer has nobody “${person}”. Name one of its own people: nobody else may share this case.`,
    instant: ({ value }) => `“${value}” is no date and time. Give both, or leave both empty.`,
  },
};

const AUDIENCES: Readonly<Record<Party | 'all', string>> = {
  all: 'Everybody on the case',
  customer: 'The customer alone',
  contractor: 'The contractor alone',
  oversight: 'Oversight alone',
};

const files: ExtrasWords['files'] = {
  title: 'Files',
  none: {
    message: 'No files',
    advice: 'A photograph, a log or a report often says more than a sentence.',
  },
  toPage: 'All files, and add one',
  caption: 'Files of this case, the first attached first',
  erased: 'Erased',
  audiences: AUDIENCES,
  from: ({ name, party }) =>
    name === undefined ? capital(partyWords(party)) : `${name}, ${partyWords(party)}`,
  kinds: {
    png: 'PNG picture',
    jpeg: 'JPEG picture',
    gif: 'GIF picture',
    wav: 'recording',
    webp: 'WebP picture',
    pdf: 'PDF',
    docx: 'Word document',
    xlsx: 'Excel workbook',
    odt: 'OpenDocument text',
    ods: 'OpenDocument spreadsheet',
    eml: 'e-mail',
    text: 'text',
  },
  size: ({ bytes }) => sizeWords(bytes),
  heading: 'Add a file',
  label: 'File',
  hint: ({ mebibytesMax, filesMax }) =>
    `A picture (PNG, JPEG, GIF, WebP), a recording (WAV), a PDF, plain text or CSV, an e-mail (EML), or a document without macros (DOCX, XLSX, ODT, ODS). At most ${mebibytesMax} MB, and ${filesMax} files a case.`,
  audience: 'Who may read it',
  send: 'Add the file',
  full: ({ filesMax }) =>
    `The case has ${filesMax} files, and more are not kept. Put the rest where all can reach it, and write a note that says where.`,
  done: ({ name }) => `${name} is on the case, and those who may read it are told.`,
  missing: 'Choose a file.',
};

/** What stands around a case beside its page. */
export const extras: ExtrasWords = { people, files, cancel: 'Back to the case' };
