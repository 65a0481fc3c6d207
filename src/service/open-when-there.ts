import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Io } from '../cli/io.ts';
import { baseUrlOf, type Config } from '../config.ts';
import { StartFault } from '../store/start-fault.ts';
import { type Installation, openInstallation, refuseSettings } from './installation.ts';
import { keptPlans } from './kept-plans.ts';
import { listen } from './listen.ts';
import { stopping } from './stopping.ts';
import { reasonOf, type Tell } from './terminal-words.ts';

interface Waiting {
  readonly io: Io;
  readonly tell: Tell;
}

interface Opened {
  readonly installation: Installation;
  /** Resolves when somebody asks for the end; where that was listened for already. */
  readonly stop: Promise<void> | undefined;
}

/** A server that was cut off comes back within minutes; asking it is one connection. */
const AGAIN_AFTER_MS = 2_000;

/**
 * Opens the installation for the service. Where no database answers at its address, and plans were published from this
 * folder before, they are shown until one does; where nothing was ever published a wrong setting is likelier, and said
 * at once. Undefined where somebody asked to end first.
 */
export async function openWhenThere(config: Config, waiting: Waiting): Promise<Opened | undefined> {
  const open = (): Promise<Installation> =>
    openInstallation(config, { as: 'service', make: 'demonstration', io: waiting.io });
  try {
    return { installation: await open(), stop: undefined };
  } catch (error) {
    const folder = keptPlans(config.dataFolder);
    const kind = folder.kind();
    if (!isUnreachable(error) || kind === undefined) throw error;
    refuseSettings(config, kind, waiting.io);
    const { awayServer } = await import('../http/away-server.ts');
    let url = '';
    const server = await awayServer({
      isDemonstration: kind === 'demonstration',
      kept: { ...folder, isAway: () => true },
      baseUrl: () => url,
    });
    await listen(server, config);
    url = baseUrlOf(config, (server.server.address() as AddressInfo).port);
    // Whoever reads that can ask for the end from then on.
    const stop = stopping(waiting.tell);
    waiting.tell('database-awaited', { reason: reasonOf(error), url });
    try {
      const installation = await tryAgain(open, stop, waiting.tell);
      return installation && { installation, stop };
    } finally {
      await server.close();
    }
  }
}

/** Undefined where somebody asks to end first. */
async function tryAgain(
  open: () => Promise<Installation>,
  stop: Promise<void>,
  tell: Tell,
): Promise<Installation | undefined> {
  let isStopped = false;
  const stopped = stop.then(() => {
    isStopped = true;
  });
  for (;;) {
    await Promise.race([wait(AGAIN_AFTER_MS), stopped]);
    if (isStopped) return undefined;
    const installation = await open().catch((error: unknown) => {
      if (!isUnreachable(error)) throw error;
      return undefined;
    });
    if (isStopped) await installation?.close();
    else if (installation) {
      tell('database-back', {});
      return installation;
    }
  }
}

const isUnreachable = (error: unknown): boolean =>
  error instanceof StartFault && error.code === 'database-server-unreachable';
