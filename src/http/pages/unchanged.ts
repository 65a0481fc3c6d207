import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** So many signs of a digest tell one body from the next. */
const TAG_SIGNS = 22;

/** Tags an answer by what it says; true where its reader has it already, and has been told so. */
export function isUnchanged({ headers }: FastifyRequest, reply: FastifyReply, body: string): boolean {
  const tag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, TAG_SIGNS)}"`;
  void reply.header('etag', tag);
  const seen = (headers['if-none-match'] ?? '').split(',').map((one) => one.trim());
  if (!seen.includes(tag)) return false;
  void reply.code(304).send();
  return true;
}
