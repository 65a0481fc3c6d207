import type { Log } from '../app/ports/log.ts';
import { Sleeper } from './sleeper.ts';

/** One turn of a loop: how long to sleep after it, in milliseconds; 0 goes on at once. */
export type Turn = () => Promise<number>;

export interface Loop {
  readonly sleeper: Sleeper;
  /** Ends after the turn that is running. */
  stop(): Promise<void>;
}

/** Between failed turns: doubled each time from the first to the last. */
const RETRY_MS = { first: 50, last: 2_000 };

/**
 * Takes turn after turn until it is stopped. A turn that throws is logged and taken again after a while: the world
 * (a database that restarts, a network that is cut) is waited for, never given up on.
 */
export function startLoop(name: string, turn: Turn, log: Log): Loop {
  const sleeper = new Sleeper();
  let isRunning = true;
  const ended = run();

  async function run(): Promise<void> {
    let retryMs = RETRY_MS.first;
    while (isRunning) {
      try {
        const sleepMs = await turn();
        retryMs = RETRY_MS.first;
        if (isRunning) await sleeper.sleep(sleepMs);
      } catch (error) {
        log.error('engine-turn-failed', error, { queue: name });
        if (isRunning) await sleeper.sleep(retryMs);
        retryMs = Math.min(retryMs * 2, RETRY_MS.last);
      }
    }
  }

  return {
    sleeper,
    stop: async () => {
      isRunning = false;
      sleeper.wake();
      await ended;
    },
  };
}
