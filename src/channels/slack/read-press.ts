import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { ReadPress } from '../../app/ports/chats.ts';

/** Older than this, or from as far ahead, a request may have been kept by somebody and sent again. */
const WITHIN_SECONDS = 300;

const name = z.string().min(1).max(100);
const PRESS = z.object({
  type: z.literal('block_actions'),
  user: z.object({
    id: name,
    team_id: name.optional(),
    username: z.string().optional(),
    name: z.string().optional(),
  }),
  team: z.object({ id: name }).nullish(),
  actions: z
    .array(z.object({ action_id: z.string().max(255), value: z.string().max(2_000).optional() }))
    .min(1),
});

/** Slack's signature, version 0: an HMAC of when it was made and what it says, with the signing secret of the app. */
const signatureOf = (signingSecret: string, timestamp: string, body: string): string =>
  `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

/** What somebody pressed; `forged` where nothing proves that Slack says so, `unknown` where it says something else. */
export const readPress: ReadPress = (signingSecret, { body, timestamp, signature }, now) => {
  if (!/^\d{1,12}$/.test(timestamp)) return 'forged';
  if (Math.abs(Math.floor(now / 1000) - Number(timestamp)) > WITHIN_SECONDS) return 'forged';
  const good = Buffer.from(signatureOf(signingSecret, timestamp, body));
  const given = Buffer.from(signature);
  if (good.length !== given.length || !timingSafeEqual(good, given)) return 'forged';
  const read = PRESS.safeParse(payloadIn(body));
  if (!read.success) return 'unknown';
  const { user, team, actions } = read.data;
  const [action] = actions;
  const teamId = team?.id ?? user.team_id;
  if (!action || teamId === undefined) return 'unknown';
  return {
    ...{ teamId, userId: user.id, userName: (user.username ?? user.name ?? user.id).slice(0, 100) },
    ...{ action: action.action_id, value: action.value ?? '' },
  };
};

function payloadIn(body: string): unknown {
  try {
    return JSON.parse(new URLSearchParams(body).get('payload') ?? '');
  } catch {
    return undefined;
  }
}
