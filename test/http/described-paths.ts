import type { HttpParts } from '../../src/http/parts.ts';
import { httpServer } from '../../src/http/server.ts';
import type { DescribedPaths } from './api-document.ts';

/** The operations of a demonstration's server, which has all there are. Nobody asks it anything: it needs no database to describe itself. */
export async function describedPaths(): Promise<DescribedPaths> {
  const changes = { subscribe: () => () => undefined };
  const movable = {} as NonNullable<HttpParts['movable']>;
  const demonstration = { isDemonstration: true, movable };
  const parts: Partial<HttpParts> = { changes, ratePerMinute: 1, trustProxy: [], ...demonstration };
  const server = await httpServer(parts as HttpParts);
  await server.ready();
  const { paths = {} } = server.swagger();
  await server.close();
  return paths as DescribedPaths;
}
