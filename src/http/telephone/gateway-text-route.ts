import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { takeText } from '../../app/telephone/take-text.ts';
import { numberIn, type TelephoneParts } from '../../app/telephone/telephone-parts.ts';
import { CARRIER_LIMIT } from './carrier-limit.ts';

/** What texts that a gateway hands over are taken with. */
export interface GatewayTexts extends TelephoneParts {
  /** The number that people write to, where it is known; `number` is one that they may ring. */
  readonly ownNumber: string | undefined;
  /** Whether it is the gateway that asks, by its `Authorization`. */
  isFromGateway(authorization: string): boolean;
}

/** A text and its id are far shorter. */
const BODY_BYTES_MAX = 64 * 1024;
const ID_MAX = 200;
const TEXT_MAX = 10_000;

const isFreeOfNul = (text: string): boolean => !text.includes('\0');

/** Whatever else a gateway says of a text is passed over. */
const receivedText = z.object({
  id: z
    .string()
    .min(1)
    .max(ID_MAX)
    .refine(isFreeOfNul)
    .describe(`what you call this text, 1 to ${ID_MAX} signs`),
  from: z
    .string()
    .refine((from) => numberIn(from) !== undefined)
    .describe('the number that sent it, written as +12025550111'),
  text: z.string().max(TEXT_MAX).describe(`what was written, up to ${TEXT_MAX} signs`),
});

type FieldName = keyof typeof receivedText.shape;

/** What is wrong with one field; `given` is what stood there, cut short, and null where nothing did. */
interface FieldTrouble {
  readonly field: FieldName;
  readonly given: string | null;
  readonly wanted: string;
}

/** Where a gateway of texts hands over what people write: proved by its token, as what it says of texts that went out. */
export function gatewayTextRoute(server: FastifyInstance, gateway: GatewayTexts | undefined): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string', bodyLimit: BODY_BYTES_MAX }, (_request, body, done) =>
    done(null, body),
  );
  server.post(
    '/telephone/gateway/texts',
    { schema: { hide: true }, config: CARRIER_LIMIT },
    (request, reply) => take(gateway, request, reply),
  );
}

/** The answer goes back in the reply, and is the same for one that comes again: the gateway sends it. */
async function take(
  gateway: GatewayTexts | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  void reply.header('cache-control', 'no-store');
  const plain = (status: number, text: string): FastifyReply =>
    reply.code(status).type('text/plain; charset=utf-8').send(text);
  if (!gateway) return plain(404, 'nothing there');
  if (!gateway.isFromGateway(request.headers.authorization ?? '')) return plain(403, 'token not good');
  const given = objectIn(request.body);
  if (!given) return reply.code(400).send({ error: 'the body is no JSON object' });
  const read = receivedText.safeParse(given);
  if (!read.success) {
    return reply
      .code(422)
      .send({ error: 'the text cannot be taken', problems: troublesOf(read.error, given) });
  }
  const { id, from, text: body } = read.data;
  const answer = await takeText(gateway, { textId: textIdOf(id, from), from, body });
  return reply.code(200).send({ answer: answer ?? null });
}

function objectIn(body: unknown): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(typeof body === 'string' ? body : '');
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read);
    return isObject ? (read as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const SHOWN_MAX = 80;

function troublesOf(
  { issues }: z.ZodError,
  given: Readonly<Record<string, unknown>>,
): readonly FieldTrouble[] {
  const fields = new Set(issues.map(({ path }) => path[0] as FieldName));
  return [...fields].map((field) => ({
    field,
    given: shown(given[field]),
    wanted: receivedText.shape[field].description ?? '',
  }));
}

const shown = (value: unknown): string | null =>
  value === undefined ? null : JSON.stringify(value).slice(0, SHOWN_MAX);

/**
 * What we call it. Of one sender, for a gateway that counts the texts of each number by themselves must not have one
 * person read what another was answered; and apart from what other carriers call theirs.
 */
const textIdOf = (id: string, from: string): string =>
  `gateway-${createHash('sha256').update(`${from}\n${id}`).digest('base64url')}`;
