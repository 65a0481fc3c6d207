import { randomUUIDv7 } from 'node:crypto';
import type { Contracts } from '../app/ports/contracts.ts';
import { feedWebhooks, sendWebhooks } from '../app/webhooks/send-webhooks.ts';
import type { WebhookReply, WebhookSending } from '../app/webhooks/webhook-parts.ts';
import { signWebhook, webhookCarrier } from '../channels/webhook/send.ts';
import { composeWebhook } from '../render/mail/compose-webhook.ts';
import type { Installation } from './installation.ts';

/** In a demonstration nothing leaves: what would be sent stands in the outbox. */
const nowhere = async (): Promise<WebhookReply> => ({ status: 204 });

/** Tells programs what has happened: `feed` queues it, `send` sends some of it and says whether there may be more. */
export function webhookSender(
  { config, kind, secret, log }: Installation,
  contracts: Contracts,
  baseUrl: string,
): { readonly feed: () => Promise<void>; readonly send: () => Promise<boolean> } {
  const isDemonstration = kind === 'demonstration';
  const allowed = config.outgoingPrivate;
  const parts: WebhookSending = {
    ...{ contracts, secret, log, isDemonstration, baseUrl, allowedHosts: allowed },
    ...{ newId: randomUUIDv7, compose: composeWebhook, sign: signWebhook },
    send: isDemonstration ? nowhere : webhookCarrier({ allowed }),
  };
  return { feed: () => feedWebhooks(parts), send: () => sendWebhooks(parts) };
}
