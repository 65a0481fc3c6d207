import type { FastifyInstance } from 'fastify';
import { languageOf } from '../../core/message/catalogue.ts';
import { keptInBrowser } from './browser-cookie.ts';
import { ownPath } from './own-path.ts';
import { LANGUAGE_COOKIE } from './page-language.ts';
import type { PageParts } from './page-parts.ts';
import { openPage } from './page-route.ts';

/** `/language?to=es&then=/…` keeps the reader's choice in this browser and leads back to the page it was made on. */
export function languageRoute(server: FastifyInstance, parts: PageParts): void {
  openPage(server, parts, { method: 'GET', path: '/language' }, async ({ query, reply }) => {
    const to = languageOf(query.text('to'));
    if (!to) return 'missing';
    void reply.header('set-cookie', keptInBrowser(parts, LANGUAGE_COOKIE, to));
    return { seeOther: ownPath(query.text('then')) };
  });
}
