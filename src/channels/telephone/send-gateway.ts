import type { OutgoingText, TelephoneCarrier, TelephoneResult } from '../../app/ports/telephone.ts';
import { outgoing, type Resolve } from '../outgoing/request.ts';
import { oneLine, refusedBy } from './telephone-failure.ts';

interface GatewaySettings {
  readonly url: string;
  readonly token: string;
  readonly allowed: readonly string[];
  readonly resolve?: Resolve;
  readonly totalMs?: number;
}

const WITHIN_MS = 15_000;
const REPLY_BYTES_MAX = 64 * 1024;
/** What a gateway says of this one text: it would say the same again. */
const OF_NUMBER: ReadonlySet<number> = new Set([400, 404, 410, 422]);

/**
 * Texts by any gateway that takes them over HTTP: one POST of JSON a text, with an id by which it drops a repeat. An
 * answer of the 200s takes the text; 400, 404, 410 and 422 refuse it for good, everything else for now.
 */
export function gatewayCarrier({
  url,
  token,
  allowed,
  resolve,
  totalMs = WITHIN_MS,
}: GatewaySettings): Pick<TelephoneCarrier, 'text'> {
  return {
    async text({ id, to, body, statusUrl }: OutgoingText): Promise<TelephoneResult> {
      const reply = await outgoing({
        ...{ url, method: 'POST', allowed, limits: { totalMs, replyBytesMax: REPLY_BYTES_MAX } },
        headers: {
          'content-type': 'application/json; charset=utf-8',
          authorization: `Bearer ${token}`,
          'idempotency-key': id,
          'user-agent': 'Ladder',
        },
        body: JSON.stringify({ id, to, text: body, statusUrl }),
        ...(resolve && { resolve }),
      });
      if (reply.result === 'failed') return { result: 'failed', permanent: false, reason: reply.reason };
      const { status, retryAfterSeconds } = reply;
      const said = new TextDecoder().decode(reply.body);
      if (status >= 200 && status < 300) return { result: 'handedOver', carrierId: idIn(said) ?? id };
      const no = refusedBy({ status, retryAfterSeconds, code: undefined, said: said || undefined });
      return { ...no, permanent: OF_NUMBER.has(status) } as TelephoneResult;
    },
  };
}

/** What the gateway calls the text, where it says so. */
function idIn(said: string): string | undefined {
  try {
    const { id } = JSON.parse(said) as { readonly id?: unknown };
    return typeof id === 'string' && id !== '' ? oneLine(id) : undefined;
  } catch {
    return undefined;
  }
}
