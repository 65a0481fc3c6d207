import { catalogue } from '../../core/message/catalogue.ts';
import type { CheckpointMail, ComposedMail } from '../../core/message/mail-notice.ts';
import { oneLine } from './clean.ts';
import { said } from './frame-parts.ts';
import type { Letter } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

/** A signed checkpoint as oversight gets it: the file itself stands in the letter, line for line. */
export function composeCheckpoint(mail: CheckpointMail): ComposedMail {
  const words = catalogue(mail.language).mail;
  const { subject, lead } = words.checkpoint(mail);
  const letter: Letter = {
    language: mail.language,
    subject,
    parts: [
      ...(mail.demonstration ? [said('banner', words.demonstration)] : []),
      ...lead.map((text, index) => said(index === 0 ? 'lead' : 'paragraph', text)),
      { kind: 'verbatim', lines: mail.text.trimEnd().split('\n') },
      { kind: 'footer', lines: [words.checkpointFooter(oneLine(mail.contractTitle))] },
    ],
  };
  return { subject, text: letterText(letter), html: letterHtml(letter) };
}
