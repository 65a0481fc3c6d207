import { FILE_KINDS, type FileKind } from './file-kind.ts';

const NAME_MAX = 100;
/** What shows as nothing, turns the text around it, or means something to a file system. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}"*/:<>?\\|]/gu;

/** The last part of a path, without anything that hides. */
function cleanName(given: string): string {
  const [last = ''] = given.toWellFormed().normalize('NFC').split(/[/\\]/).slice(-1);
  return last
    .replace(UNSEEN, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
}

/** What a file that is not kept is called where that is said: as its sender called it, without anything that hides. */
export const shownName = (given: string): string =>
  [...cleanName(given)].slice(0, NAME_MAX).join('').trim() || 'file';

/**
 * What a file is called from now on: of what its sender called it the last part of the path, without anything that
 * hides, and with an ending that fits what the file is.
 *
 *     fileName('C:\\fakepath\\invoice.exe', 'pdf')  // invoice.exe.pdf
 */
export function fileName(given: string, kind: FileKind): string {
  const clean = cleanName(given);
  const endings: readonly string[] = FILE_KINDS[kind].endings;
  const ending = /\.([a-z0-9]{1,5})$/i.exec(clean)?.[1] ?? '';
  const isFitting = endings.includes(ending.toLowerCase());
  const stem = isFitting ? clean.slice(0, -ending.length - 1) : clean;
  const short = [...stem].slice(0, NAME_MAX).join('').trim();
  return `${short === '' ? 'file' : short}.${isFitting ? ending : endings[0]}`;
}
