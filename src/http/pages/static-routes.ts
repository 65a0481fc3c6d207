import type { FastifyInstance } from 'fastify';
import { codingFor } from './coding.ts';
import { STATIC_FILES } from './static-files.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Style, script and icon of the pages: compressed once, and kept by browsers for as long as they like. */
export function staticRoutes(server: FastifyInstance): void {
  for (const file of STATIC_FILES) {
    server.get(file.path, { schema: { hide: true }, compress: false }, async (request, reply) => {
      const coding = codingFor(request.headers['accept-encoding'], ['br', 'gzip']);
      if (coding) void reply.header('content-encoding', coding);
      return reply
        .type(file.type)
        .header('cache-control', FOR_EVER)
        .header('vary', 'accept-encoding')
        .header('cross-origin-resource-policy', 'same-origin')
        .send(coding ? await file[coding] : file.plain);
    });
  }
}
