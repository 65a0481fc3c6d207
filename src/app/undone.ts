/** Errors that ended a transaction: whatever was begun in it is undone. */
const UNDONE = new WeakSet<object>();

/** Remembers that nothing is left of what led to an error. */
export function noteUndone(error: unknown): void {
  if (error instanceof Error) UNDONE.add(error);
}

/** Whether an error, or what it was caused by, undid all that was begun. */
export function isUndone(error: unknown): boolean {
  let at = error;
  for (let depth = 0; at instanceof Error && depth < CAUSES_MAX; depth++, at = at.cause) {
    if (UNDONE.has(at)) return true;
  }
  return false;
}

const CAUSES_MAX = 5;
