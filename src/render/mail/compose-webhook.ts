import { catalogue } from '../../core/message/catalogue.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { WebhookMail } from '../../core/message/portal/webhooks.ts';
import { oneLine } from './clean.ts';
import { link, said } from './frame-parts.ts';
import type { Letter } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

/** A mail that says that a program is told no more, and where that is mended. */
export function composeWebhook(mail: WebhookMail): ComposedMail {
  const { mail: words, webhooks } = catalogue(mail.language);
  const contractTitle = oneLine(mail.contractTitle);
  const { subject, lead } = webhooks.mail.says({ ...mail, contractTitle });
  const letter: Letter = {
    language: mail.language,
    subject: oneLine(subject),
    parts: [
      ...(mail.isDemonstration ? [said('banner', words.demonstration)] : []),
      ...lead.map((text) => said('lead', text)),
      said('paragraph', webhooks.mail.what),
      { kind: 'links', links: [link(webhooks.mail.link, mail.pageUrl)] },
      { kind: 'footer', lines: [webhooks.mail.footer({ contractTitle })] },
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}
