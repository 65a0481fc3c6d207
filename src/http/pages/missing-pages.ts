import type { FastifyInstance } from 'fastify';
import type { PageParts } from './page-parts.ts';
import { openPage } from './page-route.ts';

/**
 * Addresses that lead nowhere: a browser gets the page that says so, with its reader's places around it, just as for
 * what they may not see; a program gets the problem as JSON.
 */
export function missingPages(server: FastifyInstance, parts: PageParts): void {
  openPage(server, parts, { method: 'GET', path: '/*' }, async ({ request, reply }) => {
    const isBrowser = (request.headers.accept ?? '').includes('text/html');
    if (isBrowser && !/^\/api(?:\/|$)/.test(request.url)) return 'missing';
    reply.callNotFound();
    return 'sent';
  });
}
