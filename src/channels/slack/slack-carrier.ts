import type { ChatAddress, ChatResult } from '../../app/ports/chats.ts';
import type { ChatMessage } from '../../core/message/chat-message.ts';
import { outgoing, type Resolve } from '../outgoing/request.ts';
import { slackBlocks } from './slack-blocks.ts';

interface Sending {
  /** Where Slack's methods are, without a slash at its end: `https://slack.com/api`. */
  readonly api: string;
  readonly allowed: readonly string[];
  readonly resolve?: Resolve;
  readonly totalMs?: number;
}

const WITHIN_MS = 10_000;
const REPLY_BYTES_MAX = 64 * 1024;

/** Slack says with these that a token or a channel is no use any more: trying again cannot help. */
const FOR_GOOD = new Set([
  ...['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired', 'no_permission'],
  ...['missing_scope', 'org_login_required', 'channel_not_found', 'not_in_channel', 'is_archived'],
  ...['restricted_action', 'team_access_not_granted', 'ekm_access_denied'],
]);
/** And with these that it may. */
const PASSES = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
]);

/** Slack, asked as a bot. What the world does wrong is an answer, never thrown. */
export function slackCarrier({ api, allowed, resolve, totalMs = WITHIN_MS }: Sending) {
  const call = async (to: ChatAddress, method: string, body: object): Promise<ChatResult> => {
    if (to.secrets.kind !== 'slack') throw new TypeError('Slack is asked for a channel of Slack');
    const reply = await outgoing({
      ...{
        url: `${api}/${method}`,
        method: 'POST',
        allowed,
        limits: { totalMs, replyBytesMax: REPLY_BYTES_MAX },
      },
      headers: {
        'content-type': 'application/json; charset=utf-8',
        authorization: `Bearer ${to.secrets.token}`,
        'user-agent': 'Ladder',
      },
      body: JSON.stringify({ channel: to.room, ...body }),
      ...(resolve && { resolve }),
    });
    if (reply.result === 'failed') return { result: 'later', reason: reply.reason, afterSeconds: undefined };
    const { status, retryAfterSeconds: afterSeconds } = reply;
    if (status !== 200) return { result: 'later', reason: `status-${status}`, afterSeconds };
    return resultOf(new TextDecoder().decode(reply.body), afterSeconds);
  };
  return {
    post: (to: ChatAddress, message: ChatMessage) =>
      call(to, 'chat.postMessage', { ...slackBlocks(message), unfurl_links: false, unfurl_media: false }),
    redraw: (to: ChatAddress, place: string, message: ChatMessage) =>
      call(to, 'chat.update', { ts: place, ...slackBlocks(message) }),
    whisper: (to: ChatAddress, userId: string, text: string) =>
      call(to, 'chat.postEphemeral', {
        ...{
          user: userId,
          text,
          blocks: [{ type: 'section', text: { type: 'plain_text', text, emoji: false } }],
        },
      }),
  };
}

function resultOf(text: string, afterSeconds: number | undefined): ChatResult {
  const said = readJson(text);
  if (!said) return { result: 'later', reason: 'reply-not-understood', afterSeconds };
  if (said.ok === true) {
    return { result: 'sent', place: typeof said.ts === 'string' ? said.ts : undefined };
  }
  const given = typeof said.error === 'string' ? said.error : '';
  const reason = /^\w{1,60}$/.test(given) ? given : 'reply-not-understood';
  if (PASSES.has(reason)) return { result: 'later', reason, afterSeconds };
  return { result: 'refused', reason, isForGood: FOR_GOOD.has(reason) };
}

function readJson(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
