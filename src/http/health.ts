import type { FastifyInstance } from 'fastify';
import { hasScope, holderOf } from './caller.ts';
import type { HttpParts } from './parts.ts';
import { problem } from './problem.ts';

/** For those who run it: is the process alive, is this node ready, what has it counted. */
export function healthRoutes(server: FastifyInstance, parts: HttpParts): void {
  // A probe that is refused for coming too often would take a well node out of service.
  const config = { rateLimit: false } as const;
  const schema = { hide: true };
  server.get('/healthz', { config, schema }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ alive: true }),
  );
  server.get('/readyz', { config, schema }, async (_request, reply) => {
    const ready = await parts.readiness();
    const { database, migrations, engine, draining } = ready;
    const isReady = database && migrations && engine && !draining;
    reply.header('cache-control', 'no-store');
    if (!isReady) reply.header('retry-after', '5');
    return reply.code(isReady ? 200 : 503).send({ ready: isReady, ...ready });
  });
  server.get('/metrics', { config, schema }, async (request, reply) => {
    const holder = await holderOf(request, parts.reading);
    // Nobody without a token for it learns that it is there.
    if (typeof holder === 'string' || !hasScope(holder, 'metrics')) throw problem('page-not-found', {});
    const { type, text } = await parts.metrics();
    return reply.type(type).send(text);
  });
}
