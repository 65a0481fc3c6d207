import type { FastifyInstance } from 'fastify';
import { Streams } from '../../streams.ts';
import type { PageParts } from '../page-parts.ts';
import { casesRoutes } from './cases-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { promisesRoutes } from './promises-routes.ts';
import { queueRoutes } from './queue-routes.ts';
import { workRoutes } from './work-routes.ts';

/** Lists of a contract: its cases, what waits for whom, what was promised, and its people. */
export function listRoutes(server: FastifyInstance, parts: PageParts): void {
  const streams = new Streams(parts);
  server.addHook('preClose', async () => streams.end());
  casesRoutes(server, parts);
  queueRoutes(server, parts, streams);
  workRoutes(server, parts, streams);
  promisesRoutes(server, parts);
  peopleRoutes(server, parts);
}
