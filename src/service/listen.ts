import { once } from 'node:events';
import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { listenFault } from './listen-fault.ts';

/** Has a server listen where the settings say; a place that cannot be had is a sentence. */
export async function listen(server: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    await server.close();
    throw pagesFault(error, { host, port });
  }
}

/** Says at once that the place of the pages cannot be had: making a database first takes seconds, and leaves it there. */
export async function refuseTakenPlace({ host, port }: Config): Promise<void> {
  const probe = createServer().listen(port, host);
  try {
    await once(probe, 'listening');
  } catch (error) {
    throw pagesFault(error, { host, port });
  }
  probe.close();
  await once(probe, 'close');
}

const pagesFault = (error: unknown, { host, port }: Pick<Config, 'host' | 'port'>): unknown =>
  listenFault(error, { host, hostVariable: 'LADDER_HOST', port, portVariable: 'PORT' });
