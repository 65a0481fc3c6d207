import type { FastifyInstance } from 'fastify';
import { listedPlans } from '../../app/views/plan/listed-plans.ts';
import { planJson } from '../../app/views/plan/plan-json.ts';
import { openingForecast } from '../../app/views/plan/plan-view.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { wordPage } from '../../portal/frame.tsx';
import { planPage } from '../../portal/plan/plan-page.tsx';
import { plansPage } from '../../portal/plan/plans-page.tsx';
import { forecastView } from '../../render/forecast-view.ts';
import { ladderPicture } from '../../render/ladder-picture.tsx';
import { livePlan } from '../../render/publication/live-plan.ts';
import { contactCard } from './contact-card.ts';
import { momentAsked } from './moment-asked.ts';
import type { PageParts } from './page-parts.ts';
import { openPage } from './page-route.ts';
import { minuteOf, planPageView, planParts, seenPlan } from './plan-answer.ts';
import { subscriptionOffer } from './subscription-routes.ts';
import { isUnchanged } from './unchanged.ts';
import type { PageAnswer, Visit } from './visit.ts';

/** The plan that is in force: a page for anybody with the link, its contacts to save, its ladders, and as JSON. */
export function planRoutes(server: FastifyInstance, parts: PageParts): void {
  openPage(server, parts, { method: 'GET', path: '/plans' }, async (visit) =>
    fresh(visit, plansPage({ ...visit.frame, plans: await listedPlans(parts.reading) })),
  );
  openPage(server, parts, { method: 'GET', path: '/plans/:contract' }, async (visit) => {
    const plan = await seenPlan(visit);
    if (plan) return fresh(visit, planPage(planPageView(visit, plan, await subscriptionOffer(visit))));
    // Its own people are told that it is on its way; for everybody else there is no such contract.
    if (!visit.visitor) return 'missing';
    const { notPublished } = catalogue(visit.language).planPage;
    return { html: wordPage(visit.frame, notPublished), status: 404 };
  });
  openPage(server, parts, { method: 'GET', path: '/plans/:contract.json' }, async (visit) => {
    const plan = await seenPlan(visit);
    if (!plan) return 'missing';
    return {
      body: `${JSON.stringify(planJson(plan, planParts(visit, plan).address), null, 2)}\n`,
      type: 'application/json; charset=utf-8',
    };
  });
  openPage(server, parts, { method: 'GET', path: '/plans/:contract/contacts/:seat.vcf' }, contactCard);
  openPage(server, parts, { method: 'GET', path: '/plans/:contract/ladders/:track.svg' }, ladder);
}

/**
 * A page that anybody may read is asked for again and sent again only where it has changed. What somebody signed in
 * reads is theirs, and nobody keeps it.
 */
function fresh({ session, request, reply, language }: Visit, html: string): PageAnswer {
  if (session) return { html };
  void reply
    .header('cache-control', 'public, no-cache')
    .header('vary', 'accept-language, cookie, accept-encoding');
  if (isUnchanged(request, reply, html)) return 'sent';
  void reply
    .header('content-language', language)
    .type('text/html; charset=utf-8')
    .serializer((body: unknown) => String(body))
    .send(html);
  return 'sent';
}

/** A picture has its colours in itself, and is let do nothing else. */
export const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** One track as a picture, as if a case were opened then: with the people and numbers that its reader may see. */
async function ladder(visit: Visit): Promise<PageAnswer> {
  const { params, query, reply, language, session } = visit;
  const plan = await seenPlan(visit);
  if (!plan) return 'missing';
  const asked = momentAsked(query, 'at', plan.rules.timeZone);
  const at = asked.is === 'instant' ? asked.at : minuteOf(plan.now);
  const { forecast } = openingForecast(plan, { track: params.track ?? '', at });
  if (!forecast) return 'missing';
  void reply
    .header('content-security-policy', PICTURE_POLICY)
    .header('cache-control', session ? 'no-store' : 'public, max-age=60')
    .header('vary', 'accept-language, cookie, accept-encoding')
    .type('image/svg+xml; charset=utf-8')
    .serializer((body: unknown) => String(body))
    .send(ladderPicture(forecastView(livePlan(plan), plan.rules, forecast, language)));
  return 'sent';
}
