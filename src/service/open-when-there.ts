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

/** A server that was cut off comes back within minutes; asking it is one connection. */
const AGAIN_AFTER_MS = 2_000;

/**
 * Opens the installation for the service. Where no database answers at its address, and plans were published from this
 * folder before, they are shown until one does; where nothing was ever published a wrong setting is likelier, and said
 * at once. Undefined where somebody asked to end first.
 */
export async function openWhenThere(config: Config, waiting: Waiting): Promise<Installation | undefined> {
  const open = (): Promise<Installation> =>
    openInstallation(config, { as: 'service', make: 'demonstration', io: waiting.io });
  try {
    return await open();
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
    waiting.tell('database-awaited', { reason: reasonOf(error), url });
    try {
      return await tryAgain(open, waiting);
    } finally {
      await server.close();
    }
  }
}

/** Undefined where somebody asks to end first. */
async function tryAgain(
  open: () => Promise<Installation>,
  { tell }: Waiting,
): Promise<Installation | undefined> {
  const stop = stopping(tell);
  let isStopped = false;
  const stopped = stop.asked.then(() => {
    isStopped = true;
  });
  try {
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
  } finally {
    stop.forget();
  }
}

const isUnreachable = (error: unknown): boolean =>
  error instanceof StartFault && error.code === 'database-server-unreachable';
