import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { listenFault } from './listen-fault.ts';

/** Has a server listen where the settings say; a place that cannot be had is a sentence. */
export async function listen(server: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    await server.close();
    throw listenFault(error, { host, hostVariable: 'LADDER_HOST', port, portVariable: 'PORT' });
  }
}
