import { Webhook } from 'standardwebhooks';
import type { Instant } from '../../core/instant.ts';
import { outgoing, type Resolve } from '../outgoing/request.ts';

/** The signature of a message as Standard Webhooks have it: `v1,…`. */
export const signWebhook = (
  secret: string,
  { id, sentAt, body }: { readonly id: string; readonly sentAt: Instant; readonly body: string },
): string => new Webhook(secret).sign(id, new Date(sentAt), body);

interface Request {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isOpenOnly: boolean;
}

interface Sending {
  readonly allowed: readonly string[];
  readonly resolve?: Resolve;
  /** From the first look at the name to the last byte of the answer. */
  readonly totalMs?: number;
}

const WITHIN_MS = 10_000;
/** What an answer says is not read; whoever says more than this is not heard at all. */
const REPLY_BYTES_MAX = 64 * 1024;

/** Hands signed requests over, each once; what the world does wrong is an answer too. */
export const webhookCarrier =
  ({ allowed, resolve, totalMs = WITHIN_MS }: Sending) =>
  async ({
    url,
    headers,
    body,
    isOpenOnly,
  }: Request): Promise<{ readonly status: number } | { readonly failed: string }> => {
    const limits = { totalMs, replyBytesMax: REPLY_BYTES_MAX };
    const reply = await outgoing({
      url,
      method: 'POST',
      headers,
      body,
      allowed: isOpenOnly ? [] : allowed,
      limits,
      ...(resolve && { resolve }),
    });
    return reply.result === 'answered' ? { status: reply.status } : { failed: reply.reason };
  };
