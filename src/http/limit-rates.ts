import rateLimit from '@fastify/rate-limit';
import type { FastifyContextConfig, FastifyInstance, FastifyRequest } from 'fastify';
import { holderOf } from './caller.ts';
import type { HttpParts } from './parts.ts';
import { problem } from './problem.ts';

const MINUTE_MS = 60_000;
/** Tokens and addresses that the limiter counts at once. */
const COUNTED_MAX = 10_000;

/** Forms are read before they are counted, so that one too many still stands on its page. */
const FORM_HOOK = 'preHandler';

/** A limit of a route's own. */
export const limitOf = <L extends { readonly max: number; readonly timeWindow: number }>(
  isForm: boolean,
  limit: L,
): L & { hook?: typeof FORM_HOOK } => (isForm ? { ...limit, hook: FORM_HOOK } : limit);

/** So many requests a minute for each token, and for each address that has none or a wrong one. */
export async function limitRates(
  server: FastifyInstance,
  { reading, ratePerMinute }: HttpParts,
): Promise<void> {
  await server.register(rateLimit, {
    global: false,
    max: ratePerMinute,
    timeWindow: MINUTE_MS,
    cache: COUNTED_MAX,
    keyGenerator: async (request: FastifyRequest) => {
      const holder = await holderOf(request, reading);
      return typeof holder === 'string' ? `address/${request.ip}` : `token/${holder.tokenId}`;
    },
    errorResponseBuilder: ({ routeOptions }, { max, ttl }) => {
      const seconds = Math.max(1, Math.ceil(ttl / 1000));
      const headers = { 'retry-after': String(seconds) };
      const minutes = windowOf(routeOptions.config) / MINUTE_MS;
      return problem('requests-too-many', { max, minutes, seconds }, { headers });
    },
  });
  const counted = server.rateLimit();
  server.addHook('onRoute', (route) => {
    const { rateLimit: own, keepsForm } = (route.config ?? {}) as {
      rateLimit?: unknown;
      keepsForm?: unknown;
    };
    if (own !== undefined) return;
    const hook = keepsForm === undefined ? 'onRequest' : FORM_HOOK;
    route[hook] = [route[hook] ?? [], counted].flat();
  });
}

/** Over how long a route counts, in milliseconds: some forms have a limit of their own. */
const windowOf = ({ rateLimit: own }: FastifyContextConfig): number =>
  typeof own === 'object' && typeof own.timeWindow === 'number' ? own.timeWindow : MINUTE_MS;
