/** A session ends when nobody has used it for half a day, and after a week at the latest. */
export const IDLE_MS = 12 * 3_600_000;
export const SESSION_MS = 7 * 86_400_000;
