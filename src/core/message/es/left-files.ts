import type { LeftWhy } from '../left-files.ts';
import type { MailWords } from '../mail.ts';

const WHY: Readonly<Record<LeftWhy, string>> = {
  'file-empty': 'está vacío',
  'file-too-big': 'ocupa más de 10 MB',
  'file-kind-unknown':
    'no es de ningún tipo que se guarde: una imagen (PNG, JPEG, GIF, WebP), una grabación (WAV), un PDF, texto simple o CSV, un correo (EML), o un documento sin macros (DOCX, XLSX, ODT, ODS)',
  'case-files-too-many': 'el caso ya tiene todos los archivos que puede tener, o el correo traía más de 20',
  'within-text': 'es una imagen dentro del texto del correo; adjúntela para que esté en el caso',
  'no-room': 'no había lugar para los archivos de los correos que esperan',
  'not-allowed': 'quien lo envió no puede adjuntar archivos a este caso',
  'not-fetched': 'el operador de telefonía no la entregó en un día',
};

/** Files of mails that are not kept. */
export const leftFiles: MailWords['leftFiles'] = {
  note: 'Archivos de un correo que no se guardan en el caso:',
  line: ({ name, why }) => `«${name}»: ${WHY[why]}.`,
};
