import type { FastifyInstance } from 'fastify';
import type { Role } from '../../../app/authorise.ts';
import { placeOf } from '../../stream.ts';
import type { Streams } from '../../streams.ts';
import type { PageParts } from '../page-parts.ts';
import { followerNow, signedPage } from '../page-route.ts';

/** Word that a case its reader sees has changed, as server-sent events: what a list asks for to show what waits now. */
export function listChangesRoute(
  server: FastifyInstance,
  parts: PageParts,
  { path, roles, streams }: { path: string; roles: readonly Role[]; streams: Streams },
): void {
  signedPage(server, parts, { method: 'GET', path: `${path}/changes`, roles }, async (visit) => {
    const { visitor, session, query, request, reply } = visit;
    const { contract } = visitor.caller;
    const last = request.headers['last-event-id'];
    await streams.begin({
      ...{ request, reply, contract, only: undefined },
      callerNow: followerNow(parts, request, { contract, roles }),
      tokenId: `session/${session.sessionId}`,
      from: placeOf(typeof last === 'string' ? last : undefined) ?? placeOf(query.text('after')),
      tells: 'changes',
    });
    return 'sent';
  });
}
