import helmet from '@fastify/helmet';
import fastify, { type FastifyInstance } from 'fastify';
import { type AwayParts, awayRoutes } from './pages/away-answers.ts';
import { staticRoutes } from './pages/static-routes.ts';
import { askForHttps, PROTECTION } from './protection.ts';

/** A client that takes longer to send its request is let go. */
const REQUEST_WITHIN_MS = 10_000;
/** Nothing that is sent here is read. */
const BODY_BYTES_MAX = 1024;

/**
 * The server that stands in while no database answers at the start: the plans that are kept, and for everything else
 * the word that it is so. `/readyz` is 503 all the while.
 */
export async function awayServer(parts: AwayParts): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: REQUEST_WITHIN_MS,
    forceCloseConnections: true,
    logger: false,
  });
  await server.register(helmet, PROTECTION);
  askForHttps(server, parts.baseUrl);
  staticRoutes(server);
  server.get('/healthz', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ alive: true }),
  );
  server.get('/readyz', async (_request, reply) =>
    reply
      .code(503)
      .headers({ 'cache-control': 'no-store', 'retry-after': '5' })
      .send({
        ready: false,
        ...{ database: false, migrations: false, engine: false, draining: false },
        plansKept: parts.kept.all().length,
      }),
  );
  awayRoutes(server, parts);
  return server;
}
