import type { FastifyReply } from 'fastify';
import type { KeptFile } from '../app/ports/files.ts';
import { fileType } from '../app/views/file-view.ts';

/** Whatever a browser should take the bytes for, it carries nothing out. */
const NOTHING_RUNS = "default-src 'none'; sandbox";

/**
 * Sends what somebody uploaded, to be kept and never to be shown: as a download, under the type its content has, and
 * so that nothing in it runs wherever it is opened.
 */
export function sendFile(
  reply: FastifyReply,
  { name = 'file', kind, bytes }: Pick<KeptFile, 'name' | 'kind'> & SentBytes,
): FastifyReply {
  const plain = name.replace(/[^\w. -]/g, '_');
  return reply
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${starred(name)}`)
    .header('content-security-policy', NOTHING_RUNS)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .type(fileType(kind))
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

interface SentBytes {
  readonly bytes: Uint8Array;
}

/** As RFC 8187 has it, where a few signs more are escaped than in an address. */
const starred = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
