import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { takePress } from '../../../app/chats/take-press.ts';
import type { ChatKey } from '../../../app/ports/chats.ts';
import type { PageParts } from '../page-parts.ts';

interface SlackPath {
  readonly Params: { readonly contract: string; readonly channel: string };
}

/** Slack's own requests are far shorter. */
const BODY_BYTES_MAX = 256 * 1024;
const FORM = 'application/x-www-form-urlencoded';

/** Where Slack tells of presses in a channel. */
export const slackPath = ({ contract, channelId }: ChatKey): string =>
  `/slack/${encodeURIComponent(contract)}/${encodeURIComponent(channelId)}`;

/**
 * Takes presses: what proves them is the signature over the bytes of the body, so it is kept as it came. Slack wants its
 * answer within three seconds; what the user is told goes to Slack after it.
 */
export async function slackRoute(server: FastifyInstance, parts: PageParts): Promise<void> {
  server.removeContentTypeParser(FORM);
  server.addContentTypeParser(
    FORM,
    { parseAs: 'string', bodyLimit: BODY_BYTES_MAX },
    (_request, body, done) => done(null, body),
  );
  server.post<SlackPath>('/slack/:contract/:channel', { schema: { hide: true } }, (request, reply) =>
    press(parts, request, reply),
  );
}

async function press(
  { links, secret, baseUrl, chats, log }: PageParts,
  request: FastifyRequest<SlackPath>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { params, headers, body } = request;
  const header = (name: string): string => [headers[name]].flat()[0] ?? '';
  const key = { contract: params.contract, channelId: params.channel };
  const claimed = {
    body: typeof body === 'string' ? body : '',
    timestamp: header('x-slack-request-timestamp'),
    signature: header('x-slack-signature'),
  };
  const isName = !`${params.contract}${params.channel}`.includes('\0');
  const press = { answers: links.answers, secret, newId: randomUUID, baseUrl: baseUrl(), read: chats.read };
  const taken = isName ? await takePress(press, key, claimed) : 'missing';
  void reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8');
  if (taken === 'missing') return reply.code(404).send('no such channel');
  if (taken === 'forged') return reply.code(401).send('signature not good, or older than five minutes');
  if (taken !== 'nothing') {
    const { to, userId, text } = taken;
    void chats.whisper(to, userId, text).then((result) => {
      if (result.result !== 'sent') log.warn('chat-user-not-told', { ...key, reason: result.reason });
    });
  }
  return reply.code(200).send('');
}
