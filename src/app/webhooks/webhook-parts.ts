import type { Instant } from '../../core/instant.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { WebhookMail } from '../../core/message/portal/webhooks.ts';
import type { Contracts } from '../ports/contracts.ts';
import type { Log } from '../ports/log.ts';
import type { Secret } from '../secret.ts';

/** What webhooks are kept with. */
export interface WebhookParts {
  readonly contracts: Contracts;
  readonly secret: Secret;
  readonly newId: () => string;
  /** Hosts that the operator allows though they are not of the open internet: to them requests may go unencrypted. */
  readonly allowedHosts: readonly string[];
}

/** A signed request, ready to be sent. */
export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Only to addresses of the open internet, whatever the operator allows. */
  readonly isOpenOnly: boolean;
}

/** What one attempt came to: the status of an answer, or why there was none. */
export type WebhookReply = { readonly status: number } | { readonly failed: string };

/** The signature of a message, by a secret. */
type SignWebhook = (
  secret: string,
  message: { readonly id: string; readonly sentAt: Instant; readonly body: string },
) => string;

/** What webhooks are told with. */
export interface WebhookSending extends WebhookParts {
  /** Where links lead, without a slash at its end. */
  readonly baseUrl: string;
  readonly sign: SignWebhook;
  readonly send: (request: WebhookRequest) => Promise<WebhookReply>;
  readonly compose: (mail: WebhookMail) => ComposedMail;
  readonly isDemonstration: boolean;
  readonly log: Log;
}
