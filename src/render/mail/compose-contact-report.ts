import { catalogue } from '../../core/message/catalogue.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { ContactReportMail } from '../../core/message/portal/contact-reports.ts';
import { oneLine } from './clean.ts';
import { link, quotePart, said } from './frame-parts.ts';
import type { Letter, LetterPart } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

/** A mail about a report of a wrong contact: what is reported or what came of it, and what was typed of it. */
export function composeContactReport(mail: ContactReportMail): ComposedMail {
  const { mail: words, contactReports } = catalogue(mail.language);
  const about = { ...mail, contractTitle: oneLine(mail.contractTitle), name: oneLine(mail.name) };
  const { subject, lead, link: button } = contactReports.mails[mail.kind](about);
  const more: readonly LetterPart[] = [
    ...quotePart(words, mail.text, undefined),
    ...(button && mail.url !== undefined
      ? [{ kind: 'links' as const, links: [link(button, mail.url)] }]
      : []),
  ];
  const letter: Letter = {
    language: mail.language,
    subject: oneLine(subject),
    parts: [
      ...(mail.demonstration ? [said('banner', words.demonstration)] : []),
      ...lead.map((text, index) => said(index === 0 ? 'lead' : 'paragraph', text)),
      ...more,
      { kind: 'footer', lines: [contactReports.footer(about)] },
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}
