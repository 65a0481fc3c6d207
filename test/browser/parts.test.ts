import fastify from 'fastify';
import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Language } from '../../src/core/message/catalogue.ts';
import { staticRoutes } from '../../src/http/pages/static-routes.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';
import { partsPage } from './parts-page.tsx';

describe.runIf(hasBrowser)('what pages are made of', () => {
  const server = fastify();
  const said = 'first';
  let screen: Screen;

  beforeAll(async () => {
    staticRoutes(server);
    server.get<{ Querystring: { language?: Language } }>('/parts', async ({ query }, reply) =>
      reply.type('text/html; charset=utf-8').send(partsPage(query.language ?? 'en', said)),
    );
    screen = await openScreen(await server.listen({ host: '127.0.0.1', port: 0 }));
  });
  afterAll(async () => {
    await screen.close();
    await server.close();
  });

  test('has no accessibility finding and does not scroll sideways, in light and dark and in forced colours', async () => {
    for (const options of [{}, { colours: 'dark' }, { isForced: true }] as const) {
      const { page, visit } = await screen.reader(options);
      await visit('/parts');
      await expectAccessible(page);
      await picture(page, `parts-${JSON.stringify(options).replaceAll(/\W+/g, '')}`);
    }
  });
});
