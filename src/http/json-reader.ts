import type { FastifyInstance } from 'fastify';

/**
 * Reads JSON bodies as UTF-8. An empty body is an empty object, for many commands need no more; a key that could
 * reach a prototype is refused.
 */
export function jsonReader(server: FastifyInstance): void {
  const read = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') return done(null, {});
    return read(request, String(body), done);
  });
  server.addHook('preValidation', async (request) => {
    if (request.method === 'POST' && (request.body === undefined || request.body === null)) request.body = {};
  });
}
