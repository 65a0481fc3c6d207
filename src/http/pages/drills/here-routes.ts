import type { FastifyInstance } from 'fastify';
import { answerByLink, lookAtDrill } from '../../../app/drills/by-link.ts';
import type { DrillLook } from '../../../app/views/drill/drill-look.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { answeredPage, herePage } from '../../../portal/drills/here-page.tsx';
import { wordPage } from '../../../portal/frame.tsx';
import { linkFrame } from '../guards.ts';
import type { PageParts } from '../page-parts.ts';
import { openPage } from '../page-route.ts';
import type { PageAnswer, Visit } from '../visit.ts';

const GONE = 410;

/** Behind the link of a drill's mail: looking changes nothing, the button says that somebody is there. */
export function hereRoutes(server: FastifyInstance, parts: PageParts): void {
  openPage(server, parts, { method: 'GET', path: '/drill/:token' }, async (visit) =>
    shown(visit, await lookAtDrill(visit.parts.links.answers, visit.params.token ?? '')),
  );
  openPage(server, parts, { method: 'POST', path: '/drill/:token' }, async (visit) =>
    shown(visit, await answerByLink(visit.parts.links.answers, visit.params.token ?? '')),
  );
}

function shown({ parts, request }: Visit, look: DrillLook | undefined): PageAnswer {
  if (!look) return 'missing';
  const frame = linkFrame(parts, request, look.person.language);
  if (look.afterMs !== undefined) return { html: answeredPage(frame, look.afterMs) };
  if (!look.isOver) return { html: herePage(frame, look, request.url) };
  return { html: wordPage(frame, catalogue(frame.language).drills.here.over), status: GONE };
}
