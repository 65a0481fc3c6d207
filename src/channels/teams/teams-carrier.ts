import type { ChatAddress, ChatResult } from '../../app/ports/chats.ts';
import type { ChatMessage } from '../../core/message/chat-message.ts';
import { outgoing, type Resolve } from '../outgoing/request.ts';
import { teamsCard } from './teams-card.ts';

interface Sending {
  readonly allowed: readonly string[];
  readonly resolve?: Resolve;
  readonly totalMs?: number;
}

const WITHIN_MS = 10_000;
const REPLY_BYTES_MAX = 64 * 1024;
const [TOO_MANY, TIMEOUT, GONE] = [429, 408, 410];
/** The workflow, or the right to start it, is no more: trying again cannot help. */
const FOR_GOOD = new Set([401, 403, 404, GONE]);

/** A workflow of Microsoft Teams that posts what it is sent. What the world does wrong is an answer, never thrown. */
export const teamsCarrier =
  ({ allowed, resolve, totalMs = WITHIN_MS }: Sending) =>
  async ({ secrets }: ChatAddress, message: ChatMessage): Promise<ChatResult> => {
    if (secrets.kind !== 'teams') throw new TypeError('Teams is asked for a channel of Teams');
    const reply = await outgoing({
      ...{ url: secrets.url, method: 'POST', allowed, limits: { totalMs, replyBytesMax: REPLY_BYTES_MAX } },
      headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Ladder' },
      body: JSON.stringify(teamsCard(message)),
      ...(resolve && { resolve }),
    });
    if (reply.result === 'failed') return { result: 'later', reason: reply.reason, afterSeconds: undefined };
    const { status, retryAfterSeconds: afterSeconds } = reply;
    if (status >= 200 && status < 300) return { result: 'sent', place: undefined };
    const reason = `status-${status}`;
    if (status >= 500 || status === TOO_MANY || status === TIMEOUT)
      return { result: 'later', reason, afterSeconds };
    return { result: 'refused', reason, isForGood: FOR_GOOD.has(status) };
  };
