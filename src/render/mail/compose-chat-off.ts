import { catalogue } from '../../core/message/catalogue.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { ChatMail } from '../../core/message/portal/chats.ts';
import { oneLine } from './clean.ts';
import { link, said } from './frame-parts.ts';
import type { Letter } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

/** A mail that says that a channel is told no more, and where that is mended. */
export function composeChatOff(mail: ChatMail): ComposedMail {
  const { mail: words, chats } = catalogue(mail.language);
  const [contractTitle, name] = [oneLine(mail.contractTitle), oneLine(mail.name)];
  const { subject, lead } = chats.mail.says({ ...mail, contractTitle, name });
  const letter: Letter = {
    language: mail.language,
    subject: oneLine(subject),
    parts: [
      ...(mail.isDemonstration ? [said('banner', words.demonstration)] : []),
      ...lead.map((text) => said('lead', text)),
      said('paragraph', chats.mail.what),
      { kind: 'links', links: [link(chats.mail.link, mail.pageUrl)] },
      { kind: 'footer', lines: [chats.mail.footer({ contractTitle })] },
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}
