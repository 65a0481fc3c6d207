import type { FastifyInstance } from 'fastify';
import { sightOf } from '../../../app/views/sight.ts';
import { Streams } from '../../streams.ts';
import type { PageParts } from '../page-parts.ts';
import { followerNow, signedPage } from '../page-route.ts';

/** Word that a case has changed, as server-sent events: what its page asks for to show it as it is. */
export function changesRoute(server: FastifyInstance, parts: PageParts, path: string): void {
  const streams = new Streams(parts);
  server.addHook('preClose', async () => streams.end());
  signedPage(server, parts, { method: 'GET', path: `${path}/changes` }, async (visit) => {
    const { visitor, session, params, query, request, reply } = visit;
    const { contract = '', caseId = '' } = params;
    const { caller } = visitor;
    const found = await parts.reading.case({ contract, caseId }, sightOf(caller));
    if (!found) return 'missing';
    const seen = numberIn(request.headers['last-event-id']) ?? numberIn(query.text('after'));
    const only = { caseId, after: seen ?? found.events };
    const owner = `session/${session.sessionId}`;
    await streams.begin({
      ...{ request, reply, tokenId: owner, contract, only, from: undefined },
      callerNow: followerNow(parts, request, { contract }),
      tells: 'changes',
    });
    return 'sent';
  });
}

/** The number of an event: the last one that a stream has sent before, or that its page was made for. */
const numberIn = (text: unknown): number | undefined =>
  typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
