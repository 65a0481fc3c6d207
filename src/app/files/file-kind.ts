import { zipMembers } from './zip-members.ts';

/** Kinds of files that are kept, each by what its bytes are: with the type it is served as, and how its names end. */
export const FILE_KINDS = {
  png: { type: 'image/png', endings: ['png'] },
  jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  gif: { type: 'image/gif', endings: ['gif'] },
  wav: { type: 'audio/wav', endings: ['wav'] },
  webp: { type: 'image/webp', endings: ['webp'] },
  pdf: { type: 'application/pdf', endings: ['pdf'] },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  odt: { type: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'] },
  eml: { type: 'message/rfc822', endings: ['eml'] },
  text: { type: 'text/plain; charset=utf-8', endings: ['txt', 'csv', 'tsv', 'log', 'md'] },
} as const;
export type FileKind = keyof typeof FILE_KINDS;

/**
 * What a file is by its content alone, for whatever it is called and whatever it is said to be, anybody may have said
 * so; undefined for every kind that is not kept: programs, scripts, pages, drawings with scripts in them, archives,
 * documents with macros.
 */
export function fileKind(bytes: Uint8Array): FileKind | undefined {
  const head = latin1(bytes.subarray(0, 16));
  for (const [kind, isSuch] of SIGNATURES) if (isSuch(head)) return kind;
  const members = zipMembers(bytes);
  return members ? documentKind(bytes, members) : textKind(bytes);
}

/** How each kind begins, a character a byte. */
const SIGNATURES: readonly (readonly [FileKind, (head: string) => boolean])[] = [
  ['png', (head) => head.startsWith('\x89PNG\r\n\x1a\n')],
  ['jpeg', (head) => head.startsWith('\xff\xd8\xff')],
  ['gif', (head) => /^GIF8[79]a/.test(head)],
  ['webp', (head) => /^RIFF[\s\S]{4}WEBPVP8[ LX]/.test(head)],
  ['wav', (head) => /^RIFF[\s\S]{4}WAVE/.test(head)],
  ['pdf', (head) => /^%PDF-[12]\.\d/.test(head)],
];

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Parts that act by themselves, or that no document has. */
const NO_PARTS =
  /(?:^|\/)vbaProject\.bin$|^(?:Basic|Scripts)\/|\.(?:exe|dll|js|jse|vbs|vbe|wsf|hta|bat|cmd|ps1|jar|sh)$|^\/|(?:^|\/)\.\.(?:\/|$)|\\/i;

function documentKind(bytes: Uint8Array, members: readonly string[]): FileKind | undefined {
  if (members.some((name) => NO_PARTS.test(name))) return undefined;
  const has = (name: string): boolean => members.includes(name);
  if (has('[Content_Types].xml') && has('word/document.xml')) return 'docx';
  if (has('[Content_Types].xml') && has('xl/workbook.xml')) return 'xlsx';
  if (!has('content.xml')) return undefined;
  // Such a document says what it is in its first part, which stands there as it is.
  const head = latin1(bytes.subarray(30, 130));
  return (['odt', 'ods'] as const).find((kind) => head.startsWith(`mimetype${FILE_KINDS[kind].type}PK`));
}

/** What no text has: whoever sends one without knowing has saved it in another form. */
const CONTROLS = /[^\P{Cc}\t\n\r\f]/u;
/** A page, a drawing, a script: text that another program would carry out. */
const CARRIED_OUT = /^\s*(?:#!|<(?:[!?]|\/?[a-z][\w:-]*(?:[\s/>]|$)))/i;
const HEADER = /^[!-9;-~]{1,76}:[ \t\r]/;

function textKind(bytes: Uint8Array): FileKind | undefined {
  const text = utf8(bytes);
  if (text === undefined || text.trim() === '' || CONTROLS.test(text) || CARRIED_OUT.test(text))
    return undefined;
  return isMail(text) ? 'eml' : 'text';
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A mail begins with its headers, who sent it and when among them. */
function isMail(text: string): boolean {
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  return HEADER.test(text) && /^from:/im.test(head) && /^(?:date|message-id):/im.test(head);
}
