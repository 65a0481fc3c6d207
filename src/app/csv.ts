/** What a cell of a table can hold; nothing is an empty cell. */
export type Cell = string | number | boolean | undefined;

/**
 * One line of CSV as RFC 4180 has it, with its end.
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe in front, so that nothing that somebody
 * typed into a case is ever run by whoever opens the table. Numbers are numbers and stay as they are.
 *
 *     csvLine(['=1+1', 'a "b"', -5])  // `'=1+1,"a ""b""",-5` and a line end
 */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(written).join(',')}\r\n`;

/** How a formula can begin; spreadsheets pass over blanks before it, and some take the wide forms too. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20|]|^[\t\r\n]/;

function written(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
