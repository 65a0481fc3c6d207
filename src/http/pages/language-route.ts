import type { FastifyInstance } from 'fastify';
import { languageOf } from '../../core/message/catalogue.ts';
import { ownPath } from './own-path.ts';
import { LANGUAGE_COOKIE } from './page-language.ts';
import type { PageParts } from './page-parts.ts';
import { openPage } from './page-route.ts';

const YEAR_SECONDS = 31_536_000;

/** `/language?to=es&then=/…` keeps the reader's choice in this browser and leads back to the page it was made on. */
export function languageRoute(server: FastifyInstance, parts: PageParts): void {
  openPage(server, parts, { method: 'GET', path: '/language' }, async ({ query, reply }) => {
    const to = languageOf(query.text('to'));
    if (!to) return 'missing';
    const secure = parts.baseUrl().startsWith('https:') ? '; Secure' : '';
    void reply.header(
      'set-cookie',
      `${LANGUAGE_COOKIE}=${to}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure}`,
    );
    return { seeOther: ownPath(query.text('then')) };
  });
}
