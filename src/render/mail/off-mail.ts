import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { MailLink } from '../../core/message/mail.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import { oneLine } from './clean.ts';
import { link, said } from './frame-parts.ts';
import type { Letter } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

interface Off {
  readonly language: Language;
  readonly isDemonstration: boolean;
  readonly subject: string;
  readonly lead: readonly string[];
  /** What is to be done about it. */
  readonly what: string;
  readonly link: MailLink;
  readonly pageUrl: string;
  readonly footer: string;
}

/** A mail that says that something is told no more, and where that is mended. */
export function offMail(off: Off): ComposedMail {
  const { language } = off;
  const letter: Letter = {
    language,
    subject: oneLine(off.subject),
    parts: [
      ...(off.isDemonstration ? [said('banner', catalogue(language).mail.demonstration)] : []),
      ...off.lead.map((text) => said('lead', text)),
      said('paragraph', off.what),
      { kind: 'links', links: [link(off.link, off.pageUrl)] },
      { kind: 'footer', lines: [off.footer] },
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}
