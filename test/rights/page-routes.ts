import fastify from 'fastify';
import type { PageParts } from '../../src/http/pages/page-parts.ts';
import { registerPages } from '../../src/http/pages/register-pages.ts';

/** Every page that is registered, by its pattern; nothing is asked of what pages are made of until one is asked for. */
export async function pageRoutes(method: 'GET' | 'POST'): Promise<readonly string[]> {
  const server = fastify();
  const found = new Set<string>();
  server.addHook('onRoute', (route) => {
    if ([route.method].flat().includes(method)) found.add(route.url);
  });
  const changes = { subscribe: () => () => undefined };
  await registerPages(server, { isDemonstration: false, linksPerMinute: 1, changes } as unknown as PageParts);
  await server.ready();
  await server.close();
  return [...found].sort();
}
