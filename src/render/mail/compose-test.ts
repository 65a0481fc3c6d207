import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import { said } from './frame-parts.ts';
import type { Letter } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

/** A mail by which whoever keeps an installation sees whether mail goes out. */
export function composeTest({
  language,
  demonstration,
}: {
  readonly language: Language;
  readonly demonstration: boolean;
}): ComposedMail {
  const { mail: words, signInMails, admin } = catalogue(language);
  const { subject, lead } = admin.carriers.testMail;
  const letter: Letter = {
    language,
    subject,
    parts: [
      ...(demonstration ? [said('banner', words.demonstration)] : []),
      ...lead.map((text, index) => said(index === 0 ? 'lead' : 'paragraph', text)),
      { kind: 'footer', lines: [signInMails.footer({ contractTitle: undefined })] },
    ],
  };
  return { subject, text: letterText(letter), html: letterHtml(letter) };
}
