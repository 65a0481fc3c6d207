import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { queryNumber } from '../../app/schemas/values.ts';
import { readerNow } from '../caller.ts';
import { caseParams, contractParams, operation } from '../operation.ts';
import type { HttpParts } from '../parts.ts';
import { placeOf } from '../stream.ts';
import type { Streams } from '../streams.ts';
import { seenCase } from './cases.ts';

const eventStream = z.string().meta({
  examples: ['id: 3\nevent: Acknowledged\ndata: {"caseId":"100001","number":3}\n\n'],
});
const headers = z.looseObject({ 'last-event-id': z.string().max(100).optional() });
const replies = { 200: eventStream };
const type = 'text/event-stream';

/** What happens, as it happens. */
export function streamRoutes(server: FastifyInstance, parts: HttpParts, streams: Streams): void {
  operation(
    server,
    parts,
    {
      id: 'streamContract',
      method: 'GET',
      path: '/contracts/:contract/events',
      tag: 'streams',
      params: contractParams,
      headers,
      replies,
      type,
    },
    async ({ holder: { tokenId }, params: { contract }, request, reply }) => {
      const callerNow = readerNow(request, parts.reading, contract);
      const from = placeOf(lastEventOf(request));
      await streams.begin({ request, reply, tokenId, callerNow, contract, only: undefined, from });
      return reply;
    },
  );
  operation(
    server,
    parts,
    {
      id: 'streamCase',
      method: 'GET',
      path: '/contracts/:contract/cases/:caseId/stream',
      tag: 'streams',
      params: caseParams,
      query: z.strictObject({ after: queryNumber(0, 1_000_000_000).optional() }),
      headers,
      replies,
      type,
    },
    async ({ caller, holder: { tokenId }, params, query, request, reply }) => {
      const { key, events } = await seenCase(parts, caller, params);
      const last = /^\d{1,9}$/.exec(lastEventOf(request) ?? '')?.[0];
      const after = last === undefined ? (query.after ?? events) : Number(last);
      const only = { caseId: key.caseId, after };
      const { contract } = key;
      const callerNow = readerNow(request, parts.reading, contract);
      await streams.begin({ request, reply, tokenId, callerNow, contract, only, from: undefined });
      return reply;
    },
  );
}

function lastEventOf({ headers: sent }: FastifyRequest): string | undefined {
  const value = sent['last-event-id'];
  return typeof value === 'string' ? value : undefined;
}
