import { catalogue } from '../../core/message/catalogue.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { WebhookMail } from '../../core/message/portal/webhooks.ts';
import { oneLine } from './clean.ts';
import { offMail } from './off-mail.ts';

/** A mail that says that a program is told no more, and where that is mended. */
export function composeWebhook(mail: WebhookMail): ComposedMail {
  const words = catalogue(mail.language).webhooks.mail;
  const contractTitle = oneLine(mail.contractTitle);
  const said = words.says({ ...mail, contractTitle });
  return offMail({ ...mail, ...words, ...said, footer: words.footer({ contractTitle }) });
}
