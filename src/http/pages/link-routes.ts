import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ATTEST } from '../../app/attestation/attestation-letters.ts';
import { proofSince } from '../../app/contact-reports/report-contact.ts';
import { changeToFreeze } from '../../app/contacts/go-on.ts';
import { ANSWER_DRILL } from '../../app/drills/drill-letters.ts';
import { askForFresh, type LinkLook, lookAtLink, useLink } from '../../app/links.ts';
import { isSwapCommand } from '../../app/rota/swap-by-link.ts';
import { hashOf } from '../../app/secret.ts';
import { lookAtSubscription } from '../../app/subscriptions/subscribe.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { wordPage } from '../../portal/frame.tsx';
import { askPage, deadPage, donePage, type LinkView, notDonePage } from '../../portal/link-page.tsx';
import { isFromHere } from '../at-home.ts';
import { limitOf } from '../limit-rates.ts';
import { field, linkFrame, refusalOf, sendPage } from './guards.ts';
import type { PageParts } from './page-parts.ts';
import { keepsForm } from './typed-form.ts';

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
  const limit = { max: parts.linksPerMinute, timeWindow: MINUTE_MS };
  const config = { rateLimit: limit };
  server.get<LinkPath>('/l/:token', { schema, config }, (request, reply) => show(parts, request, reply));
  const acting = { rateLimit: limitOf(true, limit), ...keepsForm() };
  server.post<LinkPath>('/l/:token', { schema, config: acting }, (request, reply) =>
    use(parts, request, reply),
  );
  server.post<LinkPath>('/l/:token/fresh', { schema, config: acting }, (request, reply) =>
    fresh(parts, request, reply),
  );
}

const unknown = (parts: PageParts, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const frame = linkFrame(parts, request);
  return sendPage(reply, 404, wordPage(frame, refusalOf('page-link-unknown', {}, frame.language)));
};

async function show(
  parts: PageParts,
  request: FastifyRequest<LinkPath>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { token } = request.params;
  const look = await lookAtLink(parts.links, token);
  // A link that signs somebody in is about no case, and has pages of its own.
  if (!look && (await parts.accounts.knowsLink(token))) return reply.redirect(`/sign-in/link/${token}`, 303);
  if (!look) return unknownCase(parts, request, reply);
  if (isAttestation(look)) return reply.redirect(`/attest/${token}`, 303);
  if (isSwapCommand(look.action)) return reply.redirect(`/swap/${token}`, 303);
  if (isDrill(look)) return reply.redirect(`/drill/${token}`, 303);
  const view = viewOf(parts, request, look);
  return look.dead === undefined
    ? sendPage(reply, 200, askPage(view, { textMissing: false }))
    : sendPage(reply, 410, deadPage(view, look.dead));
}

/** So has one by which somebody confirms their own details: it is of no case. */
const isAttestation = ({ action }: { readonly action: string }): boolean => action === ATTEST;

/** And one by which somebody says that they are there in a drill. */
const isDrill = ({ action }: { readonly action: string }): boolean => action === ANSWER_DRILL;

/** The links of whoever is told when a plan changes. */
const SUBSCRIPTIONS = [
  ['proof', '/subscribe'],
  ['end', '/unsubscribe'],
] as const;

/** So have links that hold up a change of somebody's number or address or of who fills a seat, that prove a reporter's address, and about being told of a plan. */
async function unknownCase(
  parts: PageParts,
  request: FastifyRequest<LinkPath>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { token } = request.params;
  const contracts = parts.contractsFor({ kind: 'terminal' });
  if (await changeToFreeze({ contracts }, token)) return reply.redirect(`/contact-change/${token}`, 303);
  for (const [link, path] of SUBSCRIPTIONS)
    if (await lookAtSubscription({ contracts }, link, token)) return reply.redirect(`${path}/${token}`, 303);
  const isFilling = await contracts.transaction((tx) => tx.fillings.byHold(hashOf(token)));
  if (isFilling) return reply.redirect(`/seat-filling/${token}`, 303);
  const since = proofSince(await parts.reading.now());
  if (await parts.contactReports.proof(hashOf(token), since))
    return reply.redirect(`/reported/${token}`, 303);
  return unknown(parts, request, reply);
}

async function use(
  parts: PageParts,
  request: FastifyRequest<LinkPath>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (!isFromHere(request, true)) return foreign(parts, request, reply);
  const { token } = request.params;
  const used = await useLink(parts.links, token, field(request.body, 'text'));
  if (!used) return unknown(parts, request, reply);
  const view = viewOf(parts, request, used.look);
  switch (used.use) {
    case 'done':
      return sendPage(reply, 200, donePage(view));
    case 'textMissing':
      return sendPage(reply, 422, askPage(view, { textMissing: true }));
    case 'refused':
      return sendPage(
        reply,
        used.refusal.code === 'case-set-aside' ? 503 : 409,
        notDonePage(view, used.refusal.words(view.language), used.text),
      );
    case 'dead':
      return sendPage(reply, 410, deadPage(view, used.look.dead ?? 'used'));
  }
}

async function fresh(
  parts: PageParts,
  request: FastifyRequest<LinkPath>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (!isFromHere(request, true)) return foreign(parts, request, reply);
  const { answer, language } = await askForFresh(parts.links, request.params.token);
  const frame = linkFrame(parts, request, language);
  const words = catalogue(frame.language).pages.link.fresh[answer];
  return sendPage(reply, STATUS[answer], wordPage(frame, words));
}

const STATUS = { sent: 200, tooMany: 429, nothing: 404 } as const;

const foreign = (parts: PageParts, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const frame = linkFrame(parts, request);
  return sendPage(reply, 403, wordPage(frame, refusalOf('page-origin-foreign', {}, frame.language)));
};

function viewOf(parts: PageParts, request: FastifyRequest<LinkPath>, look: LinkLook): LinkView {
  const { action, level, party, personName, language, heldText, subject } = look;
  const frame = linkFrame(parts, request, language);
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
  return {
    ...frame,
    formPath: `/l/${request.params.token}`,
    action,
    level,
    party,
    personName,
    heldText,
    about,
  };
}
