import type { Party } from '../../plan/format/schema-values.ts';
import type { ExtrasWords } from '../portal/extras.ts';
import { capital, partyName, partyWords } from './case-parts.ts';

const MEBIBYTE = 1024 * 1024;

export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < MEBIBYTE) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / MEBIBYTE).toFixed(1)} MB`;
}

const people: ExtrasWords['people'] = {
  title: 'Con quién se comparte este caso',
  about:
    'Aquí solo se puede nombrar a personas del cliente. Lo que se cambia queda en el registro, y se avisa a quienes concierne.',
  none: 'Nadie sigue este caso, y nadie es suplente.',
  toPage: 'Cambiar con quién se comparte',
  watchers: {
    heading: 'Quienes siguen el caso',
    about:
      'Ven el caso, se les avisa de todo lo que ocurre y pueden escribir notas. No pueden hacer nada más.',
    none: 'Nadie sigue este caso.',
    label: 'Quién va a seguirlo',
    add: 'Agregar',
    remove: 'Quitar',
    full: ({ watchersMax }) =>
      `Siguen este caso ${watchersMax} personas, y no caben más. Quite a una para agregar a otra.`,
  },
  standIn: {
    heading: 'Suplente',
    about:
      'Alguien que ve el caso, recibe todos los avisos y actúa por el cliente como la persona que lo abrió: para las vacaciones, o para la noche.',
    none: 'No hay suplente.',
    label: 'Quién va a ser suplente',
    until: 'Hasta cuándo',
    untilHint: 'Si se deja vacío, hasta que se termine.',
    untilWords: 'hasta',
    name: 'Nombrar suplente',
    replace: 'Nombrar a esta persona en su lugar',
    end: 'Terminar la suplencia',
  },
  email: 'Su correo electrónico',
  emailHint: 'La dirección con la que Ladder conoce a esa persona.',
  alone:
    'El cliente no tiene a nadie más en Ladder. La persona responsable puede pedir que se agregue a sus colegas.',
  done: {
    added: 'Sigue el caso desde ahora, y ya tiene el aviso.',
    removed: 'Ya no sigue el caso, y ya tiene el aviso.',
    named: 'Es suplente desde ahora, y ya tiene el aviso.',
    ended: 'Ya no hay suplente, y se le ha avisado.',
  },
  errors: {
    missing: 'Elija a alguien.',
    stranger: ({ person }) =>
      `El cliente no tiene a nadie “${person}”. Nombre a una de sus personas: con nadie más se comparte este caso.`,
    instant: ({ value }) => `“${value}” no es una fecha con hora. Ponga las dos, o deje las dos vacías.`,
  },
};

const AUDIENCES: Readonly<Record<Party | 'all', string>> = {
  all: 'Todas las personas del caso',
  customer: 'Solo el cliente',
  contractor: 'Solo el contratista',
  oversight: 'Solo la supervisión',
};

const files: ExtrasWords['files'] = {
  title: 'Archivos',
  none: {
    message: 'Sin archivos',
    advice: 'Una fotografía, un registro o un informe suelen decir más que una frase.',
  },
  toPage: 'Todos los archivos, y agregar uno',
  caption: 'Archivos de este caso, primero el que se adjuntó primero',
  erased: 'Borrado',
  audiences: AUDIENCES,
  from: ({ name, party }) =>
    name === undefined ? capital(partyWords(party)) : `${name}, ${partyName(party)}`,
  kinds: {
    png: 'imagen PNG',
    jpeg: 'imagen JPEG',
    gif: 'imagen GIF',
    wav: 'grabación',
    webp: 'imagen WebP',
    pdf: 'PDF',
    docx: 'documento de Word',
    xlsx: 'libro de Excel',
    odt: 'texto OpenDocument',
    ods: 'hoja OpenDocument',
    eml: 'correo',
    text: 'texto',
  },
  size: ({ bytes }) => sizeWords(bytes),
  heading: 'Agregar un archivo',
  label: 'Archivo',
  hint: ({ mebibytesMax, filesMax }) =>
    `Una imagen (PNG, JPEG, GIF, WebP), una grabación (WAV), un PDF, texto simple o CSV, un correo (EML), o un documento sin macros (DOCX, XLSX, ODT, ODS). A lo más ${mebibytesMax} MB, y ${filesMax} archivos por caso.`,
  audience: 'Quién puede leerlo',
  send: 'Agregar el archivo',
  full: ({ filesMax }) =>
    `El caso tiene ${filesMax} archivos, y no se guardan más. Ponga el resto donde todos lo alcancen, y escriba una nota que diga dónde.`,
  done: ({ name }) => `${name} está en el caso, y se avisa a quienes pueden leerlo.`,
  missing: 'Elija un archivo.',
};

/** What stands around a case beside its page. */
export const extras: ExtrasWords = { people, files, cancel: 'Volver al caso' };
