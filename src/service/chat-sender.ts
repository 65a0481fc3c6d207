import { randomUUIDv7 } from 'node:crypto';
import type { ChatSending } from '../app/chats/chat-parts.ts';
import { sendChats } from '../app/chats/send-chats.ts';
import type { ChatCarrier } from '../app/ports/chats.ts';
import type { Contracts } from '../app/ports/contracts.ts';
import { slackCarrier } from '../channels/slack/slack-carrier.ts';
import { teamsCarrier } from '../channels/teams/teams-carrier.ts';
import type { Config } from '../config.ts';
import { composeChat } from '../render/chat/compose-chat.ts';
import { composeChatOff } from '../render/mail/compose-chat-off.ts';
import type { Installation } from './installation.ts';

/** In a demonstration nothing leaves: messages stand in the outbox. */
const NOWHERE: ChatCarrier = {
  post: async () => ({ result: 'sent', place: undefined }),
  redraw: async () => ({ result: 'sent', place: undefined }),
  whisper: async () => ({ result: 'sent', place: undefined }),
};

/** Hands messages over to whatever program a channel is of. */
export function chatCarrier(
  { outgoingPrivate: allowed, slackUrl: api }: Pick<Config, 'outgoingPrivate' | 'slackUrl'>,
  isDemonstration: boolean,
): ChatCarrier {
  if (isDemonstration) return NOWHERE;
  const slack = slackCarrier({ api, allowed });
  const teams = teamsCarrier({ allowed });
  return { ...slack, post: (to, message) => (to.secrets.kind === 'slack' ? slack.post : teams)(to, message) };
}

/** Tells channels what has happened: sends some of it and says whether there may be more. */
export function chatSender(
  { config, kind, secret, log, store }: Installation,
  contracts: Contracts,
  baseUrl: string,
): { readonly send: () => Promise<boolean> } {
  const isDemonstration = kind === 'demonstration';
  const parts: ChatSending = {
    ...{ store, contracts, secret, log, isDemonstration, baseUrl, newId: randomUUIDv7 },
    ...{ compose: composeChat, composeMail: composeChatOff },
    carrier: chatCarrier(config, isDemonstration),
  };
  return { send: () => sendChats(parts) };
}
