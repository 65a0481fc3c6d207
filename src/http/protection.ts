import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** What every answer forbids a browser to do with it. */
export const PROTECTION = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      scriptSrc: ["'self'"],
      connectSrc: ["'self'"],
      frameSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // Only where people come by https, which is known later: `askForHttps`.
  hsts: false,
  crossOriginEmbedderPolicy: false,
  referrerPolicy: { policy: 'no-referrer' },
} satisfies FastifyHelmetOptions;

/** A year in seconds. */
const HTTPS_FOR_S = 31_536_000;

/**
 * Tells browsers to come by https alone for a year, where the address of Ladder is one. For its own host only: what
 * stands under that name is not Ladder's to decide.
 */
export function askForHttps(server: FastifyInstance, baseUrl: () => string): void {
  server.addHook('onRequest', async (_request, reply) => {
    if (baseUrl().startsWith('https:')) {
      reply.header('strict-transport-security', `max-age=${HTTPS_FOR_S}`);
    }
  });
}
