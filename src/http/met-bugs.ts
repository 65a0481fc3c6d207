import { sayBug } from '../app/bug.ts';
import { causeOf } from '../app/case-failed.ts';
import type { Instant } from '../core/instant.ts';

/** A bug that whoever asked for something met. */
interface MetBug {
  /** What was asked for: the method and the pattern of the route, never the path. */
  readonly asked: string;
  readonly error: string;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly times: number;
  /** The number that whoever met it last was given. */
  readonly requestId: string;
}

/** The bugs that this node has met since it started, for whoever keeps the installation. */
export interface MetBugs {
  note(bug: Pick<MetBug, 'asked' | 'requestId'> & { readonly error: unknown }): Promise<void>;
  /** The newest first. */
  all(): readonly MetBug[];
}

/** Different ones that are kept; beyond them the one that was longest not met is left to the log. */
const BUGS_MAX = 50;

/**
 * Keeps them in memory alone: the message of an error may quote what somebody typed, which has to stay erasable, and what
 * is met after the next start is met by another Ladder.
 */
export function metBugs(now: () => Promise<Instant>): MetBugs {
  /** In the order in which each was met last. */
  const met = new Map<string, MetBug>();
  return {
    async note({ asked, requestId, error: thrown }) {
      const at = await now();
      const error = sayBug(causeOf(thrown));
      const name = `${asked}\n${error}`;
      const before = met.get(name);
      met.delete(name);
      const times = (before?.times ?? 0) + 1;
      met.set(name, { asked, error, firstAt: before?.firstAt ?? at, lastAt: at, times, requestId });
      const [oldest] = met.keys();
      if (met.size > BUGS_MAX && oldest !== undefined) met.delete(oldest);
    },
    all: () => [...met.values()].reverse(),
  };
}
