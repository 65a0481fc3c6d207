import type { FastifyRequest } from 'fastify';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/** Whether we were asked under a name of our own: one that somebody else points at this machine lets their pages in. */
export const isAtHome = ({ host }: FastifyRequest, baseUrl: string): boolean =>
  LOOPBACK.test(host) || host === URL.parse(baseUrl)?.host;

/**
 * Whether something was sent from a page of ours, or from no page at all.
 *
 * Browsers say so in `Sec-Fetch-Site`. Older ones name an origin, or `null` because our pages send no referrer: that
 * is enough only where the address itself is a secret.
 */
export function isFromHere(request: FastifyRequest, addressIsSecret: boolean): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin === undefined) return true;
  if (origin === 'null') return addressIsSecret;
  return URL.parse(origin)?.host === request.host;
}
