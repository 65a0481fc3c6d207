import { vi } from 'vitest';

/** Long enough for a machine that stands still at times: what is going to happen has happened before. */
const WITHIN_MS = 60_000;

/** Resolves with what `check` gives once it throws no more; rejects with what it throws last. */
export const until = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: WITHIN_MS, interval: 25 });
