import type { LeftWhy } from '../left-files.ts';
import type { MailWords } from '../mail.ts';

const WHY: Readonly<Record<LeftWhy, string>> = {
  'file-empty': 'it is empty',
  'file-too-big': 'it is larger than 10 MB',
  'file-kind-unknown':
    'it is of no kind that is kept: a picture (PNG, JPEG, GIF, WebP), a recording (WAV), a PDF, plain text or CSV, an e-mail (EML), or a document without macros (DOCX, XLSX, ODT, ODS)',
  'case-files-too-many': 'the case has as many files as it can have, or the mail had more than 20',
  'within-text': 'it is a picture within the text of the mail; attach it to have it on the case',
  'no-room': 'there was no room for the files of mails that wait',
  'not-allowed': 'whoever sent it may not attach files to this case',
  'not-fetched': 'the telephone carrier did not hand it out within a day',
};

/** Files of mails that are not kept. */
export const leftFiles: MailWords['leftFiles'] = {
  note: 'Files of a mail that are not kept on the case:',
  line: ({ name, why }) => `“${name}”: ${WHY[why]}.`,
};
