import { TOO_LATE_MS } from '../app/ports/outbox.ts';
import { asInstant } from '../core/instant.ts';
import type { EngineParts } from './parts.ts';

/** Cases mended in one transaction, and transactions in one look; the next look goes on. */
const BATCH_MAX = 1_000;
const BATCHES_MAX = 100;
export const WATCH_EVERY_MS = 10_000;
/** How far ahead a missing job is noticed: several looks before anything could be late. */
const AHEAD_MS = 60_000;

/** What the last walk found. */
export interface Watched {
  readonly latenessMs: number;
  readonly requeued: number;
}

/**
 * Looks at every open case with a deadline that is past or near, independently of the queue: it must have a job.
 * What is missing is queued again; states are never written. While anything is too late that no operator has seen, the
 * heartbeat is withheld: whatever keeps it from being acted on, and a letter that cannot be written too.
 */
export async function watch({ store, log, beat }: EngineParts): Promise<Watched> {
  let requeued = 0;
  for (let count = 0; count < BATCHES_MAX; count++) {
    const missing = await store.transaction(async (tx) => {
      const until = asInstant((await tx.now()) + AHEAD_MS);
      const found = await tx.missingJobs(until, BATCH_MAX);
      await tx.requeue(found);
      return found;
    });
    for (const { key } of missing) log.error('deadline-without-job', undefined, { ...key });
    requeued += missing.length;
    if (missing.length < BATCH_MAX) break;
  }
  const now = await store.transaction((tx) => tx.now());
  const latenessMs = await store.latestness(now);
  const unseenMs = await store.unseenLateness(now);
  if (unseenMs > TOO_LATE_MS) log.warn('heartbeat-withheld', { latenessMs: unseenMs });
  else await beat?.();
  return { latenessMs, requeued };
}
