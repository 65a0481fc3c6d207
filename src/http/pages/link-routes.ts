import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askForFresh, type LinkLook, lookAtLink, useLink } from '../../app/links.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { wordPage } from '../../portal/frame.tsx';
import { askPage, deadPage, donePage, type LinkView, notDonePage } from '../../portal/link-page.tsx';
import { isFromHere } from '../at-home.ts';
import { field, linkFrame, refusalOf, sendPage } from './guards.ts';
import type { PageParts } from './page-parts.ts';

interface LinkPath {
  readonly Params: { readonly token: string };
}

const MINUTE_MS = 60_000;

/**
 * The pages behind links in mails. Looking changes nothing; only the form's own button acts, once. The token stands
 * in the path and nowhere else: the log has the pattern of the route.
 */
export function linkRoutes(server: FastifyInstance, parts: PageParts): void {
  const schema = { hide: true };
  const config = { rateLimit: { max: parts.linksPerMinute, timeWindow: MINUTE_MS } };
  server.get<LinkPath>('/l/:token', { schema, config }, (request, reply) => show(parts, request, reply));
  server.post<LinkPath>('/l/:token', { schema, config }, (request, reply) => use(parts, request, reply));
  server.post<LinkPath>('/l/:token/fresh', { schema, config }, (request, reply) =>
    fresh(parts, request, reply),
  );
}

const unknown = (parts: PageParts, reply: FastifyReply): FastifyReply =>
  sendPage(reply, 404, wordPage(linkFrame(parts), refusalOf('page-link-unknown', {})));

async function show(
  parts: PageParts,
  { params: { token } }: FastifyRequest<LinkPath>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const look = await lookAtLink(parts.links, token);
  if (!look) return unknown(parts, reply);
  const view = viewOf(parts, token, look);
  return look.dead === undefined
    ? sendPage(reply, 200, askPage(view, { textMissing: false }))
    : sendPage(reply, 410, deadPage(view, look.dead));
}

async function use(
  parts: PageParts,
  request: FastifyRequest<LinkPath>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (!isFromHere(request, true)) return foreign(parts, reply);
  const { token } = request.params;
  const used = await useLink(parts.links, token, field(request.body, 'text'));
  if (!used) return unknown(parts, reply);
  const view = viewOf(parts, token, used.look);
  switch (used.use) {
    case 'done':
      return sendPage(reply, 200, donePage(view));
    case 'textMissing':
      return sendPage(reply, 422, askPage(view, { textMissing: true }));
    case 'refused':
      return sendPage(reply, 409, notDonePage(view, used.words));
    case 'dead':
      return sendPage(reply, 410, deadPage(view, used.look.dead ?? 'used'));
  }
}

async function fresh(
  parts: PageParts,
  request: FastifyRequest<LinkPath>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (!isFromHere(request, true)) return foreign(parts, reply);
  const answer = await askForFresh(parts.links, request.params.token);
  const words = catalogue('en').pages.link.fresh[answer];
  return sendPage(reply, STATUS[answer], wordPage(linkFrame(parts), words));
}

const STATUS = { sent: 200, tooMany: 429, nothing: 404 } as const;

const foreign = (parts: PageParts, reply: FastifyReply): FastifyReply =>
  sendPage(reply, 403, wordPage(linkFrame(parts), refusalOf('page-origin-foreign', {})));

function viewOf(parts: PageParts, token: string, look: LinkLook): LinkView {
  const { action, level, party, personName, heldText, subject } = look;
  const about = subject && {
    caseId: subject.key.caseId,
    references: subject.papers.events.flatMap((event) =>
      event.type === 'CaseOpened' ? event.references : [],
    ),
    customerName: subject.papers.customerName,
    contractTitle: subject.papers.contractTitle,
    state: subject.state,
    open: subject.open,
  };
  return { ...linkFrame(parts), path: `/l/${token}`, action, level, party, personName, heldText, about };
}
