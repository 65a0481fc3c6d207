import type { FastifyInstance } from 'fastify';
import { Packer } from './packer.ts';
import { codingFor } from './pages/coding.ts';

/** Below this an answer is not worth the work. */
const BYTES_MIN = 1024;
/** Above this an answer is packed by a stream of its own, so that none waits long for another. */
const BYTES_MAX = 1024 * 1024;
const PACKS_WELL = /^text\/(?!event-stream)|[+/](?:json|xml)\b/;

/** Answers that stand whole in memory are packed by one packer; streams and great ones are left to `@fastify/compress`. */
export function packAnswers(server: FastifyInstance): void {
  const packer = new Packer();
  server.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
    if (payload.length < BYTES_MIN || payload.length > BYTES_MAX) return payload;
    if (reply.hasHeader('content-encoding') || reply.hasHeader('content-range')) return payload;
    if (!PACKS_WELL.test(String(reply.getHeader('content-type')))) return payload;
    const vary = String(reply.getHeader('vary') ?? '');
    if (!vary.includes('accept-encoding'))
      void reply.header('vary', vary === '' ? 'accept-encoding' : `${vary}, accept-encoding`);
    if (!codingFor(request.headers['accept-encoding'], ['gzip'])) return payload;
    const packed = await packer.pack(Buffer.from(payload));
    if (packed === undefined) return payload;
    void reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return packed;
  });
  server.addHook('onClose', async () => packer.close());
}
