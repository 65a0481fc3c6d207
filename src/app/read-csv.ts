/** A row of a table: its cells, and the line of the file on which it begins, counted from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Why a file is no table: a byte that is no UTF-8, a sign that is no text, or quotation marks that do not pair. */
interface CsvProblem {
  readonly line: number;
  readonly reason: 'encoding' | 'control' | 'quote';
}

type CsvRead = { readonly rows: readonly CsvRow[] } | { readonly problem: CsvProblem };

/**
 * The rows of a file as spreadsheets save it: RFC 4180, with a byte order mark or without, whatever ends its lines.
 * Cells are parted by the sign that parts the first row: a comma, a semicolon where a comma is for decimals, or a tab.
 * Empty lines are left out. More than `rowsMax` rows are read no further: one more than that comes back.
 *
 *     readCsv(Buffer.from('id;name\n1;"A; B"\n'), { rowsMax: 10 })  // rows: ['id', 'name'] and ['1', 'A; B']
 */
export function readCsv(bytes: Uint8Array, { rowsMax }: { readonly rowsMax: number }): CsvRead {
  const text = textOf(bytes);
  if (text === undefined) return { problem: { line: badLine(bytes), reason: 'encoding' } };
  const control = CONTROL.exec(text);
  if (control) return { problem: { line: lineAt(text, control.index), reason: 'control' } };
  return rowsOf(text, rowsMax);
}

const CONTROL = /(?![\t\n\r])\p{Cc}/u;

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The decoder says that it is no UTF-8, and not where.
    return undefined;
  }
}

/** The first line with a byte that is no UTF-8. A sign of it never holds a line feed, so lines can be tried one by one. */
function badLine(bytes: Uint8Array): number {
  let from = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(LINE_FEED, from);
    if (textOf(bytes.subarray(from, end === -1 ? bytes.length : end)) === undefined || end === -1)
      return line;
    from = end + 1;
  }
}
const LINE_FEED = 10;

const lineAt = (text: string, index: number): number => text.slice(0, index).split(/\r\n|\r|\n/).length;

/** A cell in quotation marks or bare, and what ends it; sticky, so that each begins where the one before ended. */
const cellsParted = (by: string): RegExp =>
  new RegExp(`(?:"((?:[^"]|"")*)"|([^"${by}\\r\\n][^${by}\\r\\n]*|))(${by}|\\r\\n|\\r|\\n|$)`, 'y');

function rowsOf(text: string, rowsMax: number): CsvRead {
  const cell = cellsParted(separatorOf(text));
  const rows: CsvRow[] = [];
  let line = 1;
  let row: CsvRow & { cells: string[] } = { line, cells: [] };
  while (cell.lastIndex < text.length && rows.length <= rowsMax) {
    const found = cell.exec(text);
    if (!found) return { problem: { line: row.line, reason: 'quote' } };
    const [whole, quoted, bare = '', end = ''] = found;
    row.cells.push(quoted === undefined ? bare.trim() : quoted.replaceAll('""', '"'));
    line += whole.match(/\r\n|\r|\n/g)?.length ?? 0;
    if (/[\r\n]/.test(end) || end === '') {
      if (row.cells.some((one) => one !== '')) rows.push(row);
      row = { line, cells: [] };
    }
  }
  if (row.cells.some((one) => one !== '') && rows.length <= rowsMax) rows.push(row);
  return { rows };
}

const SEPARATORS = [',', ';', '\t'];

/** What stands most often between the names of the columns. */
function separatorOf(text: string): string {
  const [head = ''] = text.slice(0, HEAD_CHARACTERS_MAX).split(/[\r\n]/, 1);
  const often = (sign: string): number => head.split(sign).length;
  return SEPARATORS.reduce((best, sign) => (often(sign) > often(best) ? sign : best));
}
const HEAD_CHARACTERS_MAX = 2_000;
