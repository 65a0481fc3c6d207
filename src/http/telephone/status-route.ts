import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LinkParts } from '../../app/links.ts';
import { takeReceipt } from '../../app/notices/take-receipt.ts';
import type { ReadStatus } from '../../app/ports/telephone.ts';
import { CARRIER_LIMIT } from './carrier-limit.ts';

interface StatusParts {
  readonly links: LinkParts;
  readonly baseUrl: () => string;
  /** How a carrier's word is proved and read; undefined where no carrier is set. */
  readonly readStatus: ReadStatus | undefined;
}

interface StatusPath {
  readonly Params: { readonly contract: string; readonly delivery: string };
}

/** What a carrier says of one text or call is far shorter. */
const BODY_BYTES_MAX = 64 * 1024;
/** What comes before we have written down that the carrier took it is looked at again, so often and after so long. */
const LOOKS_MAX = 10;
const LOOK_AGAIN_MS = 300;

/** Where a carrier says what became of a text or a call: proved by its signature, or by the token of a gateway. */
export function statusRoute(server: FastifyInstance, parts: StatusParts): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string', bodyLimit: BODY_BYTES_MAX }, (_request, body, done) =>
    done(null, body),
  );
  server.post<StatusPath>(
    '/telephone/status/:contract/:delivery',
    { schema: { hide: true }, config: CARRIER_LIMIT },
    (request, reply) => take(parts, request, reply),
  );
}

async function take(
  { links, baseUrl, readStatus }: StatusParts,
  request: FastifyRequest<StatusPath>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  void reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8');
  const { contract, delivery: deliveryId } = request.params;
  if (!readStatus || contract.includes('\0')) return reply.code(404).send('no such message');
  const header = (name: string): string => [request.headers[name]].flat()[0] ?? '';
  const read = await readStatus({
    url: `${baseUrl()}${request.url}`,
    body: typeof request.body === 'string' ? request.body : '',
    signature: header('x-twilio-signature'),
    authorization: header('authorization'),
  });
  if (read === 'forged') return reply.code(403).send('signature not good');
  if (read === 'unread') return reply.code(204).send();
  for (let looks = 0; looks < LOOKS_MAX; looks++) {
    const taken = await takeReceipt(links, { contract, deliveryId, ...read });
    if (taken === 'missing') return reply.code(404).send('no such message');
    if (taken !== 'early') return reply.code(204).send();
    await wait(LOOK_AGAIN_MS);
  }
  return reply.code(503).header('retry-after', '5').send('come again');
}
