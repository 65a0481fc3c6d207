import Fastify from 'fastify';
import type { Installation } from './installation.ts';
import { listenFault } from './listen-fault.ts';

/** The service while it takes requests and acts on deadlines. */
export interface Serving {
  readonly port: number;
  /** Undefined where it takes no mail. */
  readonly mailPort: number | undefined;
  /** Takes nothing more, and returns when what has begun is finished. */
  readonly drain: () => Promise<void>;
}

/** Starts the parts of the service in the order in which they need each other. */
export async function serve({ config }: Installation): Promise<Serving> {
  const server = Fastify();
  server.get('/healthz', () => 'ok');
  await server.listen({ host: config.host, port: config.port }).catch((error) => {
    throw listenFault(error, {
      portVariable: 'PORT',
      port: config.port,
      hostVariable: 'LADDER_HOST',
      host: config.host,
    });
  });
  const { port } = server.server.address() as { port: number };
  return { port, mailPort: undefined, drain: () => server.close() };
}
