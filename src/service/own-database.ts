import { setTimeout as wait } from 'node:timers/promises';
import { Refused } from '../cli/refused.ts';
import type { Config } from '../config.ts';
import { type Connection, connect } from '../store/connect.ts';
import { type Cluster, findCluster, startCluster } from '../store/embedded/cluster.ts';
import { type Hold, holdDatabase } from '../store/hold.ts';
import { codeOf, type Say } from '../store/start-fault.ts';
import { forgetRunning, markRunning, runningMark } from './running-mark.ts';
import { reasonOf, refused, type Tell } from './terminal-words.ts';

/** The service runs until it is stopped, one on each folder; a command comes and goes beside it. */
export type As = 'service' | 'command';

/** The database of an installation, ours or the operator's own. */
export interface Database {
  readonly connection: Connection<unknown>;
  /** Rejects when it has gone away for good; never resolves. */
  readonly gone: Promise<never>;
  readonly close: () => Promise<void>;
}

/** Who opens a database, and who hears of what happens to it. */
export interface Opening {
  readonly as: As;
  readonly say: Say;
  readonly tell: Tell;
}

interface Held {
  readonly cluster: Cluster;
  readonly hold: Hold;
}

export const NEVER = new Promise<never>(() => undefined);

/** A database that ends under a start, because another command has just put it out, is started again. */
const OPEN_TRIES_MAX = 5;
/** A service starts a database that went away again for a minute, and then leaves it to whoever watches it. */
const RESTART_TRIES_MAX = 60;
const RESTART_PAUSE_MS = 1000;

/**
 * The database in the data folder: started where it does not run, and stopped by whoever leaves it last. Where it
 * ends under a service, that starts it again at the same port, and the pool finds it by itself.
 */
export async function openOwnDatabase(config: Config, opening: Opening): Promise<Database> {
  const { as, tell } = opening;
  const folder = config.dataFolder;
  let held = await hold(config, opening);
  if (as === 'service') {
    if (runningMark(folder)) tell('crash-found', { folder });
    markRunning(folder, undefined);
  }
  const { url } = held.cluster;
  const connection = connect<unknown>(url, { max: config.databasePool, applicationName: `ladder ${as}` });
  let isClosing = false;
  const watch = async (): Promise<never> => {
    for (;;) {
      await held.hold.lost;
      if (isClosing) return NEVER;
      tell('database-lost', {});
      held = await holdAgain(config, opening, url);
      tell('database-back', {});
    }
  };
  const gone = as === 'service' ? watch() : NEVER;
  // Whoever waits for it hears of it; for a moment nobody does.
  gone.catch(() => undefined);
  return {
    connection,
    gone,
    async close() {
      isClosing = true;
      await connection.close();
      await held.hold.release(() => stopWhatRuns(folder, opening.say));
      if (as === 'service') forgetRunning(folder);
    },
  };
}

async function hold(config: Config, opening: Opening): Promise<Held> {
  const { dataFolder: folder } = config;
  for (let tries = 1; ; tries++) {
    const cluster = await startCluster({ folder, say: withoutNeighbours(opening.say) });
    try {
      const held = await holdDatabase(cluster.url, opening.as);
      if (held) return { cluster, hold: held };
    } catch (error) {
      if (tries < OPEN_TRIES_MAX && isEnding(error)) continue;
      throw error;
    }
    throw refused('installation-in-use', { folder, url: runningMark(folder)?.url });
  }
}

/** That a database was found running is news only where the one who ran it has crashed, and then that is said. */
const withoutNeighbours =
  (say: Say): Say =>
  (code, values) => {
    if (code !== 'database-found-running' && code !== 'database-waiting') say(code, values);
  };

/** What a connection fails with while the server shuts down: its own words for it, or a socket that was closed. */
const isEnding = (error: unknown): boolean =>
  ['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(codeOf(error)) ||
  (error instanceof Error && error.message.startsWith('Connection terminated'));

async function holdAgain(config: Config, opening: Opening, url: string): Promise<Held> {
  for (let tries = 1; ; tries++) {
    try {
      const held = await hold(config, opening);
      if (held.cluster.url === url) return held;
      throw new Error('the database came back at another port');
    } catch (error) {
      // Another service was faster, and has the folder now.
      if (error instanceof Refused) throw error;
      if (tries >= RESTART_TRIES_MAX) throw refused('database-gone', { reason: reasonOf(error) });
      await wait(RESTART_PAUSE_MS);
    }
  }
}

/** It may have been started again since, by a neighbour. */
async function stopWhatRuns(folder: string, say: Say): Promise<void> {
  const cluster = await findCluster(folder, withoutNeighbours(say));
  await cluster?.stop();
}
