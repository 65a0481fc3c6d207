import { catalogue } from '../../core/message/catalogue.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { ChatMail } from '../../core/message/portal/chats.ts';
import { oneLine } from './clean.ts';
import { offMail } from './off-mail.ts';

/** A mail that says that a channel is told no more, and where that is mended. */
export function composeChatOff(mail: ChatMail): ComposedMail {
  const words = catalogue(mail.language).chats.mail;
  const [contractTitle, name] = [oneLine(mail.contractTitle), oneLine(mail.name)];
  const said = words.says({ ...mail, contractTitle, name });
  return offMail({ ...mail, ...words, ...said, footer: words.footer({ contractTitle }) });
}
