import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller, Role } from '../../app/authorise.ts';
import type { Session } from '../../app/ports/sessions.ts';
import type { Instant } from '../../core/instant.ts';
import { wordPage } from '../../portal/frame.tsx';
import { keptFormPage } from '../../portal/kept-form-page.tsx';
import { isAtHome, isFromHere } from '../at-home.ts';
import { limitOf } from '../limit-rates.ts';
import { fieldsOf } from './fields.ts';
import { refusalOf, sendPage } from './guards.ts';
import type { PageParts } from './page-parts.ts';
import { readerFrame, visitorIn, withHeldMails } from './reader-frame.ts';
import { keepsForm, typedForm } from './typed-form.ts';
import type { PageAnswer, PageRoute, SignedVisit, Visit, Visitor } from './visit.ts';

const MINUTE_MS = 60_000;

/** A page that anybody may ask for; `visitor` says who is signed in, if anybody. */
export function openPage(
  server: FastifyInstance,
  parts: PageParts,
  route: PageRoute,
  answer: (visit: Visit) => Promise<PageAnswer>,
): void {
  register(server, parts, route, answer);
}

/**
 * A page for people of a contract. Who is not signed in is led there and comes back; a form sent by somebody whose
 * session has ended is kept on the page that says so, ready to be sent again.
 */
export function signedPage(
  server: FastifyInstance,
  parts: PageParts,
  route: PageRoute,
  answer: (visit: SignedVisit) => Promise<PageAnswer>,
): void {
  register(server, parts, route, async (visit) => {
    const { session, visitor } = visit;
    if (session && (!visitor || !isOneOf(visitor, route.roles))) return 'missing';
    if (!session || !visitor || mustProve(session, route)) return provingFirst(visit);
    return answer({ ...visit, session, visitor });
  });
}

/** Who follows a page, looked up each time: undefined once their session has ended, or the page is not for them any more. */
export function followerNow(
  { sessions }: Pick<PageParts, 'sessions'>,
  { headers: { cookie } }: FastifyRequest,
  { contract, roles }: { readonly contract: string; readonly roles?: readonly Role[] | undefined },
): () => Promise<Caller | undefined> {
  return async () => {
    const session = await sessions.unused(cookie);
    const visitor = session && visitorIn(session, contract);
    return visitor && isOneOf(visitor, roles) ? visitor.caller : undefined;
  };
}

/** Whether somebody has to sign in, or to prove anew who they are, before they go on. */
export const isUnproved = ({ session }: Visit, route: Pick<PageRoute, 'isDangerous'>): boolean =>
  session === undefined || mustProve(session, route);

/** What they are answered then: the way there, or, of a form, the page that keeps what they typed. */
export async function provingFirst({ session, request, frame }: Visit): Promise<PageAnswer> {
  const typed = await typedForm(request);
  if (!typed) return { seeOther: signInPath(request.url) };
  return { status: 401, html: keptFormPage({ ...frame, typed, why: session ? 'stale' : 'ended' }) };
}

/** A visit by somebody who is signed in, whoever they are in a contract. */
export interface OwnVisit extends Visit {
  readonly session: Session;
}

/** A page about oneself. A form of secrets that came too late is not kept but begun again; any other is kept. */
export function ownPage(
  server: FastifyInstance,
  parts: PageParts,
  route: PageRoute,
  answer: (visit: OwnVisit) => Promise<PageAnswer>,
): void {
  register(server, parts, route, async (visit) => {
    const { session } = visit;
    if (session && !mustProve(session, route)) return answer({ ...visit, session });
    return route.secretFields ? { seeOther: signInPath(OWN_PAGE) } : provingFirst(visit);
  });
}

/** Where one sees one's own account. */
const OWN_PAGE = '/account';

/** Whether a page wants a proof that is younger than the session's. */
const mustProve = (
  { isFresh }: Session,
  { isDangerous = false }: PageRoute | { isDangerous?: boolean },
): boolean => isDangerous && !isFresh;

/** Where to sign in, and where to go on from there. */
const signInPath = (then: string): string => `/sign-in?${new URLSearchParams({ then })}`;

const isOneOf = ({ caller }: Visitor, roles: readonly Role[] | undefined): boolean =>
  roles === undefined || caller.grants.some(({ role }) => roles.includes(role));

const HOUR_MS = 3_600_000;

function register(
  server: FastifyInstance,
  parts: PageParts,
  { method, path, isBounded, perHour, perDay, secretFields = [], upload }: PageRoute,
  answer: (visit: Visit) => Promise<PageAnswer>,
): void {
  const isForm = method === 'POST';
  const atMost = (max: number, timeWindow: number) => ({ rateLimit: limitOf(isForm, { max, timeWindow }) });
  server.route({
    method,
    url: path,
    schema: { hide: true },
    config: {
      ...(isForm && keepsForm({ secretFields, upload })),
      ...(isBounded && atMost(parts.linksPerMinute, MINUTE_MS)),
      ...(perHour !== undefined && atMost(perHour, HOUR_MS)),
      ...(perDay !== undefined && atMost(perDay, 24 * HOUR_MS)),
    },
    handler: async (request, reply) => {
      const visit = await visitOf(parts, request, reply);
      const no = guarded(visit);
      if (no) return no;
      return send(visit, await answer(visit));
    },
  });
}

async function visitOf(all: PageParts, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const parts = request.method === 'GET' ? ofOneInstant(all) : all;
  const params = request.params as Readonly<Record<string, string>>;
  const session = await parts.sessions.of(request.headers.cookie);
  const visitor = session && visitorIn(session, params.contract);
  const frame = await withHeldMails(parts, readerFrame(parts, request, session, visitor), visitor);
  const { language } = frame;
  const query = fieldsOf(request.query);
  const form = fieldsOf(request.method === 'POST' ? request.body : undefined);
  return { parts, language, session, visitor, frame, params, query, form, request, reply };
}

/** A page is of one instant, whatever asks for it in its parts. */
function ofOneInstant(parts: PageParts): PageParts {
  const { reading, lists } = parts;
  let asked: Promise<Instant> | undefined;
  const now = (): Promise<Instant> => {
    asked ??= reading.now();
    return asked;
  };
  return { ...parts, reading: { ...reading, ...reading.asOf(now) }, lists: { ...lists, ...lists.asOf(now) } };
}

/** A page of a demonstration is for this machine alone, and a form is sent from our own pages. */
function guarded({ parts, request, reply, frame, params, language }: Visit): FastifyReply | undefined {
  const no = (status: number, code: 'page-host-foreign' | 'page-origin-foreign' | 'page-missing') =>
    sendPage(reply, status, wordPage(frame, refusalOf(code, {}, language)));
  if (parts.isDemonstration && !isAtHome(request, parts.baseUrl())) return no(403, 'page-host-foreign');
  if (request.method === 'POST' && !isFromHere(request, false)) return no(403, 'page-origin-foreign');
  // The database knows no such sign, so nothing has it in its name.
  return Object.values(params).some((value) => value.includes('\0')) ? no(404, 'page-missing') : undefined;
}

function send({ reply, frame, language }: Visit, answer: PageAnswer): FastifyReply {
  if (answer === 'sent') return reply;
  if (answer === 'missing') {
    return sendPage(reply, 404, wordPage(frame, refusalOf('page-missing', {}, language)));
  }
  if ('seeOther' in answer)
    return reply.code(303).header('cache-control', 'no-store').redirect(answer.seeOther, 303);
  if ('html' in answer) return sendPage(reply, answer.status ?? 200, answer.html);
  const { body, type, saveAs, isShown } = answer;
  if (saveAs !== undefined) {
    const name = saveAs.replace(/[^\w.-]/g, '_');
    void reply.header(
      'content-disposition',
      `${isShown ? 'inline' : 'attachment'}; filename="${name}"; filename*=UTF-8''${encodeURIComponent(saveAs)}`,
    );
  }
  return reply
    .header('cache-control', 'no-store')
    .type(type)
    .serializer((sent: unknown) => sent as string)
    .send(body);
}
