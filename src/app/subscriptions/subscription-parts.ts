import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { SubscriptionMail } from '../../core/message/portal/subscription.ts';
import type { Contracts } from '../ports/contracts.ts';
import type { Secret } from '../secret.ts';

/** What subscriptions to plans are kept with, and their letters written. */
export interface SubscriptionParts {
  readonly contracts: Contracts;
  readonly secret: Secret;
  readonly newId: () => string;
  readonly compose: (mail: SubscriptionMail) => ComposedMail;
  readonly isDemonstration: boolean;
}
