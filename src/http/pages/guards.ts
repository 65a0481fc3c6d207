import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashOf } from '../../app/secret.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { PageRefusals } from '../../core/message/pages.ts';
import { type Frame, wordPage } from '../../portal/frame.tsx';
import { isAtHome, isFromHere } from '../at-home.ts';
import { hasScope } from '../caller.ts';
import { languageFor } from './page-language.ts';
import type { PageParts } from './page-parts.ts';
import { zoneFor } from './page-zone.ts';
import { keeperPlaces } from './places.ts';
import { readerFrame } from './reader-frame.ts';
import { ASSETS } from './static-files.ts';

const LANGUAGE_OF_PAGE = /<html lang="([a-z]{2})"/;

/** Every page: not kept by anybody on the way, its address told to nobody, and its language said as it says it itself. */
export function sendPage(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .header('vary', 'accept-encoding')
    .header('content-language', LANGUAGE_OF_PAGE.exec(html)?.[1] ?? 'en')
    .header('referrer-policy', 'no-referrer')
    .type('text/html; charset=utf-8')
    .serializer((sent: unknown) => String(sent))
    .send(html);
}

/** The words of a no of a page. */
export function refusalOf<C extends keyof PageRefusals>(
  code: C,
  values: PageRefusals[C],
  language: Language,
) {
  const say = catalogue(language).pages.refusals[code] as (values: PageRefusals[C]) => {
    readonly message: string;
    readonly advice: string;
  };
  return say(values);
}

/** What stands around a page for somebody who comes by a link: no places to go to. `known`: the language of a person. */
export const linkFrame = (
  { isDemonstration }: PageParts,
  request: FastifyRequest,
  known?: Language,
): Frame => ({
  language: languageFor(request, known),
  isDemonstration,
  places: [],
  assets: ASSETS,
  readerZone: zoneFor(request, undefined),
  helpPath: '/plans',
});

/**
 * What stands around a page of the installation: in a demonstration the places of whoever is signed in, which have it
 * among them, else those of whoever keeps it.
 */
export async function operatorFrame(parts: PageParts, request: FastifyRequest): Promise<Frame> {
  const session = await parts.sessions.of(request.headers.cookie);
  const frame = readerFrame(parts, request, session, undefined);
  if (parts.isDemonstration && frame.places.length > 0) return frame;
  const isKeeper = session?.isInstallationAdministrator === true;
  return { ...frame, places: keeperPlaces(parts.isDemonstration, isKeeper) };
}

/**
 * Lets whoever keeps the installation through: in a demonstration everybody on this machine, elsewhere who is signed in
 * as the administrator or has the administrator's token. Answers anybody else and is then false.
 */
export async function mayOperate(
  parts: PageParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  const no = (
    status: number,
    code: 'page-host-foreign' | 'page-origin-foreign' | 'page-token-wanted',
  ): false => {
    const frame = linkFrame(parts, request);
    void sendPage(reply, status, wordPage(frame, refusalOf(code, {}, frame.language)));
    return false;
  };
  if (parts.isDemonstration && !isAtHome(request, parts.baseUrl())) return no(403, 'page-host-foreign');
  if (request.method === 'POST' && !isFromHere(request, false)) return no(403, 'page-origin-foreign');
  if (parts.isDemonstration || (await keepsInstallation(parts, request))) return true;
  void reply.header('www-authenticate', 'Basic realm="Ladder", charset="UTF-8"');
  return no(401, 'page-token-wanted');
}

/** Signed in as the administrator, or with the token. */
const keepsInstallation = async (parts: PageParts, request: FastifyRequest): Promise<boolean> =>
  (await parts.sessions.of(request.headers.cookie))?.isInstallationAdministrator === true ||
  isAdministrator(parts, request);

/** The token comes as the password of HTTP's own sign-in: nothing is kept here, and it works without script. */
async function isAdministrator({ reading }: PageParts, { headers }: FastifyRequest): Promise<boolean> {
  const [, encoded] = /^Basic +([A-Za-z0-9+/=]{1,400})$/i.exec(headers.authorization ?? '') ?? [];
  if (encoded === undefined) return false;
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  const token = pair.slice(pair.indexOf(':') + 1);
  if (!/^ladder_[A-Za-z0-9_-]{20,100}$/.test(token)) return false;
  const holder = await reading.tokenHolder(hashOf(token));
  return holder !== undefined && holder.contract === undefined && hasScope(holder, 'admin');
}

/** A field of a form; empty where it was not sent, or sent as anything but one text. */
export function field(body: unknown, name: string): string {
  if (typeof body !== 'object' || body === null) return '';
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' ? value : '';
}
