import type { FastifyInstance } from 'fastify';
import { zonePage } from '../../portal/zone-page.tsx';
import { keptInBrowser } from './browser-cookie.ts';
import { ownPath } from './own-path.ts';
import type { PageParts } from './page-parts.ts';
import { openPage } from './page-route.ts';
import { TIME_ZONES, ZONE_COOKIE, zoneNamed } from './page-zone.ts';
import type { PageAnswer, Visit } from './visit.ts';

/**
 * `/zone?then=/…` asks for the zone to be shown beside the contract's, keeps it in this browser and leads back. Whoever
 * has said of themselves where they are changes that instead.
 */
export function zoneRoutes(server: FastifyInstance, parts: PageParts): void {
  openPage(server, parts, { method: 'GET', path: '/zone' }, async (visit) => chooseZone(visit));
}

function chooseZone({ parts, session, query, frame, reply }: Visit): PageAnswer {
  if (session?.people.some(({ timeZone }) => timeZone !== undefined)) return { seeOther: '/account/details' };
  const then = ownPath(query.text('then'));
  const [to] = query.all('to');
  const zone = zoneNamed(to ?? '');
  if (to === undefined || (to !== '' && zone === undefined)) {
    const chosen = to ?? frame.readerZone;
    const isUnknown = to !== undefined;
    const html = zonePage({ ...frame, then, chosen, isUnknown, timeZones: TIME_ZONES });
    return { html, status: isUnknown ? 422 : 200 };
  }
  void reply.header('set-cookie', keptInBrowser(parts, ZONE_COOKIE, zone ?? ''));
  return { seeOther: then };
}
