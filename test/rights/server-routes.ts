import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';

/** What Fastify tells of on this channel: https://fastify.dev/docs/latest/Reference/Hooks/#diagnostics-channel-hooks. */
const MADE = 'fastify.initialization';

/** Everything that a server answers as it is made, each as `GET /its/:pattern`; what only asks for heads is left out. */
export async function watchingRoutes<T>(
  make: () => Promise<T>,
): Promise<{ readonly made: T; readonly routes: readonly string[] }> {
  const found = new Set<string>();
  const watch = (message: unknown): void => {
    const { fastify } = message as { readonly fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD') found.add(`${one} ${url}`);
    });
  };
  subscribe(MADE, watch);
  try {
    return { made: await make(), routes: [...found].sort() };
  } finally {
    unsubscribe(MADE, watch);
  }
}
