import { catalogue } from '../../core/message/catalogue.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { SignInMail } from '../../core/message/portal/sign-in-mails.ts';
import { oneLine } from './clean.ts';
import { link, said } from './frame-parts.ts';
import type { Letter } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

/** A mail that signs its reader in: one link, and what it is good for. */
export function composeSignIn(mail: SignInMail): ComposedMail {
  const { mail: words, signInMails } = catalogue(mail.language);
  const clean = (text: string | undefined) => (text === undefined ? undefined : oneLine(text));
  const about = { contractTitle: clean(mail.contractTitle), customerName: clean(mail.customerName) };
  const { subject, lead, link: button } = signInMails.mails[mail.kind](about);
  const letter: Letter = {
    language: mail.language,
    subject: oneLine(subject),
    parts: [
      ...(mail.demonstration ? [said('banner', words.demonstration)] : []),
      ...lead.map((text, index) => said(index === 0 ? 'lead' : 'paragraph', text)),
      { kind: 'links', links: [link(button, mail.url)] },
      { kind: 'footer', lines: [signInMails.footer(about)] },
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}
