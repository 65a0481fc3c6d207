/**
 * What the database says of one case's own values: classes 22 and 23 of SQLSTATE, and our own. Not 42: a table or a
 * right that is missing is missing for all, and would set every case aside.
 */
const OF_OUR_MAKING = /^(22|23|LR)[0-9A-Z]{3}$/;

/** A fault of the world has a code of the database or the system; what has none, or blames what we wrote, is a bug of ours. */
export function isBug(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError)
    return true;
  const { code, message = '' } = error as { code?: unknown; message?: string };
  if (typeof code === 'string' && OF_OUR_MAKING.test(code)) return true;
  return code === undefined && !/connection|terminat|timeout/i.test(message);
}

/** What operators are shown: the kind, the message and where; a case's own texts are in none of them. */
const ERROR_MAX = 2_000;
export const sayBug = (error: unknown): string =>
  (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, ERROR_MAX);
