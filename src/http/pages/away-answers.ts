import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Language, languageOf } from '../../core/message/catalogue.ts';
import type { Frame } from '../../portal/frame.tsx';
import { awayPage, keptPlanPage } from '../../portal/plan/away-pages.tsx';
import { ladderPicture } from '../../render/ladder-picture.tsx';
import { paperPdf } from '../../render/pdf/paper-pdf.ts';
import type { KeptPlan } from '../../render/publication/kept-plan.ts';
import { isAtHome } from '../at-home.ts';
import { typefaces } from '../typefaces.ts';
import { sendPage } from './guards.ts';
import { languageFor } from './page-language.ts';
import type { PageParts } from './page-parts.ts';
import { zoneFor } from './page-zone.ts';
import { PICTURE_POLICY } from './plan-routes.ts';
import { ASSETS } from './static-files.ts';

/** What these answers are made of: nothing that a database has to be asked for. */
export type AwayParts = Pick<PageParts, 'isDemonstration' | 'kept' | 'baseUrl'>;

interface Asked {
  readonly kept: KeptPlan;
  readonly frame: Frame;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Pages and papers of a plan that its copy can answer for, by the pattern of their route; undefined: nor can it. */
const ANSWERS: Readonly<Record<string, (asked: Asked) => Promise<FastifyReply | undefined>>> = {
  // Not 503: whoever stands between would put a page of their own in the place of whom to call.
  '/plans/:contract': async ({ kept, frame, reply }) =>
    sendPage(reply, 200, keptPlanPage({ ...frame, kept })),
  '/plans/:contract.pdf': async ({ kept, frame: { language }, reply }) =>
    sent(
      reply.header('content-disposition', `inline; filename="${kept.contract}-plan-${language}.pdf"`),
      'application/pdf',
      Buffer.from(await paperPdf(kept.papers[language], typefaces(), 'LETTER')),
    ),
  '/plans/:contract/ladders/:track.svg': async ({ kept, frame: { language }, request, reply }) => {
    const { track } = request.params as { readonly track: string };
    const blocks = kept.papers[language].sections.flatMap((section) => section.blocks);
    const found = blocks.find((block) => block.is === 'ladder' && block.track === track);
    if (found?.is !== 'ladder' || !found.view) return undefined;
    return sent(
      reply.header('content-security-policy', PICTURE_POLICY),
      'image/svg+xml; charset=utf-8',
      ladderPicture(found.view),
    );
  },
};

const sent = (reply: FastifyReply, type: string, body: string | Buffer): FastifyReply =>
  reply
    .header('cache-control', 'no-store')
    .type(type)
    .serializer((one: unknown) => one as string)
    .send(body);

/** The answer from a copy; undefined where there is none for this request. */
export async function answerFromCopy(
  parts: AwayParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const answer = ANSWERS[request.routeOptions.url ?? ''];
  if (!answer || request.method !== 'GET' || !mayBeShown(parts, request)) return undefined;
  const { contract = '' } = request.params as { readonly contract?: string };
  const kept = parts.kept.of(contract);
  return kept && answer({ kept, frame: awayFrame(parts, request), request, reply });
}

/** That the database cannot be reached, and whom to call meanwhile. */
export function sayAway(parts: AwayParts, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const kept = mayBeShown(parts, request) ? parts.kept.all() : [];
  void reply.header('retry-after', RETRY_SECONDS);
  const wasSent = request.method !== 'GET' && request.method !== 'HEAD';
  return sendPage(reply, 503, awayPage({ ...awayFrame(parts, request), kept, wasSent }));
}

const RETRY_SECONDS = '5';

/** While it is known that the database is away, nobody waits for it to be found so once more. */
export function answerWhileAway(server: FastifyInstance, parts: AwayParts): void {
  server.addHook('preHandler', async (request, reply) =>
    parts.kept.isAway() ? answerFromCopy(parts, request, reply) : undefined,
  );
}

/** Every answer of a server that has no database at all yet. */
export function awayRoutes(server: FastifyInstance, parts: AwayParts): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    (await answerFromCopy(parts, request, reply)) ?? sayAway(parts, request, reply);
  for (const path of Object.keys(ANSWERS)) server.get(path, answer);
  server.setNotFoundHandler(answer);
}

/** A page of a demonstration is for this machine alone. */
const mayBeShown = ({ isDemonstration, baseUrl }: AwayParts, request: FastifyRequest): boolean =>
  !isDemonstration || isAtHome(request, baseUrl());

/** Nobody is known and no choice can be kept: the address may say the language, else the browser does. */
function awayFrame({ isDemonstration }: AwayParts, request: FastifyRequest): Frame {
  const { language } = (request.query ?? {}) as { readonly language?: unknown };
  const asked: Language | undefined = typeof language === 'string' ? languageOf(language) : undefined;
  return {
    language: asked ?? languageFor(request, undefined),
    isDemonstration,
    places: [],
    assets: ASSETS,
    readerZone: zoneFor(request, undefined),
  };
}
