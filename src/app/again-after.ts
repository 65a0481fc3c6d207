/** What a bug keeps from being done is tried again after a minute, then less and less often, up to once an hour. */
const FIRST_MS = 60_000;
const LAST_MS = 3_600_000;

/** When something is tried again that has failed so often, in milliseconds. */
export const againAfterMs = (times: number): number =>
  Math.min(FIRST_MS * 2 ** Math.min(times - 1, 10), LAST_MS);
